import type { Context } from '#platform/context.ts';
import { staleUseBefore } from '../api-key.ts';

/** Notes that a key was used; the one act without an event, because it says nothing but "still". */
export async function touchApiKey(ctx: Context, input: { keyId: string }): Promise<null> {
  await ctx.tx
    .updateTable('apiKey')
    .set({ lastUsedAt: ctx.now })
    .where('id', '=', input.keyId)
    .where((eb) =>
      eb.or([eb('lastUsedAt', 'is', null), eb('lastUsedAt', '<', staleUseBefore(ctx.now))]),
    )
    .execute();
  return null;
}
