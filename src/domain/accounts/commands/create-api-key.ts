import { ALL_SCOPES, type Scope } from '#domain/kernel/actor.ts';
import { newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { chars, oneLine } from '#domain/kernel/text.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { scopesOfRole } from '../permission.ts';

const MOST_KEYS = 50;
const NAME_CHARS = 80;

export type CreateApiKey = {
  name: string;
  scopes: readonly Scope[];
  /** When it stops working, in ISO 8601; null for never. */
  expiresAt: string | null;
  /** From `mintApiKey`. The secret itself never comes here: results are stored. */
  prefix: string;
  secretHash: string;
};

/**
 * Makes an API key with which programs act as this member for the party it acts for now; run it
 * with the member's id as root. Refuses `scope_missing` for more than the member may do itself.
 */
export async function createApiKey(
  ctx: Context,
  input: CreateApiKey,
): Promise<{ keyId: string; seq: number }> {
  const { actor, now, tx } = ctx;
  if (actor.kind !== 'member') return refuse('not_allowed');
  const name = oneLine(input.name);
  if (name === '') refuse('input_invalid', { rule: 'required' }, 'name');
  if (chars(name) > NAME_CHARS) {
    refuse('input_invalid', { rule: 'too_long', limit: NAME_CHARS }, 'name');
  }
  const scopes = ALL_SCOPES.filter((scope) => input.scopes.includes(scope));
  if (scopes.length === 0) refuse('input_invalid', { rule: 'required' }, 'scopes');
  const possible = scopesOfRole(actor.role).filter((scope) => actor.scopes.includes(scope));
  const tooMuch = scopes.find((scope) => !possible.includes(scope));
  if (tooMuch !== undefined) refuse('scope_missing', { scope: tooMuch }, 'scopes');
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  if (expiresAt !== null && !(expiresAt > now)) refuse('date_in_past', {}, 'expiresAt');
  await refuseTooMany(ctx, actor.memberId);
  const keyId = newId(ctx.home, now);
  await tx
    .insertInto('apiKey')
    .values({
      id: keyId,
      memberId: actor.memberId,
      partyId: actor.partyId,
      name,
      scopes,
      prefix: input.prefix,
      secretHash: input.secretHash,
      createdAt: now,
      expiresAt,
    })
    .execute();
  const { seq } = await appendEvent(ctx, {
    kind: 'api_key.created',
    rootKind: 'party',
    rootId: actor.memberId,
    subjectId: keyId,
    parties: [...new Set([actor.memberId, actor.partyId])],
    data: { name, scopes, partyId: actor.partyId, expiresAt: expiresAt?.toISOString() ?? null },
  });
  return { keyId, seq };
}

async function refuseTooMany(ctx: Context, memberId: string): Promise<void> {
  const live = await ctx.tx
    .selectFrom('apiKey')
    .select('id')
    .where('memberId', '=', memberId)
    .where('revokedAt', 'is', null)
    .limit(MOST_KEYS)
    .execute();
  if (live.length === MOST_KEYS) refuse('input_invalid', { rule: 'too_many', limit: MOST_KEYS });
}
