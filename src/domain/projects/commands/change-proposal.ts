import { attachFiles } from '#domain/files/commands/attach-files.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { PROPOSAL_STATES } from '../proposal.ts';
import type { ProposalTerms } from '../proposal-terms.ts';
import { acceptProposal, proposalColumns, proposalEvent } from './accept-proposal.ts';
import { lockOwnProposal } from './lock-project.ts';

export type ChangeProposal = {
  proposalId: string;
  terms: ProposalTerms;
  /** The files the proposal then has; absent leaves them as they are. */
  fileIds?: readonly string[];
};

/** Replaces the terms of a proposal that waits; its version counts up, so that the client sees it. */
export async function changeProposal(
  ctx: Context,
  input: ChangeProposal,
): Promise<{ proposalId: string; version: number; seq: number }> {
  const { project, proposal } = await lockOwnProposal(ctx, input.proposalId);
  const state = nextState(PROPOSAL_STATES, proposal.state, { act: 'change', who: 'freelancer' });
  const terms = acceptProposal(project, input.terms);
  const version = proposal.version + 1;
  await ctx.tx
    .updateTable('proposal')
    .set({ ...proposalColumns(terms), state, version, changedAt: ctx.now })
    .where('id', '=', proposal.id)
    .execute();
  const subject = { subjectKind: 'proposal', subjectId: proposal.id } as const;
  const files = input.fileIds && (await attachFiles(ctx, { ...subject, fileIds: input.fileIds }));
  const told = proposalEvent(project, proposal, terms);
  const event = await appendEvent(ctx, {
    ...told,
    kind: 'proposal.changed',
    data: { ...told.data, version, ...(files && { files }) },
  });
  return { proposalId: proposal.id, version, seq: event.seq };
}
