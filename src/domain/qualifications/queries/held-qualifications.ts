import type { ReadDb } from '#platform/database.ts';
import type { Held } from '../meets.ts';
import { approvalRate, isVouched, SYSTEM_IDS } from '../system-types.ts';

const NONE = { batches: 0, submitted: 0n, approved: 0n, rejected: 0n };

/** What a worker holds at `now`: its grants that stand, and what is computed of it. */
export async function heldQualifications(
  db: ReadDb,
  workerId: string,
  now: Date = new Date(),
): Promise<Held> {
  const facts = await workerFacts(db, workerId);
  const grants = await db
    .selectFrom('qualificationGrant')
    .select(['typeId', 'value'])
    .where('workerId', '=', workerId)
    .where('state', '=', 'granted')
    .where((on) => on.or([on('expiresAt', 'is', null), on('expiresAt', '>', now)]))
    .execute();
  const granted = Object.fromEntries(grants.map(({ typeId, value }) => [typeId, value]));
  const { counts, country, subdivision, adult } = facts;
  return {
    country,
    subdivision,
    values: {
      ...granted,
      [SYSTEM_IDS.approvalRate]: approvalRate(counts),
      [SYSTEM_IDS.approvedCount]: Number(counts.approved),
      [SYSTEM_IDS.adult]: adult ? 1 : 0,
      ...(isVouched(counts) ? { [SYSTEM_IDS.vouched]: 1 } : {}),
    },
  };
}

async function workerFacts(db: ReadDb, workerId: string) {
  const row = await db
    .selectFrom('party')
    .leftJoin('workerRecord', 'workerRecord.workerId', 'party.id')
    .leftJoin('workerStatement', 'workerStatement.workerId', 'party.id')
    .select(['party.country', 'subdivision', 'adult'])
    .select(['batches', 'submitted', 'approved', 'rejected'])
    .where('party.id', '=', workerId)
    .executeTakeFirst();
  const { batches, submitted, approved, rejected } = row ?? NONE;
  const counted =
    batches !== null && submitted !== null && approved !== null && rejected !== null
      ? { batches, submitted, approved, rejected }
      : NONE;
  return {
    counts: counted,
    country: row?.country ?? null,
    subdivision: row?.subdivision ?? null,
    adult: row?.adult ?? false,
  };
}
