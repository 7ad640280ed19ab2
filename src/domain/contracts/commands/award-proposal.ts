import { requireMember } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { ownsProject } from '#domain/projects/commands/lock-project.ts';
import { PROJECT_STATES } from '#domain/projects/project.ts';
import { PROPOSAL_STATES } from '#domain/projects/proposal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { lockProposal } from './lock-proposal.ts';

export type AwardProposal = {
  proposalId: string;
  /** The version of the proposal that the client saw; a later one is refused `terms_changed`. */
  version: number;
};

const DAY_MS = 86_400_000;

/**
 * The client picks a proposal: the freelancer holds an offer for `offer_days`. Refuses
 * `own_project` for one of its own side.
 */
export async function awardProposal(
  ctx: Context,
  input: AwardProposal,
): Promise<{ contractId: string; seq: number }> {
  const actor = requireMember(ctx.actor, 'award');
  const { project, proposal } = await lockProposal(ctx, input.proposalId);
  if (project.clientId !== actor.partyId) refuse('not_found', { thing: 'proposal' });
  // Who proposed as a stranger may have joined the client since.
  if (await ownsProject(ctx, project.clientId, proposal.freelancerId)) refuse('own_project');
  const projectState = nextState(PROJECT_STATES, project.state, { act: 'award', who: 'client' });
  const proposalState = nextState(PROPOSAL_STATES, proposal.state, { act: 'offer', who: 'client' });
  if (proposal.version !== input.version) refuse('terms_changed', { version: proposal.version });
  const terms = await ctx.tx.selectFrom('marketTerms').selectAll().executeTakeFirstOrThrow();
  const { pricing } = proposal;
  const { currency } = project;
  const rules = await feeRulesAt(ctx.tx, { contractKind: pricing, currency, at: ctx.now });
  const contractId = newId(ctx.home, ctx.now);
  await ctx.tx
    .insertInto('contract')
    .values({
      id: contractId,
      projectId: project.id,
      proposalId: proposal.id,
      clientId: project.clientId,
      freelancerId: proposal.freelancerId,
      title: project.title,
      pricing,
      currency,
      priceMinor: proposal.priceMinor,
      hourlyRateMinor: proposal.hourlyRateMinor,
      weeklyLimitHours: proposal.weeklyLimitHours,
      deliveryDays: proposal.deliveryDays,
      state: 'offered',
      feeRules: JSON.stringify(rules),
      acceptanceDays: terms.acceptanceDays,
      securityDays: terms.securityDays,
      feedbackDays: terms.feedbackDays,
      offeredBy: actor.memberId,
      offeredAt: ctx.now,
      offerExpiresAt: new Date(ctx.now.getTime() + terms.offerDays * DAY_MS),
    })
    .execute();
  await ctx.tx
    .updateTable('project')
    .set({ state: projectState })
    .where('id', '=', project.id)
    .execute();
  await ctx.tx
    .updateTable('proposal')
    .set({ state: proposalState })
    .where('id', '=', proposal.id)
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'contract.offered',
    rootKind: 'contract',
    rootId: contractId,
    subjectId: contractId,
    parties: [project.clientId, proposal.freelancerId],
    data: {
      title: project.title,
      projectId: project.id,
      proposalId: proposal.id,
      currency,
      amountMinor: proposal.priceMinor.toString(),
    },
  });
  return { contractId, seq: event.seq };
}
