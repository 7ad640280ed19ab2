import { type Selectable, sql } from 'kysely';
import { assertHome, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import type { Contract, Milestone } from '#platform/schema.ts';

export type LockedContract = Selectable<Contract>;
export type LockedMilestone = Selectable<Milestone>;

/** Locks the contract: every act on it or on its milestones waits in this line. */
export async function lockContract(ctx: Context, contractId: string): Promise<LockedContract> {
  if (!isId(contractId)) return refuse('not_found', { thing: 'contract' });
  const row = await ctx.tx
    .selectFrom('contract')
    .selectAll()
    .where('id', '=', contractId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse('not_found', { thing: 'contract' });
  assertHome(ctx.home, row.id);
  return row;
}

/** Locks a milestone's contract, then reads the milestone as it is under that lock. */
export async function lockMilestone(
  ctx: Context,
  milestoneId: string,
): Promise<{ contract: LockedContract; milestone: LockedMilestone }> {
  if (!isId(milestoneId)) return refuse('not_found', { thing: 'milestone' });
  const found = await ctx.tx
    .selectFrom('milestone')
    .select('contractId')
    .where('id', '=', milestoneId)
    .executeTakeFirst();
  if (found === undefined) return refuse('not_found', { thing: 'milestone' });
  const contract = await lockContract(ctx, found.contractId);
  const milestone = await ctx.tx
    .selectFrom('milestone')
    .selectAll()
    .where('id', '=', milestoneId)
    .executeTakeFirstOrThrow();
  return { contract, milestone };
}

/** Keeps these advisory locks apart from others. */
const PAIR_CLASS = 8_131;

/**
 * Locks what the two sides of a locked contract pay each other in its currency, on all of their
 * contracts: the tiers of fees stand on that sum, so whoever reads it to take a fee waits here for
 * the others. Taken after the contract and before any account.
 */
export async function lockPair(ctx: Context, contract: LockedContract): Promise<void> {
  const pair = `${contract.clientId} ${contract.freelancerId} ${contract.currency}`;
  await sql`select pg_advisory_xact_lock(${PAIR_CLASS}, hashtext(${pair}))`.execute(ctx.tx);
}

export function requireActive(contract: LockedContract): void {
  if (contract.state !== 'active') refuse('contract_not_active', { state: contract.state });
}

/** The milestones of a locked contract, in their order. */
export function milestonesOf(ctx: Context, contractId: string): Promise<LockedMilestone[]> {
  return ctx.tx
    .selectFrom('milestone')
    .selectAll()
    .where('contractId', '=', contractId)
    .orderBy('position')
    .execute();
}
