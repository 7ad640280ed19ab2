import { z } from 'zod';
import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { withdrawInvitation } from '#domain/projects/commands/withdraw-invitation.ts';
import { findOwnProject } from '#domain/projects/queries/find-project.ts';
import { projectInvitations } from '#domain/projects/queries/project-invitations.ts';
import { signedIn } from '#web/context.ts';
import { Phrase } from '#web/evidence/phrase.tsx';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { showDone } from '#web/projects/acted-on.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/withdraw-page.ts';

const words = text.matching.withdraw;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.act) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  requireMember(actor, 'invite');
  const { id, title } = await findOwnProject(readDb, actor, params.id);
  const all = await projectInvitations(readDb, actor, params.id);
  const found = all.find((one) => one.id === params.freelancerId);
  if (found === undefined) return refuse('not_found', { thing: 'invitation' });
  const { freelancerName, declinedAt, withdrawnAt } = found;
  if (declinedAt !== null || withdrawnAt !== null) refuse('already_done', { thing: 'invitation' });
  return { id, title, name: freelancerName, byAddress: found.email !== null };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const { id: projectId, freelancerId } = params;
  const withdraw = formCase(
    z.object({}),
    async (_nothing, key) => {
      const all = await projectInvitations(readDb, actor, projectId);
      const found = all.find((one) => one.id === freelancerId);
      const input = { projectId, freelancerId };
      const { seq } = await run(withdrawInvitation, input, { actor, root: projectId, key });
      const { withdrawn, withdrawnText } = text.matching.done;
      const title = withdrawn(found?.freelancerName ?? '');
      const done = { seq, title, ...(found?.email === null && { text: withdrawnText }) };
      return showDone(context, { to: `/projects/${projectId}/invite`, projectId, done });
    },
    { refusedTitle: words.refused },
  );
  return actOn(request, withdraw);
}

export default function WithdrawPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, name, byAddress } = loaderData;
  return (
    <div className="wrap pt-8">
      <MoneyQuestion
        title={<Phrase says={words.title} values={{ name }} />}
        lines={
          <>
            <p className="font-semibold">{title}</p>
            <p className="mt-1">{byAddress ? words.addressLines : words.lines}</p>
          </>
        }
        final={words.final}
        acts={
          <>
            <a className="btn" href={`/projects/${id}/invite`}>
              {words.keep}
            </a>
            <Form problems={actionData} className="contents">
              <SubmitButton look="grave">{words.act}</SubmitButton>
            </Form>
          </>
        }
      />
    </div>
  );
}
