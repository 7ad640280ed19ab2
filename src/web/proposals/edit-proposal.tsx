import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { mayAct } from '#domain/kernel/state-table.ts';
import { changeProposal } from '#domain/projects/commands/change-proposal.ts';
import { PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import { proposalPage } from '#domain/projects/queries/proposal-page.ts';
import type { ReadDb } from '#platform/database.ts';
import { signedIn } from '#web/context.ts';
import { receiveForm } from '#web/files/receive-form.ts';
import { formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { showDone } from '#web/projects/acted-on.ts';
import { ACCEPT } from '#web/projects/posting/field-choices.ts';
import { text } from '#web/text/catalogue.ts';
import { PageHead, WorkPage } from '#web/ui/page-head.tsx';
import type { Route } from './+types/edit-proposal.ts';
import { moneyGround } from './money-ground.ts';
import { answerProposal } from './proposal-action.ts';
import { proposalSchema, proposalValues } from './proposal-form.ts';
import { ProposalFormView } from './proposal-form-view.tsx';

const words = text.proposals;

export const handle: PageHandle = { nav: 'projects', enhance: ['both-sums'] };
export const meta = () => [{ title: text.site.title(words.editing.title) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor, now } = signedIn(context);
  const { proposal, files } = await ownProposal(readDb, actor, params.id);
  const { id, projectId, title, state, currency } = proposal;
  if (!mayAct(PROPOSAL_STATES, state, { act: 'change', who: 'freelancer' })) {
    refuse('wrong_state', { thing: 'proposal', state, act: 'change' });
  }
  return {
    id,
    projectId,
    title,
    ground: await moneyGround(readDb, proposal, now),
    values: proposalValues(proposal, currency),
    kept: files.map((file) => ({ ...file, bytes: Number(file.sizeBytes) })),
    accept: ACCEPT,
  };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const proposalId = params.id;
  const received = await receiveForm(context, request);
  const { proposal } = await ownProposal(readDb, actor, proposalId);
  const { projectId } = proposal;
  const change = formCase(
    proposalSchema(proposal),
    async ({ terms, fileIds }, key) => {
      const input = { proposalId, terms, fileIds };
      const { seq, version } = await run(changeProposal, input, { actor, root: projectId, key });
      const { changed, changedText } = words.done;
      const done = { seq, title: changed, text: changedText(version) };
      return showDone(context, { to: `/proposals/${proposalId}`, projectId, done });
    },
    { refusedTitle: words.form.refused },
  );
  return answerProposal(received, change);
}

async function ownProposal(db: ReadDb, actor: MemberActor, proposalId: string) {
  const page = await proposalPage(db, actor, proposalId);
  return page.side === 'freelancer' ? page : refuse('not_found', { thing: 'proposal' });
}

export default function EditProposal({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, ground, values, kept, accept } = loaderData;
  return (
    <WorkPage
      head={
        <PageHead
          crumbs={[
            { href: '/my/proposals', label: words.mine.title },
            { href: `/proposals/${id}`, label: title },
          ]}
          title={words.editing.title}
        />
      }
    >
      <ProposalFormView
        ground={ground}
        values={values}
        kept={kept}
        accept={accept}
        answer={actionData}
        act={words.form.save}
      />
    </WorkPage>
  );
}
