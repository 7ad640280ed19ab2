/** Small tasks in the signed record: their sums, and nothing in a record of a part. */
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { createRecordSigner } from '#platform/keys/record-signer.ts';
import { workedMarket } from '#test/cast/worked-market.ts';
import { testDatabase } from '#test/database.ts';
import type { RecordPayload, RecordSelection } from '../record.ts';
import { signRecord } from './sign-record.ts';

const database = await testDatabase();
const { ioana } = await workedMarket(database);
const signer = createRecordSigner('a secret of this installation, long enough');

async function signed(selection: RecordSelection): Promise<RecordPayload> {
  const input = { ...selection, issuer: 'https://market.test', signer };
  const { jws } = await database.run(signRecord, input, { actor: ioana, root: ioana.partyId });
  return decodeJwt<RecordPayload>(jws);
}

test('what a worker did with tasks is signed in sums', async () => {
  const { tasks } = await signed({ side: 'freelancer' });
  expect(tasks).toMatchObject({ submitted: 6, approved: 3, rejected: 2, approval_rate: 0.6 });
  expect(tasks?.active_hours).toBeGreaterThan(0);
  expect(tasks?.active_hours).toBeLessThan(0.1);
  expect((await signed({ side: 'client' })).tasks).toBeNull();
  expect((await signed({ side: 'freelancer', since: '2026-01-01' })).tasks).toBeNull();
});
