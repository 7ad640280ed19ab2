import type { Selectable } from 'kysely';
import { requireMember } from '#domain/accounts/permission.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { nextState } from '#domain/kernel/state-table.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import type { MilestoneChange } from '#platform/schema.ts';
import { partyOf, requireSide } from '../contract.ts';
import { MILESTONE_STATES } from '../milestone.ts';
import { type LockedContract, lockContract, milestonesOf, requireActive } from './lock-contract.ts';

export type ChangeAnswer = 'agree' | 'refuse' | 'withdraw';

const OUTCOME = {
  agree: { state: 'agreed', event: 'contract.change_agreed' },
  refuse: { state: 'refused', event: 'contract.change_refused' },
  withdraw: { state: 'withdrawn', event: 'contract.change_withdrawn' },
} as const satisfies Record<ChangeAnswer, { state: string; event: EventKind }>;

export type AnswerChange = {
  changeId: string;
  /** The contract that the caller takes it for a change of; of another it is `not_found`. */
  contractId?: string;
  answer: ChangeAnswer;
};

/**
 * The other side agrees or refuses; the side that proposed may withdraw. Agreeing applies it. Run
 * it with the change's id as root.
 */
export async function answerChange(
  ctx: Context,
  input: AnswerChange,
): Promise<{ changeId: string; contractId: string; seq: number }> {
  requireMember(ctx.actor, 'sign');
  const found = await ctx.tx
    .selectFrom('milestoneChange')
    .selectAll()
    .where('id', '=', input.changeId)
    .executeTakeFirst();
  if (found === undefined || found.contractId !== (input.contractId ?? found.contractId)) {
    return refuse('not_found', { thing: 'change' });
  }
  const contract = await lockContract(ctx, found.contractId);
  const own = partyOf(contract, requireSide(ctx.actor, contract)) === found.proposedBy;
  requireActive(contract);
  if (own !== (input.answer === 'withdraw')) {
    refuse('not_allowed', { act: input.answer, thing: 'change' });
  }
  const outcome = OUTCOME[input.answer];
  const taken = await ctx.tx
    .updateTable('milestoneChange')
    .set({ state: outcome.state, answeredAt: ctx.now })
    .where('id', '=', found.id)
    .where('state', '=', 'proposed')
    .returning('id')
    .executeTakeFirst();
  if (taken === undefined) refuse('already_done', { thing: 'change' });
  if (input.answer === 'agree') await applyChange(ctx, contract, found);
  const event = await appendEvent(ctx, {
    kind: outcome.event,
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: found.id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      contract: contract.title,
      change: found.kind,
      title: found.title,
      currency: contract.currency,
      amountMinor: found.amountMinor?.toString() ?? null,
    },
  });
  return { changeId: found.id, contractId: contract.id, seq: event.seq };
}

async function applyChange(
  ctx: Context,
  contract: LockedContract,
  change: Selectable<MilestoneChange>,
): Promise<void> {
  const milestones = await milestonesOf(ctx, contract.id);
  if (change.milestoneId === null) {
    await ctx.tx
      .insertInto('milestone')
      .values({
        id: newId(ctx.home, ctx.now),
        contractId: contract.id,
        position: (milestones.at(-1)?.position ?? 0) + 1,
        ...termsOf(change),
        state: nextState(MILESTONE_STATES, null, { act: 'agree', who: 'rule' }),
      })
      .execute();
  } else {
    const milestone = milestones.find((one) => one.id === change.milestoneId);
    if (milestone?.state !== 'agreed') {
      refuse('wrong_state', { thing: 'milestone', state: milestone?.state ?? '', act: 'change' });
    }
    const alteration =
      change.kind === 'drop'
        ? { state: nextState(MILESTONE_STATES, 'agreed', { act: 'drop', who: 'rule' }) }
        : termsOf(change);
    await ctx.tx
      .updateTable('milestone')
      .set(alteration)
      .where('id', '=', change.milestoneId)
      .execute();
  }
}

function termsOf(change: Selectable<MilestoneChange>) {
  const { title, details, dueOn } = change;
  return { title, details, dueOn, amountMinor: change.amountMinor ?? 0n };
}
