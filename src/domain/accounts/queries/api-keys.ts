import { ALL_SCOPES, type Scope } from '#domain/kernel/actor.ts';
import type { ReadDb } from '#platform/database.ts';
import { type ApiKeyState, apiKeyState } from '../api-key.ts';

export type ApiKeyRow = {
  id: string;
  name: string;
  prefix: string;
  partyId: string;
  partyName: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  state: ApiKeyState;
};

const MOST_SHOWN = 200;

/** A member's keys, newest first, for whichever party they act. */
export async function apiKeysOfMember(
  db: ReadDb,
  memberId: string,
  now: Date,
): Promise<ApiKeyRow[]> {
  const rows = await db
    .selectFrom('apiKey')
    .innerJoin('party', 'party.id', 'apiKey.partyId')
    .select([
      'apiKey.id',
      'apiKey.name',
      'prefix',
      'partyId',
      'party.name as partyName',
      'scopes',
      'apiKey.createdAt',
      'expiresAt',
      'lastUsedAt',
      'revokedAt',
    ])
    .where('memberId', '=', memberId)
    .orderBy('apiKey.createdAt', 'desc')
    .orderBy('apiKey.id', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({
    ...row,
    scopes: ALL_SCOPES.filter((scope) => row.scopes.includes(scope)),
    state: apiKeyState(row, now),
  }));
}
