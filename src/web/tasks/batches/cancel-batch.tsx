import { redirect } from 'react-router';
import { z } from 'zod';
import { unitMinor } from '#domain/tasks/batch.ts';
import { cancelBatch } from '#domain/tasks/commands/change-batch-state.ts';
import { batchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import { moneyOf, sumOf } from '../batch-words.ts';
import { BatchQuestion } from '../question-page.tsx';
import { toBatch } from '../to-batch.ts';
import type { Route } from './+types/cancel-batch.ts';
import { orderedBatch } from './batch-data.ts';

const words = text.batches.cancel;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.title0) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const batch = await orderedBatch(context, params.id);
  if (batch.state !== 'open' && batch.state !== 'paused') {
    throw redirect(`/tasks/batches/${batch.id}`);
  }
  return { batch, ...(await comesBack(context, batch)) };
}

type Context = Parameters<typeof signedIn>[0];

/** What nobody holds, with the reserve; the last worker may still take one of them. */
async function comesBack(context: Context, batch: Awaited<ReturnType<typeof orderedBatch>>) {
  const { readDb, now } = signedIn(context);
  const progress = await batchProgress(readDb, batch, now);
  const { open, live, waiting } = progress;
  const openMinor = open * unitMinor(batch);
  return { open, live, waiting, openMinor };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const batchId = params.id;
  const batch = await orderedBatch(context, batchId);
  const { openMinor } = await comesBack(context, batch);
  const cancel = formCase(
    z.object({}),
    async (_nothing, key) => {
      const { seq } = await run(cancelBatch, { batchId }, { actor, root: batchId, key });
      const says = words.doneText(sumOf(batch, openMinor));
      return toBatch(context, batchId, { seq, title: words.done, text: says });
    },
    { refusedTitle: words.refused },
  );
  return actOn(request, cancel);
}

export default function CancelBatch({ loaderData, actionData }: Route.ComponentProps) {
  const { batch, open, live, waiting, openMinor } = loaderData;
  const money = (minor: bigint) => <Money amount={moneyOf(batch, minor)} />;
  const sum = sumOf(batch, openMinor);
  return (
    <BatchQuestion batch={batch}>
      <Form problems={actionData}>
        <MoneyQuestion
          title={words.title(sum)}
          lines={
            <>
              <MoneyLines>
                <MoneyLine label={words.open}>{open.toLocaleString('en')}</MoneyLine>
                <MoneyLine label={words.perUnit}>{money(unitMinor(batch))}</MoneyLine>
                <MoneyLine kind="total" label={words.back}>
                  {money(openMinor)}
                </MoneyLine>
              </MoneyLines>
              {live + waiting > 0 && <p className="mt-3">{words.stays(live, waiting)}</p>}
              {batch.reserveMinor > 0n && (
                <p className="mt-2">{words.reserve(sumOf(batch, batch.reserveMinor))}</p>
              )}
            </>
          }
          final={words.final}
          acts={
            <>
              <a className="btn" href={`/tasks/batches/${batch.id}`}>
                {words.not}
              </a>
              <SubmitButton look="grave">{words.act(sum)}</SubmitButton>
            </>
          }
        />
      </Form>
    </BatchQuestion>
  );
}
