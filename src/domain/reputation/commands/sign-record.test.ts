/** A record is verified offline, by a program that shares nothing with ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { endContract } from '#domain/contracts/commands/end-contract.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { createRecordSigner } from '#platform/keys/record-signer.ts';
import { payIn, signedContract } from '#test/cast/contracts.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { publicKeys } from '../queries/signing-keys.ts';
import type { RecordPayload, RecordSelection } from '../record.ts';
import { rotateSigningKey } from './make-signing-key.ts';
import { scoreContract } from './score-contract.ts';
import { signRecord } from './sign-record.ts';

const { run, db, readDb } = await testDatabase();
const signer = createRecordSigner('a secret of this installation, long enough');
const system = systemActor('test');
const mara = await castMember(run, 'Mara Oduya');
const studio = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const freelancer = await castMember(run, 'Ioana Petrescu');

const folder = mkdtempSync(join(tmpdir(), 'anyshore-record-'));
afterAll(() => rmSync(folder, { recursive: true }));
const SCRIPT = new URL('../../../../docs/verify-record.mjs', import.meta.url).pathname;

function verify(jws: string, keys: unknown) {
  const [record, saved] = [join(folder, 'record.jws'), join(folder, 'jwks.json')];
  writeFileSync(record, `${jws}\n`);
  writeFileSync(saved, JSON.stringify(keys));
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, record, saved], {
    encoding: 'utf8',
  });
  const payload = status === 0 ? (JSON.parse(stdout) as RecordPayload) : null;
  return { valid: status === 0, payload, says: stderr };
}

const sign = (selection: Partial<RecordSelection> = {}, by = signer) => {
  const input = { side: 'freelancer', issuer: 'https://market.test', signer: by, ...selection };
  const options = { actor: freelancer, root: freelancer.partyId };
  return run(signRecord, input as Parameters<typeof signRecord>[1], options);
};

/** One contract with an organization, one with a person. */
beforeAll(async () => {
  for (const client of [studio, mara]) {
    await payIn(run, client, { amountMinor: 500_000n });
    const { contractId, milestones } = await signedContract(run, readDb, { client, freelancer });
    const [milestoneId] = milestones;
    const byClient = { actor: client, root: contractId };
    await run(fundMilestone, { milestoneId }, byClient);
    const delivery = { milestoneId, note: 'Here' };
    await run(deliverMilestone, delivery, { actor: freelancer, root: contractId });
    await run(acceptMilestone, { milestoneId }, byClient);
    await run(endContract, { contractId }, byClient);
    await run(scoreContract, { contractId }, { actor: system, root: contractId });
  }
});

test('a record says what was done, for whom if that is an organization, and how well', async () => {
  const { jws, shown } = await sign();
  const { valid, payload, says } = verify(jws, await publicKeys(readDb));
  expect(says).toContain('Valid: https://market.test signed this for Ioana Petrescu');
  expect(valid).toBe(true);
  expect(shown).toBe(2);
  expect(payload).toMatchObject({
    iss: 'https://market.test',
    sub: freelancer.partyId,
    score: { contracts: 2 },
    selection: { since: null, category: null, shown: 2, of: 2 },
  });
  expect(payload?.outcomes).toHaveLength(2);
  expect(new Set(payload?.outcomes.map((one) => one.counterparty))).toEqual(
    new Set(['Harrow & Lane', 'a client']),
  );
  expect(payload?.outcomes[0]).toMatchObject({
    category: 'architectural-illustration',
    paid: { amount: '600.00', currency: 'USD' },
    stars: null,
    on_time: { part: 1, whole: 1 },
  });
});

test('a part of it says that it is one', async () => {
  const { jws } = await sign({ category: 'software' });
  const { payload } = verify(jws, await publicKeys(readDb));
  expect(payload?.selection).toEqual({ since: null, category: 'software', shown: 0, of: 2 });
});

test('whatever is changed in it is found out', async () => {
  const { jws } = await sign();
  const keys = await publicKeys(readDb);
  const [head, body = '', signature = ''] = jws.split('.');
  const better = Buffer.from(body, 'base64url').toString().replace('"600.00"', '"900.00"');
  const forged = [head, Buffer.from(better).toString('base64url'), signature].join('.');
  expect(verify(forged, keys)).toMatchObject({
    valid: false,
    says: 'Not valid: it was changed.\n',
  });
  const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  expect(verify([header, body, ''].join('.'), keys).valid).toBe(false);
  expect(verify(jws, { keys: [] }).valid).toBe(false);
});

test('a new key retires the old one, which stays published', async () => {
  const before = await sign();
  const options = { actor: system, root: MARKET_ROOT };
  const { keyId, retired } = await run(rotateSigningKey, { signer }, options);
  expect(retired).toBe(before.keyId);
  const after = await sign();
  expect(after.keyId).toBe(keyId);
  const keys = await publicKeys(readDb);
  expect(verify(before.jws, keys).valid).toBe(true);
  expect(verify(after.jws, keys).valid).toBe(true);
});

test('the private part is sealed; under another secret a new key is made', async () => {
  const stored = JSON.stringify(await db.selectFrom('signingKey').selectAll().execute());
  expect(stored).not.toMatch(/"d":/);
  const other = createRecordSigner('another secret of this installation');
  const { jws, keyId } = await sign({}, other);
  expect(verify(jws, await publicKeys(readDb)).valid).toBe(true);
  expect((await sign({}, other)).keyId).toBe(keyId);
});

test('two first records at once make one key', async () => {
  await db.deleteFrom('signingKey').execute();
  const signed = await Promise.all([sign(), sign(), sign()]);
  expect(new Set(signed.map((one) => one.keyId)).size).toBe(1);
});
