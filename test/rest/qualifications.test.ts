import { expect, test } from 'vitest';
import { shortName } from '#domain/kernel/ids.ts';
import { SYSTEM_IDS } from '#domain/qualifications/system-types.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import { RIGHT_ANSWERS, SPANISH_TEST } from '../cast/qualifications.ts';
import { testDatabase } from '../database.ts';
import { failures, keyOf, openDoor } from './door.ts';

const database = await testDatabase();
const { run } = database;
const { send } = openDoor(database);
const mara = await castMember(run, 'Mara Oduya');
const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const worker = await castMember(run, 'Ana Dumitru');
const client = (await keyOf(run, firm)).secret;
const ana = (await keyOf(run, worker)).secret;
const { durationSeconds: duration_seconds, form, key: answerKey } = SPANISH_TEST;
const spanish = {
  name: 'Spanish, written',
  description: 'Reads and writes Spanish.',
  retry_seconds: 604_800,
  test: { form, key: answerKey, duration_seconds },
};

test('a program makes a test, and another one takes it', async () => {
  const made = await send('POST', '/qualification-types', { key: client, body: spanish });
  expect(made).toMatchObject({ status: 201, body: { graded: true, test_seconds: 600 } });
  expect(made.body.test.key.questions).toHaveLength(2);
  const path = `/qualification-types/${made.body.id}`;
  const again = await send('POST', '/qualification-types', { key: client, body: spanish });
  expect(again.body).toMatchObject({ status: 409, code: 'name_taken', field: 'name' });
  const found = await send('GET', '/qualification-types?q=SPANISH&requestable=true', { key: ana });
  expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([made.body.id]);
  expect((await send('GET', path, { key: ana })).body.test).toBeNull();
  const begun = await send('POST', `${path}/requests`, { key: ana });
  expect(begun.body).toMatchObject({ state: 'open', test: { key: null } });
  const own = `/worker/qualification-requests/${begun.body.id}`;
  const wrong = { house: 'das', verbs: [] };
  const refused = await send('POST', `${own}/answers`, { key: ana, body: { answers: wrong } });
  expect(refused.body).toMatchObject({ code: 'answer_invalid', field: 'answers.house' });
  const body = { answers: RIGHT_ANSWERS };
  const done = await send('POST', `${own}/answers`, { key: ana, body });
  expect(done.body).toMatchObject({ state: 'granted', value: 100, answers: RIGHT_ANSWERS });
  const soon = await send('POST', `${path}/requests`, { key: ana });
  expect(soon.body).toMatchObject({ status: 409, code: 'request_too_early' });
  const held = await send('GET', '/worker/qualifications', { key: ana });
  expect(held.body.items).toMatchObject([{ value: 100, state: 'granted', source: 'test' }]);
  const rate = held.body.computed.find((one: { id: string }) => one.id === SYSTEM_IDS.approvalRate);
  expect(rate.value).toBe(100);
  const whole = await send('GET', `/qualification-requests/${begun.body.id}`, { key: client });
  const name = shortName(worker.memberId);
  expect(whole.body).toMatchObject({ answers: RIGHT_ANSWERS, worker: { name } });
  expect(failures.splice(0)).toEqual([]);
});

test('grants go to a hundred at once and keep a record when they are taken back', async () => {
  const body = { name: 'Trusted', description: 'By us.', requestable: false };
  const { id } = (await send('POST', '/qualification-types', { key: client, body })).body;
  const path = `/qualification-types/${id}/grants`;
  const give = { worker_ids: [worker.memberId], value: 5 };
  const granted = await send('POST', path, { key: client, body: give });
  expect(granted.body).toMatchObject({ granted: [worker.memberId], event: { seq: 4 } });
  const same = await send('POST', path, { key: client, body: give });
  expect(same.body).toMatchObject({ granted: [], event: null });
  const one = `${path}/${worker.memberId}`;
  const reason = { reason: 'Shared account.' };
  await send('POST', `${one}/revocation`, { key: client, body: reason });
  expect((await send('GET', one, { key: client })).body).toMatchObject({
    state: 'revoked',
    ...reason,
  });
  const listed = await send('GET', `${path}?state=granted`, { key: client });
  expect(listed.body.items).toEqual([]);
  expect((await send('GET', one, { key: ana })).status).toBe(404);
  expect(failures.splice(0)).toEqual([]);
});

test('what a worker may not read of a block is nowhere in its events', async () => {
  const body = { worker_id: worker.memberId, reason: 'Copied answers of others.' };
  expect((await send('POST', '/blocks', { key: client, body })).status).toBe(201);
  const again = await send('POST', '/blocks', { key: client, body });
  expect(again.body).toMatchObject({ status: 409, code: 'already_done' });
  const events = await send('GET', '/events?limit=100', { key: ana });
  expect(JSON.stringify(events.body)).not.toContain('Copied');
  await send('DELETE', `/blocks/${worker.memberId}`, { key: client });
  expect((await send('GET', '/blocks', { key: client })).body.items).toEqual([]);
  expect(failures.splice(0)).toEqual([]);
});
