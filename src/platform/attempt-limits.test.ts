import { expect, test } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { ATTEMPT_LIMITS, addressGroup, createAttemptLimits } from './attempt-limits.ts';
import { clientAddress } from './client-address.ts';

const { pool } = await testDatabase();
const limits = createAttemptLimits(pool);
const { attempts, seconds } = ATTEMPT_LIMITS.sign_in_account;

test('many attempts at once: as many pass as the limit allows, and it says when to come back', async () => {
  const other = createAttemptLimits(pool);
  const tries = await Promise.allSettled(
    Array.from({ length: attempts * 3 }, (_, place) =>
      (place % 2 === 0 ? limits : other).take('sign_in_account', 'mara@cast.test'),
    ),
  );
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(attempts);
  const refused = tries.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'rate_limited' });
  const wait = refused?.reason.data.retryAfterSeconds;
  expect(wait).toBeGreaterThan(seconds - 10);
  expect(wait).toBeLessThanOrEqual(seconds);
  await expect(limits.take('sign_in_account', 'MARA@cast.test')).rejects.toThrow('rate_limited');
  await limits.take('sign_in_account', 'ioana@cast.test');
});

test('what is given back or cleared does not count', async () => {
  for (let n = 0; n < attempts * 2; n += 1) {
    await limits.take('confirm_account', 'mara');
    await limits.giveBack('confirm_account', 'mara');
  }
  for (let n = 0; n < attempts; n += 1) await limits.take('confirm_account', 'mara');
  await expect(limits.take('confirm_account', 'mara')).rejects.toThrow('rate_limited');
  await limits.clear('confirm_account', 'mara');
  await limits.take('confirm_account', 'mara');
});

test('the table holds no address in clear', async () => {
  await limits.take('mail_account', 'secret.person@cast.test');
  const rows = await pool.query('select * from "auth"."attempt"');
  expect(JSON.stringify(rows.rows)).not.toContain('secret.person');
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s counts as %s', (address, group) => {
  expect(addressGroup(address)).toBe(group);
});

test.each([
  ['no proxy: the header is not believed', '10.0.0.9', '6.6.6.6', 0, '10.0.0.9'],
  ['one proxy', '10.0.0.9', '6.6.6.6, 192.0.2.7', 1, '192.0.2.7'],
  ['two proxies', '10.0.0.9', '6.6.6.6, 192.0.2.7, 10.0.0.2', 2, '192.0.2.7'],
  ['fewer entries than proxies', '10.0.0.9', '192.0.2.7', 2, '10.0.0.9'],
  ['an empty header', '10.0.0.9', '', 1, '10.0.0.9'],
  ['nothing at all', undefined, null, 1, 'unknown'],
])('the visitor behind %s', (_name, socket, header, proxies, address) => {
  expect(clientAddress(socket, header, proxies)).toBe(address);
});
