import { requireWorkerReader } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { haveOf } from '../meets.ts';
import { approvalRate, SYSTEM_TYPES, type SystemType } from '../system-types.ts';
import { heldQualifications } from './held-qualifications.ts';

export type ComputedSight = {
  type: SystemType;
  /** A number, a place, or null where the worker has none. */
  value: number | string | null;
};

/** What is computed of the worker, as requirements compare it. */
export async function ownComputed(db: ReadDb, actor: Actor, now: Date): Promise<ComputedSight[]> {
  const { memberId } = requireWorkerReader(actor);
  const held = await heldQualifications(db, memberId, now);
  return SYSTEM_TYPES.map((type) => ({
    type,
    value: haveOf({ qualificationId: type.id }, held),
  }));
}

/** What the worker says of itself; what it never said is absent or no. */
export async function ownStatement(
  db: ReadDb,
  actor: Actor,
): Promise<{ country: string | null; subdivision: string | null; adult: boolean }> {
  const { memberId } = requireWorkerReader(actor);
  const row = await db
    .selectFrom('party')
    .leftJoin('workerStatement', 'workerStatement.workerId', 'party.id')
    .select(['party.country', 'subdivision', 'adult'])
    .where('party.id', '=', memberId)
    .executeTakeFirstOrThrow();
  return { ...row, adult: row.adult ?? false };
}

/** The counts behind the worker's approval rate; null before its first answer is counted. */
export async function ownCounts(db: ReadDb, actor: Actor) {
  const { memberId } = requireWorkerReader(actor);
  const row = await db
    .selectFrom('workerRecord')
    .select(['batches', 'submitted', 'approved', 'rejected', 'refreshedAt'])
    .where('workerId', '=', memberId)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, rate: approvalRate(row) };
}
