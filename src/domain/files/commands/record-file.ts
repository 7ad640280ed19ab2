import { requireMember } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { FILE_LIMITS, mediaTypeOf, safeName } from '../file.ts';

export type RecordFile = {
  /** The id under which the file store keeps the bytes. */
  fileId: string;
  name: string;
  sizeBytes: number;
  /** Hexadecimal. */
  sha256: string;
};

/**
 * Notes a file whose bytes are already stored, so that it can be attached to a subject within a
 * day. It has no event of its own: the event of the act that attaches it names it with its hash.
 */
export async function recordFile(
  ctx: Context,
  input: RecordFile,
): Promise<{ fileId: string; name: string }> {
  const actor = requireMember(ctx.actor, 'post');
  const name = safeName(input.name);
  if (input.sizeBytes === 0) refuse('input_invalid', { rule: 'empty_file', name }, 'files');
  // The same upload may come again long after its key was forgotten.
  if (await isNoted(ctx, input, actor.partyId)) return { fileId: input.fileId, name };
  await assertRoom(ctx, actor.partyId);
  await ctx.tx
    .insertInto('file')
    .values({
      id: input.fileId,
      partyId: actor.partyId,
      uploadedBy: actor.memberId,
      name,
      mediaType: mediaTypeOf(name),
      sizeBytes: BigInt(input.sizeBytes),
      sha256: input.sha256,
      uploadedAt: ctx.now,
    })
    .execute();
  return { fileId: input.fileId, name };
}

async function isNoted(ctx: Context, file: RecordFile, partyId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('file')
    .select('id')
    .where('id', '=', file.fileId)
    .where('partyId', '=', partyId)
    .where('sha256', '=', file.sha256)
    .executeTakeFirst();
  return row !== undefined;
}

/** Nobody may fill the disk with files that belong to nothing. */
async function assertRoom(ctx: Context, partyId: string): Promise<void> {
  const limit = FILE_LIMITS.unattached;
  const waiting = await ctx.tx
    .selectFrom('file')
    .select('id')
    .where('partyId', '=', partyId)
    .where('subjectId', 'is', null)
    .limit(limit)
    .execute();
  if (waiting.length >= limit) refuse('too_many_files', { limit }, 'files');
}
