import { ALL_SCOPES, type MemberActor } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { apiKeyState, looksLikeApiKey, staleUseBefore } from '../api-key.ts';
import { hashToken } from '../secret-token.ts';

export type KeyedActor = {
  keyId: string;
  actor: MemberActor;
  /** Whether the use should be noted with `touchApiKey` (root: the key's id). */
  unnoted: boolean;
};

/**
 * Who acts with this key, or null: unknown, revoked and expired keys, suspended members and
 * members that left the organization look alike. It finds the key by its hash, so that the time
 * it takes says nothing about how much of a guess was right.
 */
export async function actorOfApiKey(
  db: ReadDb,
  secret: string,
  now: Date,
): Promise<KeyedActor | null> {
  if (!looksLikeApiKey(secret)) return null;
  const key = await db
    .selectFrom('apiKey')
    .innerJoin('member', 'member.id', 'apiKey.memberId')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.organizationId', '=', 'apiKey.partyId')
        .onRef('membership.memberId', '=', 'apiKey.memberId'),
    )
    .select([
      'apiKey.id',
      'apiKey.memberId',
      'apiKey.partyId',
      'apiKey.scopes',
      'apiKey.expiresAt',
      'apiKey.revokedAt',
      'apiKey.lastUsedAt',
      'member.suspendedAt',
      'member.operator',
      'membership.role',
    ])
    .where('apiKey.secretHash', '=', hashToken(secret))
    .executeTakeFirst();
  if (key === undefined || key.suspendedAt !== null) return null;
  if (apiKeyState(key, now) !== 'active') return null;
  const role = key.partyId === key.memberId ? 'self' : key.role;
  if (role === null) return null;
  return {
    keyId: key.id,
    actor: {
      kind: 'member',
      memberId: key.memberId,
      partyId: key.partyId,
      role,
      scopes: ALL_SCOPES.filter((scope) => key.scopes.includes(scope)),
      operator: key.operator,
    },
    unnoted: key.lastUsedAt === null || key.lastUsedAt < staleUseBefore(now),
  };
}
