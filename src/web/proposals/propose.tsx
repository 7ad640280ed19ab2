import { may } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { sendProposal } from '#domain/projects/commands/send-proposal.ts';
import { takesProposals } from '#domain/projects/project.ts';
import { isLive } from '#domain/projects/proposal.ts';
import { findProject } from '#domain/projects/queries/find-project.ts';
import { projectPage } from '#domain/projects/queries/project-page.ts';
import { signedIn } from '#web/context.ts';
import { receiveForm } from '#web/files/receive-form.ts';
import { formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { showDone } from '#web/projects/acted-on.ts';
import { ACCEPT } from '#web/projects/posting/field-choices.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/propose.ts';
import { actingName } from './acting-name.ts';
import { moneyGround } from './money-ground.ts';
import { answerProposal } from './proposal-action.ts';
import { proposalSchema } from './proposal-form.ts';
import { ProposalFormView } from './proposal-form-view.tsx';

const words = text.proposals;

export const handle: PageHandle = { nav: 'projects', enhance: ['both-sums'] };
export const meta = ({ loaderData }: Route.MetaArgs) => [
  { title: text.site.title(words.propose.title(loaderData?.title ?? '')) },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now, viewer } = signedIn(context);
  const { project, ownProposal } = await projectPage(readDb, actor, params.id);
  const { id, title, state, pricing, currency, clientId, clientName } = project;
  if (project.relation.isClient) refuse('own_project');
  if (!may(actor, 'propose')) refuse('not_allowed', { permission: 'propose' });
  if (ownProposal !== null && isLive(ownProposal.state)) {
    refuse('proposal_exists', { proposalId: ownProposal.id });
  }
  if (!takesProposals(project, now))
    refuse('wrong_state', { thing: 'project', state, act: 'send' });
  const freelancer = { freelancerId: actor.partyId, freelancerName: actingName(viewer) };
  const between = { pricing, currency, clientId, clientName, ...freelancer };
  return { id, title, ground: await moneyGround(readDb, between, now), accept: ACCEPT };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const projectId = params.id;
  const received = await receiveForm(context, request);
  const project = await findProject(readDb, actor, projectId);
  const send = formCase(
    proposalSchema(project),
    async ({ terms, fileIds }, key) => {
      const input = { projectId, terms, fileIds };
      const sent = await run(sendProposal, input, { actor, root: projectId, key });
      const { done } = words;
      const told = { seq: sent.seq, title: done.sent, text: done.sentText(project.clientName) };
      const to = `/proposals/${sent.proposalId}`;
      return showDone(context, { to, projectId, done: told });
    },
    { refusedTitle: words.form.refused },
  );
  return answerProposal(received, send);
}

export default function Propose({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, ground, accept } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/projects', label: text.projects.places.open },
            { href: `/projects/${id}`, label: title },
          ]}
          title={words.propose.title(title)}
        />
      }
    >
      <ProposalFormView
        ground={ground}
        values={{}}
        kept={[]}
        accept={accept}
        answer={actionData}
        act={words.form.send}
      />
    </WorkPage>
  );
}
