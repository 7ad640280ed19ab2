import pg from 'pg';
import { expect, test } from 'vitest';
import { actorOfApiKey } from '#domain/accounts/queries/actor-of-api-key.ts';
import { walletBalances } from '#domain/ledger/queries/wallet-balances.ts';
import { publicKeys } from '#domain/reputation/queries/signing-keys.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { quiet } from '#test/quiet-log.ts';
import { openSignIn } from '../sign-in.ts';
import type { Answer, CliCommand, Words } from './command.ts';
import { deposit } from './deposit.ts';
import { keyCreate } from './key-create.ts';
import { memberCreate } from './member-create.ts';
import { recordKeyRotate } from './record-key-rotate.ts';
import type { CliServices } from './services.ts';
import { statesCommand } from './states.ts';
import { verifyLedgerCommand } from './verify-ledger.ts';

const database = await testDatabase();
const { run, readDb, pool, url } = database;
const services = {
  open: async () => {
    const pools = database as unknown as Parameters<typeof openSignIn>[0]['pools'];
    const baseUrl = 'http://localhost:3000';
    const auth = await openSignIn({ pools, run, log: quiet, baseUrl, secret: 'x'.repeat(40) });
    return { ...database, auth, ownerPool: pool, ownerUrl: url };
  },
} as unknown as CliServices;

async function command(asked: CliCommand, words: Words): Promise<Answer & { json: never }> {
  return (await asked.run(words, services)) as Answer & { json: never };
}

async function dollars(partyId: string): Promise<bigint | undefined> {
  return (await walletBalances(readDb, [partyId])).get(partyId)?.[0]?.amountMinor;
}

test('member create makes a member who can sign in, and shows a made-up password once', async () => {
  const noor = { email: 'Noor@Cast.test', name: 'Noor Haddad' };
  const made = await command(memberCreate, { ...noor, operator: true });
  expect(made.json).toMatchObject({ email: 'noor@cast.test', operator: true });
  expect(made.lines[1]).toMatch(/^password: \S{16}$/);
  const { auth } = await services.open();
  const password = made.lines[1]?.replace('password: ', '') ?? '';
  const body = { email: 'noor@cast.test', password };
  expect((await auth.api.signInEmail({ body })).user.name).toBe('Noor Haddad');
  await expect(command(memberCreate, noor)).rejects.toMatchObject({ code: 'email_taken' });
  await expect(command(memberCreate, { email: 'a@b.test' })).rejects.toThrow('--name is missing.');
  await expect(
    command(memberCreate, { ...noor, email: 'c@b.test', password: 'short' }),
  ).rejects.toThrow('--password needs');
});

test('key create makes a key that acts within its scopes', async () => {
  await castMember(run, 'Pavel Novak');
  const words = { email: 'pavel.novak@cast.test', name: 'Laptop', scopes: 'read,work' };
  const { lines } = await command(keyCreate, words);
  const found = await actorOfApiKey(readDb, lines[1] ?? '', new Date());
  expect(found?.actor.scopes).toEqual(['read', 'work']);
  await expect(command(keyCreate, { ...words, scopes: 'all' })).rejects.toThrow('--scopes knows');
  await expect(command(keyCreate, { ...words, email: 'no@b.test' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('deposit credits a member by address or a party by id, once for a key', async () => {
  const mara = await castMember(run, 'Mara Oduya');
  const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
  const sum = { amount: '1,600.00', currency: 'usd' };
  await command(deposit, { ...sum, email: 'mara.oduya@cast.test' });
  expect(await dollars(mara.partyId)).toBe(160_000n);
  const keyed = { ...sum, party: firm.partyId, key: 'transfer-1' };
  await command(deposit, keyed);
  await command(deposit, keyed);
  expect(await dollars(firm.partyId)).toBe(160_000n);
  const refused: [Words, object][] = [
    [{ ...sum, amount: '0', party: firm.partyId }, { code: 'amount_invalid' }],
    [{ ...sum, amount: '1.001', party: firm.partyId }, { code: 'amount_invalid' }],
    [{ ...sum, currency: 'xyz', party: firm.partyId }, { code: 'currency_unknown' }],
    [{ ...sum, party: 'nobody' }, { code: 'not_found' }],
    [{ ...sum, party: firm.partyId, email: 'a@b.test' }, { name: 'UsageError' }],
    [{ party: firm.partyId, currency: 'USD' }, { name: 'UsageError' }],
  ];
  for (const [words, why] of refused) {
    await expect(command(deposit, words)).rejects.toMatchObject(why);
  }
});

test('verify-ledger ends with 1 when something differs, and names it', async () => {
  expect(await command(verifyLedgerCommand, {})).toMatchObject({ exitCode: 0 });
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(
    "update ledger_account set balance_minor = balance_minor + 1 where kind = 'wallet'",
  );
  await owner.end();
  const { exitCode, lines } = await command(verifyLedgerCommand, {});
  expect(exitCode).toBe(1);
  expect(lines[0]).toContain('the ledger differs in');
  expect(lines.join('\n')).toContain('160001');
});

test('states prints a diagram of each thing', async () => {
  const { lines, json } = await command(statesCommand, {});
  expect(lines.filter((line) => line === 'stateDiagram-v2')).toHaveLength(11);
  expect((json as unknown[]).length).toBe(11);
});

test('record-key rotate makes a key, and the next one retires it', async () => {
  const withSecret = { ...services, config: { secret: 'x'.repeat(40) } } as unknown as CliServices;
  const first = (await recordKeyRotate.run({}, withSecret)).json as { keyId: string };
  const second = (await recordKeyRotate.run({}, withSecret)).json;
  expect(second).toMatchObject({ retired: first.keyId });
  expect((await publicKeys(readDb)).keys.map((key) => key.kid)).toContain(first.keyId);
});
