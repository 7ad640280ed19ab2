import type { ReadDb } from '#platform/database.ts';

/** Open projects whose time is over, longest over first. */
export async function dueProjects(db: ReadDb, now: Date, limit: number): Promise<{ id: string }[]> {
  return db
    .selectFrom('project')
    .select('id')
    .where('state', '=', 'open')
    .where('expiresAt', '<=', now)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}
