import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { PROPOSAL_STATES } from '../proposal.ts';

export type PassOver = {
  projectId: string;
  clientId: string;
  title: string;
  /** Why nobody else can be chosen any more. */
  reason: 'awarded' | 'closed' | 'expired';
};

/**
 * Tells the authors of all proposals that still wait that they were not chosen; each hears only of
 * its own. The caller holds the lock on the project. Gives how many.
 */
export async function passOverProposals(ctx: Context, input: PassOver): Promise<number> {
  const waiting = await ctx.tx
    .selectFrom('proposal')
    .select(['id', 'freelancerId', 'state'])
    .where('projectId', '=', input.projectId)
    .where('state', '=', 'sent')
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const proposal of waiting) {
    const state = nextState(PROPOSAL_STATES, proposal.state, { act: 'pass_over', who: 'rule' });
    await ctx.tx.updateTable('proposal').set({ state }).where('id', '=', proposal.id).execute();
    await appendEvent(ctx, {
      kind: 'proposal.not_chosen',
      rootKind: 'project',
      rootId: input.projectId,
      subjectId: proposal.id,
      parties: [input.clientId, proposal.freelancerId],
      data: { title: input.title, reason: input.reason },
    });
  }
  return waiting.length;
}
