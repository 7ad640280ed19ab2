import { refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';

/** Ends one of the actor's own keys for good; run it with the member's id as root. */
export async function revokeApiKey(
  ctx: Context,
  input: { keyId: string },
): Promise<{ name: string; seq: number }> {
  const { actor, now, tx } = ctx;
  if (actor.kind !== 'member') return refuse('not_allowed');
  const key = await tx
    .selectFrom('apiKey')
    .select(['name', 'partyId', 'revokedAt'])
    .where('id', '=', input.keyId)
    .where('memberId', '=', actor.memberId)
    .forUpdate()
    .executeTakeFirst();
  if (key === undefined) return refuse('not_found', { thing: 'api key' });
  if (key.revokedAt !== null) refuse('already_done', { act: 'revoke' });
  await tx.updateTable('apiKey').set({ revokedAt: now }).where('id', '=', input.keyId).execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'api_key.revoked',
    rootKind: 'party',
    rootId: actor.memberId,
    subjectId: input.keyId,
    parties: [...new Set([actor.memberId, key.partyId])],
    data: { name: key.name },
  });
  return { name: key.name, seq };
}
