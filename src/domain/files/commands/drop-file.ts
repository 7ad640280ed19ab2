import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';

/**
 * Forgets a file that is attached to nothing; the sweep then removes its bytes from the store.
 * Gives false when it was attached in between or is gone already.
 */
export async function dropFile(
  ctx: Context,
  input: { fileId: string },
): Promise<{ dropped: boolean }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed', { act: 'drop' });
  const gone = await ctx.tx
    .deleteFrom('file')
    .where('id', '=', input.fileId)
    .where('subjectId', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return { dropped: gone !== undefined };
}
