import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { partyOf, requireSide } from '../contract.ts';
import { assertEveryCentAnswered, type EndingLine, readLines } from '../ending.ts';
import { isEscrowed, MILESTONE_STATES } from '../milestone.ts';
import { closeContract } from './end-contract.ts';
import { type LockedContract, lockContract, milestonesOf, requireActive } from './lock-contract.ts';
import { settleMilestone } from './settle-milestone.ts';

export type AnswerEnding = {
  endingId: string;
  /** The contract that the caller takes it for the ending of; of another it is `not_found`. */
  contractId?: string;
  answer: 'agree' | 'refuse' | 'withdraw';
};

/**
 * The other side agrees to the split or refuses it; the proposer may withdraw. Agreeing pays it out
 * and ends the contract. Refuses `escrow_unanswered` when the escrow changed since it was proposed.
 * Run it with the ending's id as root.
 */
export async function answerEnding(
  ctx: Context,
  input: AnswerEnding,
): Promise<{ endingId: string; contractId: string; seq: number }> {
  requireMember(ctx.actor, 'refund');
  const found = await ctx.tx
    .selectFrom('contractEnding')
    .selectAll()
    .where('id', '=', input.endingId)
    .executeTakeFirst();
  if (found === undefined || found.contractId !== (input.contractId ?? found.contractId)) {
    return refuse('not_found', { thing: 'ending' });
  }
  const contract = await lockContract(ctx, found.contractId);
  const own = partyOf(contract, requireSide(ctx.actor, contract)) === found.proposedBy;
  requireActive(contract);
  if (own !== (input.answer === 'withdraw')) {
    refuse('not_allowed', { act: input.answer, thing: 'ending' });
  }
  const states = { agree: 'agreed', refuse: 'refused', withdraw: 'withdrawn' } as const;
  const taken = await ctx.tx
    .updateTable('contractEnding')
    .set({ state: states[input.answer], answeredAt: ctx.now })
    .where('id', '=', found.id)
    .where('state', '=', 'proposed')
    .returning('id')
    .executeTakeFirst();
  if (taken === undefined) refuse('already_done', { thing: 'ending' });
  if (input.answer === 'agree') {
    await paySplit(ctx, contract, readLines(found.lines));
    const ended = await closeContract(ctx, contract, {
      who: 'rule',
      reason: 'agreed',
      endedBy: found.proposedBy,
    });
    return { endingId: found.id, ...ended };
  }
  const event = await appendEvent(ctx, {
    kind: input.answer === 'refuse' ? 'contract.ending_refused' : 'contract.ending_withdrawn',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: found.id,
    parties: [contract.clientId, contract.freelancerId],
    data: { title: contract.title },
  });
  return { endingId: found.id, contractId: contract.id, seq: event.seq };
}

async function paySplit(
  ctx: Context,
  contract: LockedContract,
  lines: readonly EndingLine[],
): Promise<void> {
  const milestones = await milestonesOf(ctx, contract.id);
  const escrowed = milestones.filter((one) => isEscrowed(one.state));
  assertEveryCentAnswered(escrowed, lines);
  for (const milestone of escrowed) {
    const line = lines.find((one) => one.milestoneId === milestone.id);
    const state = nextState(MILESTONE_STATES, milestone.state, { act: 'split', who: 'rule' });
    if (line === undefined || state !== 'split') throw new Error('Each line was asserted');
    const grossMinor = line.toFreelancerMinor;
    await settleMilestone(ctx, { contract, milestone, state, grossMinor });
  }
}
