import { sql } from 'kysely';
import { ALL_SCOPES, type MemberActor, type Scope } from '#domain/kernel/actor.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { apiKeyState, looksLikeApiKey, staleUseBefore } from '../api-key.ts';
import { hashToken } from '../secret-token.ts';

export type KeyedActor = {
  keyId: string;
  actor: MemberActor;
  /** Whether the use should be noted with `touchApiKey` (root: the key's id). */
  unnoted: boolean;
};

type KeyRow = {
  id: string;
  memberId: string;
  partyId: string;
  scopes: Scope[];
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  suspendedAt: Date | null;
  operator: boolean;
  role: Exclude<MemberActor['role'], 'self'> | null;
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
  const [key] = await readSql<KeyRow>(
    db,
    sql`
    select k.id, k.member_id, k.party_id, k.scopes, k.expires_at, k.revoked_at, k.last_used_at,
      m.suspended_at, m.operator, s.role
    from api_key k join member m on m.id = k.member_id
    left join membership s on s.organization_id = k.party_id and s.member_id = k.member_id
    where k.secret_hash = ${hashToken(secret)}`,
  );
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
