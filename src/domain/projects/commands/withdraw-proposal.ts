import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { PROPOSAL_STATES } from '../proposal.ts';
import { lockOwnProposal } from './lock-project.ts';

/** Takes a waiting proposal back; the freelancer may send another one while the project is open. */
export async function withdrawProposal(
  ctx: Context,
  input: { proposalId: string },
): Promise<{ proposalId: string; seq: number }> {
  const { project, proposal } = await lockOwnProposal(ctx, input.proposalId);
  const state = nextState(PROPOSAL_STATES, proposal.state, { act: 'withdraw', who: 'freelancer' });
  await ctx.tx.updateTable('proposal').set({ state }).where('id', '=', proposal.id).execute();
  await ctx.tx
    .updateTable('project')
    .set({ proposalsCount: project.proposalsCount - 1 })
    .where('id', '=', project.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'proposal.withdrawn',
    rootKind: 'project',
    rootId: project.id,
    subjectId: proposal.id,
    parties: [project.clientId, proposal.freelancerId],
    data: { title: project.title },
  });
  return { proposalId: proposal.id, seq: event.seq };
}
