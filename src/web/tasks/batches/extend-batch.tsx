import { data } from 'react-router';
import { may } from '#domain/accounts/permission.ts';
import { myWallet } from '#domain/billing/queries/my-money.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { unitMinor } from '#domain/tasks/batch.ts';
import { extendBatch } from '#domain/tasks/commands/extend-batch.ts';
import { extensionCost } from '#domain/tasks/queries/extension-cost.ts';
import { signedIn } from '#web/context.ts';
import { formCase, parseForm } from '#web/form-act.ts';
import { readForm } from '#web/form-data.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyField, NumberField } from '#web/ui/form/text-fields.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import { Deadline, formatTime } from '#web/ui/time.tsx';
import { moneyOf, sumOf } from '../batch-words.ts';
import { BatchQuestion } from '../question-page.tsx';
import { toBatch } from '../to-batch.ts';
import type { Route } from './+types/extend-batch.ts';
import { orderedBatch } from './batch-data.ts';
import { atField, type Extension, extendSchema, extendValues } from './extend-form.ts';
import { extensionProblems } from './extension-problems.ts';

const words = text.batches.extend;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const batch = await orderedBatch(context, params.id);
  const { viewer } = signedIn(context);
  const ends = batch.expiresAt === null ? '' : formatTime(batch.expiresAt, viewer.timeZone);
  return { batch, ends, values: extendValues(batch) };
}

/** First the question with its cost, then, from there, the act. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, now, readDb } = signedIn(context);
  const batchId = params.id;
  const batch = await orderedBatch(context, batchId);
  const typed = await readForm(request);
  const schema = extendSchema(batch, now);
  if (typed.get('_intent') !== 'extend') {
    const asked = parseForm(schema, typed);
    if (!asked.ok) return data({ question: null, problems: asked.problems }, 422);
    const cost = await extensionCost(readDb, batch, asked.value.moreEach);
    const wallet = may(actor, 'see_money') ? await myWallet(readDb, actor, batch.currency) : null;
    const availableMinor = wallet?.balanceMinor ?? null;
    const problems = extensionProblems(batch, { asked: asked.value, cost, availableMinor, typed });
    if (problems !== null) return data({ question: null, problems }, 409);
    return data({ question: questionOf(asked.value, { cost, typed }), problems: null });
  }
  const extend = formCase(
    schema,
    async ({ totalMinor, ...asked }, key) => {
      const input = { batchId, ...asked, ...(totalMinor === undefined ? {} : { totalMinor }) };
      const done = await run(extendBatch, input, { actor, root: batchId, key }).catch(
        (error: unknown) => {
          throw isRefusal(error) ? atField(error) : error;
        },
      );
      const sumMinor = BigInt(done.totalMinor);
      const says = sumMinor === 0n ? words.doneFree : words.doneText(sumOf(batch, sumMinor));
      return toBatch(context, batchId, { seq: done.seq, title: words.done, text: says });
    },
    { refusedTitle: words.refused },
  );
  const answer = await extend.act(typed);
  if (answer instanceof Response) return answer;
  // The question goes, and its refusal stands in the first form.
  const problems = { ...answer.data, intent: '' };
  return data({ question: null, problems }, answer.init ?? undefined);
}

type Cost = { assignments: bigint; revived: bigint; totalMinor: bigint };

function questionOf(asked: Extension, { cost, typed }: { cost: Cost; typed: FormData }) {
  const again = (name: string) => String(typed.get(name) ?? '');
  return {
    ...cost,
    expiresAt: asked.expiresAt ?? null,
    capMinor: asked.budgetCapMinor ?? null,
    again: { days: again('days'), more: again('more'), cap: again('cap') },
  };
}

export default function ExtendBatch({ loaderData, actionData }: Route.ComponentProps) {
  const { batch, ends, values } = loaderData;
  const question = actionData?.question ?? null;
  if (question !== null) {
    return (
      <BatchQuestion batch={batch}>
        <Question batch={batch} question={question} />
      </BatchQuestion>
    );
  }
  return (
    <BatchQuestion batch={batch}>
      <h1 className="text-2xl mb-5">{words.title}</h1>
      <Form problems={actionData?.problems ?? undefined} values={values}>
        <NumberField name="days" label={words.days} hint={words.daysHint(ends)} optional />
        <NumberField
          name="more"
          label={words.more}
          hint={words.moreHint(batch.wantedEach)}
          optional
        />
        <MoneyField
          name="cap"
          label={words.cap}
          hint={words.capHint}
          currency={batch.currency}
          optional
        />
        <SubmitButton>{words.look}</SubmitButton>
      </Form>
    </BatchQuestion>
  );
}

type Batch = Route.ComponentProps['loaderData']['batch'];

function Question({ batch, question }: { batch: Batch; question: ReturnType<typeof questionOf> }) {
  const { lines } = words;
  const { totalMinor, assignments, revived, expiresAt, capMinor, again } = question;
  const sum = sumOf(batch, totalMinor);
  const free = totalMinor === 0n;
  return (
    <Form intent="extend">
      {Object.entries({ ...again, totalMinor: totalMinor.toString() }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <MoneyQuestion
        title={free ? words.question0 : words.question(sum)}
        lines={
          <MoneyLines>
            {assignments > 0n && (
              <MoneyLine
                label={lines.answers(
                  assignments.toLocaleString('en'),
                  sumOf(batch, unitMinor(batch)),
                )}
              >
                <Money amount={moneyOf(batch, totalMinor)} />
              </MoneyLine>
            )}
            {revived > 0n && (
              <MoneyLine kind="sub" label={lines.revived}>
                {revived.toLocaleString('en')}
              </MoneyLine>
            )}
            {(expiresAt ?? batch.expiresAt) !== null && (
              <MoneyLine label={lines.end}>
                <Deadline at={expiresAt ?? batch.expiresAt ?? ''} />
              </MoneyLine>
            )}
            <MoneyLine label={lines.cap}>
              {capMinor === null ? lines.none : <Money amount={moneyOf(batch, capMinor)} />}
            </MoneyLine>
            <MoneyLine kind="total" label={lines.total}>
              <Money amount={moneyOf(batch, totalMinor)} />
            </MoneyLine>
          </MoneyLines>
        }
        final={null}
        acts={
          <>
            <a className="btn" href={`/tasks/batches/${batch.id}/extend`}>
              {words.back}
            </a>
            <SubmitButton>{free ? words.act0 : words.act(sum)}</SubmitButton>
          </>
        }
      />
    </Form>
  );
}
