import { redirect } from 'react-router';
import { z } from 'zod';
import { dropDraft } from '#domain/tasks/commands/drop-draft.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import { BatchQuestion } from '../question-page.tsx';
import type { Route } from './+types/drop-page.ts';

const words = text.tasks.rows;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.drop) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const { id, name, state, tasks, goldTasks } = await findBatch(readDb, actor, params.id);
  if (state !== 'draft') throw redirect(`/tasks/batches/${id}`);
  return { id, name, tasks, goldTasks };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const batchId = params.id;
  const drop = formCase(z.object({}), async (_nothing, key) => {
    let more = true;
    for (let page = 1; more; page += 1) {
      const act = { actor, root: batchId, key: `${key}-${page}` };
      more = (await run(dropDraft, { batchId }, act)).more;
    }
    return redirectWithFlash(context, '/tasks', { tone: 'go', title: words.dropped });
  });
  return actOn(request, drop);
}

export default function DropPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, tasks, goldTasks } = loaderData;
  return (
    <BatchQuestion batch={loaderData}>
      <Form problems={actionData}>
        <MoneyQuestion
          title={words.dropQuestion(name)}
          lines={words.dropText(words.has(tasks, goldTasks))}
          final={words.dropFinal}
          acts={
            <>
              <a className="btn" href={`/tasks/batches/${id}/rows`}>
                {words.keep}
              </a>
              <SubmitButton look="grave">{words.drop}</SubmitButton>
            </>
          }
        />
      </Form>
    </BatchQuestion>
  );
}
