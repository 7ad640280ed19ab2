import { z } from '@hono/zod-openapi';
import { mintApiKey } from '#domain/accounts/api-key.ts';
import { createApiKey } from '#domain/accounts/commands/create-api-key.ts';
import { revokeApiKey } from '#domain/accounts/commands/revoke-api-key.ts';
import { type ApiKeyRow, apiKeysOfMember } from '#domain/accounts/queries/api-keys.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, FREELANCER, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, instantIn, list, text } from '../schema.ts';
import { derivedSecret } from './derived-secret.ts';

const scope = z.enum(['read', 'work', 'money']);

const keyView = z
  .strictObject({
    id,
    name: z.string(),
    prefix: z.string(),
    party: z.strictObject({ id, name: z.string() }),
    scopes: z.array(scope),
    state: z.enum(['active', 'expired', 'revoked']),
    created_at: instant,
    expires_at: instant.nullable(),
    last_used_at: instant.nullable(),
    revoked_at: instant.nullable(),
  })
  .openapi('ApiKey');

const example = {
  id: IDS.key,
  name: 'Nightly import',
  prefix: 'ash_Zf1VnQ',
  party: { id: FREELANCER.id, name: FREELANCER.name },
  scopes: ['read' as const],
  state: 'active' as const,
  created_at: AT,
  expires_at: null,
  last_used_at: null,
  revoked_at: null,
};

export const apiKeyOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/api-keys',
    id: 'listApiKeys',
    tag: 'Accounts',
    summary: "The member's keys, newest first; for a key of an organization, those for it",
    scope: 'read',
    answer: { schema: list(keyView), example: { items: [example] } },
    async handle({ db, actor, now }) {
      return { body: { items: (await keysOf(db, actor, now)).map(presentKey) } };
    },
  }),
  operation({
    method: 'post',
    path: '/api-keys',
    id: 'createApiKey',
    tag: 'Accounts',
    summary: 'Make a key for the same party with at most the same scopes; its secret is shown once',
    scope: 'work',
    body: {
      schema: z.strictObject({
        name: text(80, 1),
        scopes: z.array(scope).min(1).max(3),
        expires_at: instantIn.nullable().default(null),
      }),
      example: { name: 'Nightly import', scopes: ['read'] },
    },
    answer: {
      status: 201,
      schema: extended(keyView, { secret: z.string(), event: eventRef }).openapi(
        'ApiKeyWithSecret',
      ),
      example: {
        ...example,
        secret: 'ash_Zf1VnQ7mJ0t4o2yX5kq8Wc3uRb6hTg9sLpAeDiNvMxE',
        event: eventExample(IDS.freelancer, 8),
      },
    },
    refuses: ['date_in_past', 'input_invalid'],
    async handle(call) {
      const { actor, db, now } = call;
      const { name, scopes, expires_at: expiresAt } = call.body;
      const { secret, prefix, secretHash } = mintApiKey(derivedSecret(call, 'api key'));
      const input = { name, scopes, expiresAt, prefix, secretHash };
      const { keyId, seq } = await call.act(createApiKey, input, actor.memberId);
      const made = await findKey(db, actor, { keyId, now });
      const event = await eventOf(call, actor.memberId, seq);
      return { body: { ...presentKey(made), secret, event }, location: '/api-keys' };
    },
  }),
  operation({
    method: 'delete',
    path: '/api-keys/{keyId}',
    id: 'revokeApiKey',
    tag: 'Accounts',
    summary: 'End a key for good',
    scope: 'work',
    params: { keyId: id.openapi({ example: IDS.key }) },
    answer: {
      schema: extended(keyView, { event: eventRef }).openapi('ApiKeyActed'),
      example: {
        ...example,
        state: 'revoked',
        revoked_at: AT,
        event: eventExample(IDS.freelancer, 9),
      },
    },
    refuses: ['already_done'],
    async handle(call) {
      const { actor, db, now } = call;
      const { keyId } = call.params;
      await findKey(db, actor, { keyId, now });
      const { seq } = await call.act(revokeApiKey, { keyId }, actor.memberId);
      const ended = await findKey(db, actor, { keyId, now });
      return { body: { ...presentKey(ended), event: await eventOf(call, actor.memberId, seq) } };
    },
  }),
];

async function keysOf(db: ReadDb, actor: MemberActor, now: Date): Promise<ApiKeyRow[]> {
  const rows = await apiKeysOfMember(db, actor.memberId, now);
  return actor.role === 'self' ? rows : rows.filter((row) => row.partyId === actor.partyId);
}

async function findKey(
  db: ReadDb,
  actor: MemberActor,
  { keyId, now }: { keyId: string; now: Date },
): Promise<ApiKeyRow> {
  const found = (await keysOf(db, actor, now)).find((row) => row.id === keyId);
  return found ?? refuse('not_found', { thing: 'API key' });
}

function presentKey(row: ApiKeyRow) {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    party: { id: row.partyId, name: row.partyName },
    scopes: row.scopes,
    state: row.state,
    created_at: time(row.createdAt),
    expires_at: timeOrNull(row.expiresAt),
    last_used_at: timeOrNull(row.lastUsedAt),
    revoked_at: timeOrNull(row.revokedAt),
  };
}
