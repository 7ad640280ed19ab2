import { requireMember } from '#domain/accounts/permission.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { partyOf, requireSide } from '../contract.ts';
import { type LockedContract, lockContract, requireActive } from './lock-contract.ts';

export type ProposeChange = {
  contractId: string;
  change:
    | { kind: 'add'; title: string; details?: string; amountMinor: bigint; dueOn?: string | null }
    | {
        kind: 'change';
        milestoneId: string;
        title: string;
        details?: string;
        amountMinor: bigint;
        dueOn?: string | null;
      }
    | { kind: 'drop'; milestoneId: string };
};

const OPEN_CHANGES_MAX = 20;

/** One side wants a milestone added, altered or dropped; nothing changes until the other agrees. */
export async function proposeChange(
  ctx: Context,
  input: ProposeChange,
): Promise<{ changeId: string; contractId: string; seq: number }> {
  requireMember(ctx.actor, 'sign');
  const contract = await lockContract(ctx, input.contractId);
  const side = requireSide(ctx.actor, contract);
  requireActive(contract);
  const { change } = input;
  if (change.kind !== 'drop') assertTerms(change, ctx.now);
  if (change.kind !== 'add') await assertOpenMilestone(ctx, contract, change.milestoneId);
  await assertRoom(ctx, contract.id);
  const id = newId(ctx.home, ctx.now);
  const terms =
    change.kind === 'drop'
      ? {}
      : {
          title: change.title.trim(),
          details: change.details?.trim() ?? '',
          amountMinor: change.amountMinor,
          dueOn: change.dueOn ?? null,
        };
  await ctx.tx
    .insertInto('milestoneChange')
    .values({
      id,
      contractId: contract.id,
      milestoneId: change.kind === 'add' ? null : change.milestoneId,
      kind: change.kind,
      ...terms,
      state: 'proposed',
      proposedBy: partyOf(contract, side),
      proposedAt: ctx.now,
    })
    .execute();
  const event = await appendEvent(ctx, {
    kind: 'contract.change_proposed',
    rootKind: 'contract',
    rootId: contract.id,
    subjectId: id,
    parties: [contract.clientId, contract.freelancerId],
    data: {
      contract: contract.title,
      change: change.kind,
      title: change.kind === 'drop' ? '' : change.title.trim(),
      currency: contract.currency,
      amountMinor: change.kind === 'drop' ? null : change.amountMinor.toString(),
    },
  });
  return { changeId: id, contractId: contract.id, seq: event.seq };
}

function assertTerms(
  terms: { title: string; amountMinor: bigint; dueOn?: string | null },
  now: Date,
): void {
  if (terms.title.trim() === '') refuse('input_invalid', { missing: 'title' }, 'title');
  if (terms.amountMinor <= 0n) refuse('amount_invalid', {}, 'amount');
  if (terms.dueOn != null && terms.dueOn < now.toISOString().slice(0, 10)) {
    refuse('date_in_past', { date: terms.dueOn }, 'dueOn');
  }
}

/** Only a milestone of this contract that holds no money yet, and has no other change waiting. */
async function assertOpenMilestone(
  ctx: Context,
  contract: LockedContract,
  milestoneId: string,
): Promise<void> {
  const milestone = await ctx.tx
    .selectFrom('milestone')
    .select(['id', 'state'])
    .where('id', '=', milestoneId)
    .where('contractId', '=', contract.id)
    .executeTakeFirst();
  if (milestone === undefined) return refuse('not_found', { thing: 'milestone' });
  if (milestone.state !== 'agreed') {
    refuse('wrong_state', { thing: 'milestone', state: milestone.state, act: 'change' });
  }
  const waiting = await ctx.tx
    .selectFrom('milestoneChange')
    .select('id')
    .where('milestoneId', '=', milestoneId)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  if (waiting !== undefined) refuse('change_pending', { changeId: waiting.id });
}

async function assertRoom(ctx: Context, contractId: string): Promise<void> {
  const { count } = await ctx.tx
    .selectFrom('milestoneChange')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('contractId', '=', contractId)
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow();
  if (count >= OPEN_CHANGES_MAX) refuse('change_pending', { count: Number(count) });
}
