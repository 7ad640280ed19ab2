import type { ReadDb } from '#platform/database.ts';

export type SubjectFile = Awaited<ReturnType<typeof subjectFiles>>[number];

/** The files of a project, proposal or delivery, for a caller that may read the subject. */
export async function subjectFiles(db: ReadDb, subjectId: string) {
  return db
    .selectFrom('file')
    .select(['id', 'name', 'mediaType', 'sizeBytes', 'sha256', 'uploadedAt'])
    .where('subjectId', '=', subjectId)
    .orderBy('uploadedAt')
    .orderBy('id')
    .execute();
}
