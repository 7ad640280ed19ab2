import { type Held, whatIsMissing } from '#domain/qualifications/meets.ts';
import type { ReadDb } from '#platform/database.ts';
import { findWork } from './find-work.ts';

/** Batches that are looked at; beyond them the sum is only larger. */
const LOOKED_AT = 200;

/** Tests that a worker could take now, and how many tasks they would open to it. */
export async function testsThatOpen(
  db: ReadDb,
  seeker: { workerId: string; held: Held },
): Promise<{ tests: number; tasks: bigint }> {
  const { rows } = await findWork(db, seeker, { limit: LOOKED_AT });
  const closed = rows.filter(({ mayAccept }) => !mayAccept);
  const missing = closed.map(({ requirements, available }) => ({
    available,
    ids: whatIsMissing(requirements, seeker.held).map(
      ({ requirement }) => requirement.qualificationId,
    ),
  }));
  const ids = [...new Set(missing.flatMap((one) => one.ids))];
  if (ids.length === 0) return { tests: 0, tasks: 0n };
  const tests = await db
    .selectFrom('qualificationType')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '=', 'active')
    .where('requestable', '=', true)
    .where('testVersion', 'is not', null)
    .execute();
  const known = new Set(tests.map(({ id }) => id));
  const openable = missing.filter((one) => one.ids.every((id) => known.has(id)));
  return {
    tests: new Set(openable.flatMap((one) => one.ids)).size,
    tasks: openable.reduce((sum, one) => sum + one.available, 0n),
  };
}
