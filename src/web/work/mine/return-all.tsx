import { z } from 'zod';
import { returnAssignment } from '#domain/assignments/commands/return-assignment.ts';
import { workerQueue } from '#domain/assignments/queries/worker-assignments.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/return-all.ts';

const words = text.work.queue;

export const handle: PageHandle = { nav: 'tasks' };
export const meta = () => [{ title: text.site.title(words.all) }];

export async function loader({ context }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  return { count: (await workerQueue(readDb, actor)).length };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { readDb, run, actor } = signedIn(context);
  const all = formCase(z.object({}), async () => {
    let count = 0;
    for (const { id: assignmentId } of await workerQueue(readDb, actor)) {
      try {
        await run(returnAssignment, { assignmentId }, { actor, root: assignmentId });
        count += 1;
      } catch (error) {
        // One that was sent, or whose time ran out, in the same moment is not held any more.
        if (!isRefusal(error)) throw error;
      }
    }
    const flash = { tone: 'go', title: words.gaveAll(count), text: words.says } as const;
    return redirectWithFlash(context, '/work/queue', flash);
  });
  return actOn(request, all);
}

/** Asks before everything goes back at once. */
export default function ReturnAll({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <div className="wrap pt-8">
      <Form problems={actionData}>
        <MoneyQuestion
          title={words.question(loaderData.count)}
          lines={<p>{words.says}</p>}
          final={words.questionSays}
          acts={
            <>
              <a className="btn" href="/work/queue">
                {words.keep}
              </a>
              <SubmitButton>{words.all}</SubmitButton>
            </>
          }
        />
      </Form>
    </div>
  );
}
