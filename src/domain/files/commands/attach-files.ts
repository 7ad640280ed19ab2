import type { MemberActor } from '#domain/kernel/actor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { FILE_LIMITS, type Subject, type SubjectKind } from '../file.ts';

/** A file as events keep it. */
export type FileNote = { id: string; name: string; sizeBytes: string; sha256: string };

export type AttachFiles = {
  subjectKind: SubjectKind;
  subjectId: string;
  fileIds: readonly string[];
};

/**
 * Makes these the files of the subject: attaches new ones, sets free what is no longer listed.
 * The caller holds the lock on the subject and has asked whether the actor may write on it. A file
 * must be the actor's own party's and belong to nothing else. Refuses `too_many_files` and
 * `not_found` (field files).
 */
export async function attachFiles(ctx: Context, input: AttachFiles): Promise<FileNote[]> {
  const subject: Subject = { kind: input.subjectKind, id: input.subjectId };
  const ids = [...new Set(input.fileIds)];
  const limit = FILE_LIMITS.perSubject;
  if (ids.length > limit) refuse('too_many_files', { limit }, 'files');
  if (ids.some((id) => !isId(id))) refuse('not_found', { thing: 'file' }, 'files');
  if (ctx.actor.kind !== 'member') refuse('not_allowed', { act: 'attach' });
  await releaseFiles(ctx, { subjectId: subject.id, keep: ids });
  if (ids.length === 0) return [];
  return attach(ctx, subject, { ids, actor: ctx.actor });
}

/** Sets files of a subject free, to be swept away; the caller holds the lock on the subject. */
export async function releaseFiles(
  ctx: Context,
  { subjectId, keep }: { subjectId: string; keep: readonly string[] },
): Promise<void> {
  let dropped = ctx.tx
    .updateTable('file')
    .set({ subjectKind: null, subjectId: null })
    .where('subjectId', '=', subjectId);
  if (keep.length > 0) dropped = dropped.where('id', 'not in', keep);
  await dropped.execute();
}

async function attach(
  ctx: Context,
  subject: Subject,
  given: { ids: string[]; actor: MemberActor },
): Promise<FileNote[]> {
  const files = await ctx.tx
    .selectFrom('file')
    .select(['id', 'name', 'sizeBytes', 'sha256', 'partyId', 'subjectId'])
    .where('id', 'in', given.ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  const usable = files.filter(
    (file) =>
      file.partyId === given.actor.partyId &&
      (file.subjectId === null || file.subjectId === subject.id),
  );
  if (usable.length < given.ids.length) refuse('not_found', { thing: 'file' }, 'files');
  await ctx.tx
    .updateTable('file')
    .set({ subjectKind: subject.kind, subjectId: subject.id })
    .where('id', 'in', given.ids)
    .execute();
  return usable.map(({ id, name, sizeBytes, sha256 }) => ({
    id,
    name,
    sizeBytes: sizeBytes.toString(),
    sha256,
  }));
}
