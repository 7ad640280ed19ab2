import type { ReadDb } from '#platform/database.ts';

/** Whether the client wants no more work of this worker. */
export async function isBlocked(
  db: ReadDb,
  { clientId, workerId }: { clientId: string; workerId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('workerBlock')
    .select('clientId')
    .where('clientId', '=', clientId)
    .where('workerId', '=', workerId)
    .executeTakeFirst();
  return row !== undefined;
}
