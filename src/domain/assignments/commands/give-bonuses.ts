import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { DECIDED_AT_ONCE } from './approve-assignments.ts';
import { type GiveBonus, type GivenBonus, giveBonus } from './give-bonus.ts';
import { lockAssignments } from './lock-assignments.ts';

/** Pays several bonuses of one batch, all or none. Refuses what `giveBonus` refuses for one. */
export async function giveBonuses(
  ctx: Context,
  { batchId, bonuses }: { batchId: string; bonuses: readonly GiveBonus[] },
): Promise<{ given: GivenBonus[] }> {
  if (bonuses.length === 0 || bonuses.length > DECIDED_AT_ONCE) {
    const range = { rule: 'out_of_range', from: 1, to: DECIDED_AT_ONCE };
    refuse('input_invalid', range, 'bonuses');
  }
  const rows = await lockAssignments(
    ctx,
    bonuses.map((one) => one.assignmentId),
  );
  if (rows.some((row) => row.batchId !== batchId)) {
    refuse('input_invalid', { rule: 'one_batch' }, 'bonuses');
  }
  const given: GivenBonus[] = [];
  for (const bonus of bonuses) given.push(await giveBonus(ctx, bonus));
  return { given };
}
