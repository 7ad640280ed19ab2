import { z } from 'zod';
import { refuse } from '#domain/kernel/refusal.ts';
import { mayAct } from '#domain/kernel/state-table.ts';
import { closeProject } from '#domain/projects/commands/close-project.ts';
import { PROJECT_STATES } from '#domain/projects/project.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/close-project.ts';
import { showDone } from './acted-on.ts';

const words = text.projects;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.close.title) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const { id, state, title, proposalsCount } = await findOwnProject(readDb, actor, params.id);
  if (!mayAct(PROJECT_STATES, state, { act: 'close', who: 'client' })) {
    refuse('wrong_state', { thing: 'project', state, act: 'close' });
  }
  return { id, draft: state === 'draft', title, proposalsCount };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor } = signedIn(context);
  const projectId = params.id;
  const close = formCase(
    z.object({}),
    async (_nothing, key) => {
      const options = { actor, root: projectId, key };
      const { seq, notChosen } = await run(closeProject, { projectId }, options);
      const { closed, closedText } = words.done;
      const done = { seq, title: closed, text: closedText(notChosen) };
      return showDone(context, { to: `/projects/${projectId}`, projectId, done });
    },
    { refusedTitle: words.close.refused },
  );
  return actOn(request, close);
}

export default function CloseProject({ loaderData, actionData }: Route.ComponentProps) {
  const { id, draft, title, proposalsCount } = loaderData;
  const { close } = words;
  return (
    <div className="wrap pt-8">
      <MoneyQuestion
        title={close.title}
        lines={
          <>
            <p className="font-semibold">{title}</p>
            <p className="mt-2">{close.lines.proposals(proposalsCount)}</p>
            <p className="mt-1">{close.lines.money}</p>
          </>
        }
        final={close.final}
        acts={
          <>
            <a className="btn" href={`/projects/${id}`}>
              {draft ? close.keepDraft : close.keep}
            </a>
            <Form problems={actionData} className="contents">
              <SubmitButton look="grave">{close.act}</SubmitButton>
            </Form>
          </>
        }
      />
    </div>
  );
}
