import { expect, test } from 'vitest';
import { newId } from '#domain/kernel/ids.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { SYSTEM_IDS } from '../system-types.ts';
import { heldQualifications } from './held-qualifications.ts';
import { isBlocked } from './is-blocked.ts';
import { assertQualificationsExist, requirementNames } from './requirement-names.ts';

const { db, readDb, run } = await testDatabase();
const client = await castMember(run, 'Harrow Lane');
const worker = await castMember(run, 'Ana Dumitru');
const now = new Date('2026-11-20T12:00:00Z');
const later = new Date('2026-11-21T12:00:00Z');

async function makeType(name: string, state: 'active' | 'retired' = 'active'): Promise<string> {
  const id = newId(5);
  const { memberId } = client;
  const about = { name, description: 'For the test.', words: '' };
  const texts = { ...about, createdAt: now, changedAt: now };
  await db
    .insertInto('qualificationType')
    .values({ id, ownerId: memberId, createdBy: memberId, state, requestable: true, ...texts })
    .execute();
  return id;
}

async function grant(typeId: string, value: number, parts: object = {}): Promise<void> {
  const row = { typeId, workerId: worker.memberId, value, grantedAt: now };
  await db
    .insertInto('qualificationGrant')
    .values({ ...row, source: 'client', state: 'granted', ...parts })
    .execute();
}

test('a newcomer holds what is computed, and is given the benefit of the doubt', async () => {
  expect(await heldQualifications(readDb, client.memberId, now)).toEqual({
    country: null,
    subdivision: null,
    values: {
      [SYSTEM_IDS.approvalRate]: 100,
      [SYSTEM_IDS.approvedCount]: 0,
      [SYSTEM_IDS.adult]: 0,
    },
  });
});

test('grants that stand, the record, the country and what the worker states', async () => {
  const [stands, expires, revoked] = [
    await makeType('Spanish'),
    await makeType('French'),
    await makeType('German'),
  ];
  await grant(stands, 80);
  await grant(expires, 70, { expiresAt: later });
  await grant(revoked, 60, { state: 'revoked', revokedAt: now });
  const { memberId } = worker;
  await db.updateTable('party').set({ country: 'US' }).where('id', '=', memberId).execute();
  await db
    .insertInto('workerStatement')
    .values({ workerId: memberId, subdivision: 'CA', adult: true, statedAt: now })
    .execute();
  const none = { returned: 0n, abandoned: 0n, activeSeconds: 0n, refreshedAt: now };
  await db
    .insertInto('workerRecord')
    .values({
      workerId: memberId,
      batches: 12,
      submitted: 2_000n,
      approved: 1_990n,
      rejected: 4n,
      ...none,
    })
    .execute();
  const computed = {
    [SYSTEM_IDS.approvalRate]: 99,
    [SYSTEM_IDS.approvedCount]: 1_990,
    [SYSTEM_IDS.adult]: 1,
    [SYSTEM_IDS.vouched]: 1,
  };
  const held = await heldQualifications(readDb, memberId, now);
  expect(held).toEqual({
    country: 'US',
    subdivision: 'CA',
    values: { [stands]: 80, [expires]: 70, ...computed },
  });
  const after = await heldQualifications(readDb, memberId, later);
  expect(after.values).toEqual({ [stands]: 80, ...computed });
});

test('requirements are named, and must ask for something there is', async () => {
  const type = await makeType('Italian');
  const gone = await makeType('Latin', 'retired');
  const asked = [SYSTEM_IDS.place, type, gone, newId(9)].map((qualificationId) => ({
    qualificationId,
  }));
  const names = await requirementNames(readDb, asked);
  expect([...names.values()].map(({ name, ownerName }) => [name, ownerName]).sort()).toEqual([
    ['Country', null],
    ['Italian', 'Harrow Lane'],
    ['Latin', 'Harrow Lane'],
  ]);
  const right = (qualificationId: string) => ({
    qualificationId,
    comparator: 'Exists' as const,
    values: [],
    guards: 'accept' as const,
  });
  await assertQualificationsExist(readDb, [right(type), right(SYSTEM_IDS.vouched)]);
  for (const id of [gone, newId(9)]) {
    await expect(assertQualificationsExist(readDb, [right(type), right(id)])).rejects.toMatchObject(
      {
        code: 'input_invalid',
        field: 'requirements.1.qualificationId',
      },
    );
  }
});

test('a block holds for one client and one worker', async () => {
  const pair = { clientId: client.memberId, workerId: worker.memberId };
  expect(await isBlocked(readDb, pair)).toBe(false);
  const blocked = { reason: 'Copied answers', blockedBy: client.memberId, blockedAt: now };
  await db
    .insertInto('workerBlock')
    .values({ ...pair, ...blocked })
    .execute();
  expect(await isBlocked(readDb, pair)).toBe(true);
  const other = { clientId: worker.memberId, workerId: client.memberId };
  expect(await isBlocked(readDb, other)).toBe(false);
});
