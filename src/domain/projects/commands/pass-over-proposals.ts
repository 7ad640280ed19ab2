import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvents, nextNumber } from '#platform/event-log.ts';
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
  const { projectId, clientId, title, reason } = input;
  const passed = await ctx.tx
    .updateTable('proposal')
    .set({ state: nextState(PROPOSAL_STATES, 'sent', { act: 'pass_over', who: 'rule' }) })
    .where('projectId', '=', projectId)
    .where('state', '=', 'sent')
    .returning(['id', 'freelancerId'])
    .execute();
  if (passed.length === 0) return 0;
  const first = await nextNumber(ctx, projectId);
  const events = passed
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((proposal, index) => ({
      kind: 'proposal.not_chosen' as const,
      rootKind: 'project' as const,
      rootId: projectId,
      subjectId: proposal.id,
      parties: [clientId, proposal.freelancerId],
      data: { title, reason },
      seq: first + index,
    }));
  await appendEvents(ctx, events);
  return passed.length;
}
