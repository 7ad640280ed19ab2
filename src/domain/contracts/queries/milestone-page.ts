import type { Actor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { type ContractPage, contractPage, type MilestoneSight } from './contract-page.ts';

export type MilestonePage = { page: ContractPage; milestone: MilestoneSight };

/** One milestone with its whole contract, for the sides of the contract; refuses `not_found`. */
export async function milestonePage(
  db: ReadDb,
  actor: Actor,
  milestoneId: string,
): Promise<MilestonePage> {
  const found = isId(milestoneId)
    ? await db
        .selectFrom('milestone')
        .select('contractId')
        .where('id', '=', milestoneId)
        .executeTakeFirst()
    : undefined;
  if (found === undefined) return refuse('not_found', { thing: 'milestone' });
  const page = await contractPage(db, actor, found.contractId);
  const milestone = page.milestones.find((one) => one.id === milestoneId);
  return milestone === undefined
    ? refuse('not_found', { thing: 'milestone' })
    : { page, milestone };
}
