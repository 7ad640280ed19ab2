import { expect, test } from 'vitest';
import type { MemberActor, Scope } from '#domain/kernel/actor.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { mintApiKey } from '../api-key.ts';
import { actorOfApiKey } from '../queries/actor-of-api-key.ts';
import { apiKeysOfMember } from '../queries/api-keys.ts';
import { createApiKey } from './create-api-key.ts';
import { revokeApiKey } from './revoke-api-key.ts';
import { restoreMember, suspendMember } from './suspend-member.ts';
import { touchApiKey } from './touch-api-key.ts';

const { db, readDb, run } = await testDatabase();

const ioana = await castMember(run, 'Ioana Petrescu');
const MINUTE = 60_000;

async function makeKey(
  actor: MemberActor,
  options: { scopes?: Scope[]; expiresAt?: string } = {},
): Promise<{ secret: string; keyId: string }> {
  const { secret, prefix, secretHash } = mintApiKey();
  const { scopes = ['read', 'work'], expiresAt = null } = options;
  const input = { name: 'Nightly export', scopes, expiresAt, prefix, secretHash };
  const { keyId } = await run(createApiKey, input, { actor, root: actor.memberId });
  return { secret, keyId };
}

function who(secret: string, now = new Date()) {
  return actorOfApiKey(readDb, secret, now);
}

test('a key acts as its member within its scopes, and is kept as a hash', async () => {
  const { secret, keyId } = await makeKey(ioana);
  expect(secret).toMatch(/^ash_[\w-]{43}$/);
  expect(await who(secret)).toEqual({
    keyId,
    actor: { ...ioana, scopes: ['read', 'work'] },
    unnoted: true,
  });
  for (const table of ['apiKey', 'event', 'idempotencyKey'] as const) {
    const rows = await db.selectFrom(table).selectAll().execute();
    const text = JSON.stringify(rows, (_name, value) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    expect(text).not.toContain(secret);
  }
  const [row] = await apiKeysOfMember(readDb, ioana.memberId, new Date());
  expect(row).toMatchObject({
    name: 'Nightly export',
    state: 'active',
    prefix: secret.slice(0, 10),
  });
});

test.each([
  ['nothing', ''],
  ['a word', 'ash_short'],
  ['another key', mintApiKey().secret],
  ['SQL', "ash_' or 1=1 --"],
  ['a very long one', `ash_${'a'.repeat(100_000)}`],
])('%s is nobody', async (_name, secret) => {
  expect(await who(secret)).toBeNull();
});

test('revoked and expired keys are nobody', async () => {
  const { secret, keyId } = await makeKey(ioana);
  await run(revokeApiKey, { keyId }, { actor: ioana, root: ioana.memberId });
  expect(await who(secret)).toBeNull();
  await expect(
    run(revokeApiKey, { keyId }, { actor: ioana, root: ioana.memberId }),
  ).rejects.toMatchObject({ code: 'already_done' });

  const until = new Date(Date.now() + MINUTE);
  const timed = await makeKey(ioana, { expiresAt: until.toISOString() });
  expect(await who(timed.secret)).not.toBeNull();
  expect(await who(timed.secret, until)).toBeNull();
  await expect(makeKey(ioana, { expiresAt: '2020-01-01' })).rejects.toMatchObject({
    code: 'date_in_past',
    field: 'expiresAt',
  });
});

test("nobody revokes another's key", async () => {
  const { secret, keyId } = await makeKey(ioana);
  const mara = await castMember(run, 'Mara Stranger');
  await expect(
    run(revokeApiKey, { keyId }, { actor: mara, root: mara.memberId }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(await who(secret)).not.toBeNull();
});

test('a key can do no more than who makes it', async () => {
  const mara = await castMember(run, 'Mara Oduya');
  const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
  const asMember = { ...firm, role: 'member' as const };
  const asKey = { ...ioana, scopes: ['read'] as const };
  for (const actor of [asMember, asKey]) {
    await expect(makeKey(actor, { scopes: ['money'] })).rejects.toMatchObject({
      code: 'scope_missing',
    });
  }
  await expect(makeKey(ioana, { scopes: [] })).rejects.toMatchObject({ code: 'input_invalid' });
});

test('a key of an organization has the role that its member has now', async () => {
  const mara = await castMember(run, 'Mara Second');
  const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
  const { secret } = await makeKey(firm, { scopes: ['read', 'money'] });
  expect((await who(secret))?.actor).toMatchObject({ role: 'owner', partyId: firm.partyId });
  const membership = db
    .updateTable('membership')
    .where('organizationId', '=', firm.partyId)
    .where('memberId', '=', mara.memberId);
  await membership.set({ role: 'member' }).execute();
  expect((await who(secret))?.actor).toMatchObject({ role: 'member' });
  await db.deleteFrom('membership').where('organizationId', '=', firm.partyId).execute();
  expect(await who(secret)).toBeNull();
});

test('a suspended member has no keys until it is restored', async () => {
  const { secret } = await makeKey(ioana);
  const operator = { ...(await castMember(run, 'Olu Operator')), operator: true };
  const { memberId } = ioana;
  const options = { actor: operator, root: memberId };
  await run(suspendMember, { memberId, reason: 'Two complaints' }, options);
  expect(await who(secret)).toBeNull();
  await run(restoreMember, { memberId }, options);
  expect(await who(secret)).not.toBeNull();
});

test('a use is noted once a minute', async () => {
  const { secret, keyId } = await makeKey(ioana);
  const touch = (now: Date) =>
    run(touchApiKey, { keyId }, { actor: systemActor('rest'), root: keyId, now });
  const start = new Date();
  const later = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);
  await touch(start);
  expect((await who(secret, later(0.9)))?.unnoted).toBe(false);
  await touch(later(0.9));
  const noted = () =>
    db.selectFrom('apiKey').select('lastUsedAt').where('id', '=', keyId).executeTakeFirstOrThrow();
  expect((await noted()).lastUsedAt).toEqual(start);
  expect((await who(secret, later(1.1)))?.unnoted).toBe(true);
  await touch(later(1.1));
  expect((await noted()).lastUsedAt).toEqual(later(1.1));
});
