import { z } from 'zod';
import { refuse } from '#domain/kernel/refusal.ts';
import { mayAct } from '#domain/kernel/state-table.ts';
import { withdrawProposal } from '#domain/projects/commands/withdraw-proposal.ts';
import { PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import { proposalPage } from '#domain/projects/queries/proposal-page.ts';
import { signedIn } from '#web/context.ts';
import { actOn, formCase } from '#web/form-act.ts';
import type { PageHandle } from '#web/page-handle.ts';
import { showDone } from '#web/projects/acted-on.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { Money, MoneyLine, MoneyLines } from '#web/ui/money.tsx';
import { MoneyQuestion } from '#web/ui/panel.tsx';
import type { Route } from './+types/withdraw-proposal.ts';

const words = text.proposals;

export const handle: PageHandle = { nav: 'projects' };
export const meta = () => [{ title: text.site.title(words.withdraw.title) }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const { readDb, actor } = signedIn(context);
  const { proposal, side } = await proposalPage(readDb, actor, params.id);
  const { id, title, state, priceMinor, currency } = proposal;
  if (side !== 'freelancer') refuse('not_found', { thing: 'proposal' });
  if (!mayAct(PROPOSAL_STATES, state, { act: 'withdraw', who: 'freelancer' })) {
    refuse('wrong_state', { thing: 'proposal', state, act: 'withdraw' });
  }
  return { id, title, price: { amountMinor: priceMinor, currency } };
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { run, actor, readDb } = signedIn(context);
  const proposalId = params.id;
  const withdraw = formCase(
    z.object({}),
    async (_nothing, key) => {
      const { proposal } = await proposalPage(readDb, actor, proposalId);
      const { projectId } = proposal;
      const { seq } = await run(withdrawProposal, { proposalId }, { actor, root: proposalId, key });
      const { withdrawn, withdrawnText } = words.done;
      const done = { seq, title: withdrawn, text: withdrawnText };
      return showDone(context, { to: `/proposals/${proposalId}`, projectId, done });
    },
    { refusedTitle: words.withdraw.refused },
  );
  return actOn(request, withdraw);
}

export default function WithdrawProposal({ loaderData, actionData }: Route.ComponentProps) {
  const { id, title, price } = loaderData;
  const { withdraw } = words;
  return (
    <div className="wrap pt-8">
      <MoneyQuestion
        title={withdraw.title}
        lines={
          <MoneyLines>
            <MoneyLine label={title} kind="total">
              <Money amount={price} />
            </MoneyLine>
          </MoneyLines>
        }
        final={withdraw.final}
        acts={
          <>
            <a className="btn" href={`/proposals/${id}`}>
              {withdraw.keep}
            </a>
            <Form problems={actionData} className="contents">
              <SubmitButton look="grave">{withdraw.act}</SubmitButton>
            </Form>
          </>
        }
      />
    </div>
  );
}
