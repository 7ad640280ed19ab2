import { requireMember } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import { FILE_LIMITS } from '../file.ts';

/** What is left of the given files for a form that was refused: own ones, with their names. */
export async function waitingFiles(db: ReadDb, actor: Actor, fileIds: readonly string[]) {
  const { partyId } = requireMember(actor, 'see_work');
  const ids = fileIds.filter(isId).slice(0, FILE_LIMITS.perSubject * 2);
  if (ids.length === 0) return [];
  return db
    .selectFrom('file')
    .select(['id', 'name', 'mediaType', 'sizeBytes', 'sha256', 'uploadedAt'])
    .where('id', 'in', ids)
    .where('partyId', '=', partyId)
    .orderBy('uploadedAt')
    .orderBy('id')
    .execute();
}

/** Files that nothing was made of for so long that they may go. */
export async function forgottenFiles(
  db: ReadDb,
  now: Date,
  limit: number,
): Promise<{ id: string }[]> {
  const before = new Date(now.getTime() - FILE_LIMITS.unattachedHours * 3_600_000);
  return db
    .selectFrom('file')
    .select('id')
    .where('subjectId', 'is', null)
    .where('uploadedAt', '<', before)
    .orderBy('uploadedAt')
    .limit(limit)
    .execute();
}
