import { expect, test } from 'vitest';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { heldQualifications } from '../queries/held-qualifications.ts';
import { isBlocked } from '../queries/is-blocked.ts';
import { SYSTEM_IDS } from '../system-types.ts';
import { blockWorker, unblockWorker } from './block-worker.ts';
import { stateWorkerFacts } from './state-worker-facts.ts';

const { db, readDb, run } = await testDatabase();
const mara = await castMember(run, 'Mara Oduya');
const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ana = await castMember(run, 'Ana Dumitru');
const act = { actor: client, root: client.partyId };
const pair = { clientId: client.partyId, workerId: ana.memberId };

function block(parts: { workerId?: string; reason?: string } = {}, options = act) {
  const input = { workerId: ana.memberId, reason: 'Copied answers', ...parts };
  return run(blockWorker, input, options);
}

test('a worker is blocked with a reason that it never reads, and unblocked', async () => {
  await expect(block({ reason: ' ' })).rejects.toMatchObject({ field: 'reason' });
  await expect(block({ workerId: client.partyId })).rejects.toMatchObject({ field: 'worker' });
  await block();
  expect(await isBlocked(readDb, pair)).toBe(true);
  await expect(block()).rejects.toMatchObject({ code: 'already_done' });
  const { workerId } = pair;
  await run(unblockWorker, { workerId }, act);
  await expect(run(unblockWorker, { workerId }, act)).rejects.toMatchObject({ code: 'not_found' });
  expect(await isBlocked(readDb, pair)).toBe(false);
  const events = await db
    .selectFrom('event')
    .select(['kind', 'parties'])
    .where('kind', 'like', 'worker.%')
    .orderBy('seq')
    .execute();
  expect(events).toEqual([
    { kind: 'worker.blocked', parties: [client.partyId] },
    { kind: 'worker.unblocked', parties: [client.partyId] },
  ]);
});

test('a plain member of the client blocks nobody', async () => {
  const actor = { ...client, role: 'member' } as const;
  await expect(block({}, { ...act, actor } as never)).rejects.toMatchObject({
    code: 'not_allowed',
  });
});

test('a worker says where in its country it lives and whether it is of age', async () => {
  const state = (subdivision: string | null, adult = false) =>
    run(stateWorkerFacts, { subdivision, adult }, { actor: ana, root: ana.memberId });
  await expect(state('CA')).rejects.toMatchObject({ data: { rule: 'no_country' } });
  const { memberId } = ana;
  await db.updateTable('party').set({ country: 'US' }).where('id', '=', memberId).execute();
  await expect(state('California')).rejects.toMatchObject({ field: 'subdivision' });
  await state(' ca ', true);
  expect((await state('CA', true)).seq).toBe(null);
  const held = await heldQualifications(readDb, memberId);
  expect(held).toMatchObject({ country: 'US', subdivision: 'CA' });
  expect(held.values[SYSTEM_IDS.adult]).toBe(1);
});
