import { expect, test } from 'vitest';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { castQualification, RIGHT_ANSWERS, SPANISH_TEST } from '#test/cast/qualifications.ts';
import { testDatabase } from '#test/database.ts';
import { heldQualifications } from '../queries/held-qualifications.ts';
import { changeType } from './change-type.ts';
import { acceptRequest, rejectRequest } from './decide-request.ts';
import { grantQualification, revokeQualification } from './grant-qualification.ts';
import { requestQualification } from './request-qualification.ts';
import { submitTest } from './submit-test.ts';

const { db, readDb, run } = await testDatabase();
const mara = await castMember(run, 'Mara Oduya');
const client = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ana = await castMember(run, 'Ana Dumitru');
const begun = new Date('2026-11-20T12:00:00Z');
const asClient = { actor: client, root: client.partyId };

function minutes(count: number): Date {
  return new Date(begun.getTime() + count * 60_000);
}

function ask(typeId: string, now = begun, actor = ana) {
  return run(requestQualification, { typeId }, { actor, root: actor.memberId, now });
}

function hand(requestId: string, answers: Record<string, unknown>, now = minutes(5), actor = ana) {
  return run(submitTest, { requestId, answers }, { actor, root: actor.memberId, now });
}

async function heldOf(typeId: string, now = minutes(6), workerId = ana.memberId) {
  return (await heldQualifications(readDb, workerId, now)).values[typeId];
}

function type(name: string, parts: object = {}): Promise<string> {
  return castQualification(run, client, { name, ...parts }, begun);
}

test('a test with a key is graded and granted at once, whatever came of it', async () => {
  const typeId = await type('Spanish');
  const { requestId, state } = await ask(typeId);
  expect(state).toBe('open');
  await expect(ask(typeId)).rejects.toMatchObject({ code: 'already_done' });
  const half = { ...RIGHT_ANSWERS, verbs: ['comer'] };
  expect(await hand(requestId, half)).toMatchObject({ state: 'granted', value: 50 });
  expect(await heldOf(typeId)).toBe(50);
  await expect(hand(requestId, RIGHT_ANSWERS)).rejects.toMatchObject({ code: 'wrong_state' });
  await expect(ask(typeId, minutes(60))).rejects.toMatchObject({
    code: 'request_too_early',
    data: { at: '2026-11-27T12:00:00.000Z' },
  });
  const again = await ask(typeId, minutes(7 * 24 * 60));
  await hand(again.requestId, RIGHT_ANSWERS, minutes(7 * 24 * 60 + 1));
  expect(await heldOf(typeId)).toBe(100);
});

test('answers that do not fit are refused with their field, and the test goes on', async () => {
  const typeId = await type('Catalan');
  const { requestId } = await ask(typeId);
  await expect(hand(requestId, { house: 'das' })).rejects.toMatchObject({
    code: 'answer_invalid',
    field: 'answers.house',
  });
  await expect(hand(requestId, {})).rejects.toMatchObject({ data: { rule: 'required' } });
  expect(await hand(requestId, RIGHT_ANSWERS)).toMatchObject({ value: 100 });
});

test('a test that comes too late is not taken, and its time counts as a request', async () => {
  const typeId = await type('French');
  const { requestId } = await ask(typeId);
  await expect(hand(requestId, RIGHT_ANSWERS, minutes(11))).rejects.toMatchObject({
    code: 'deadline_passed',
  });
  await expect(ask(typeId, minutes(60))).rejects.toMatchObject({ code: 'request_too_early' });
  await ask(typeId, minutes(7 * 24 * 60));
  const states = await db
    .selectFrom('qualificationRequest')
    .select('state')
    .where('typeId', '=', typeId)
    .orderBy('requestedAt')
    .execute();
  expect(states.map(({ state }) => state)).toEqual(['lapsed', 'open']);
});

test('a test that was begun stays as it was', async () => {
  const typeId = await type('Basque');
  const { requestId } = await ask(typeId);
  const [house] = SPANISH_TEST.form.fields;
  const form = { ...SPANISH_TEST.form, fields: [house] };
  const [question] = SPANISH_TEST.key.questions;
  const key = { questions: [question] };
  await run(changeType, { typeId, test: { ...SPANISH_TEST, form, key } }, asClient);
  expect(await hand(requestId, RIGHT_ANSWERS)).toMatchObject({ value: 100 });
});

test('without a key the client reads the answers and decides', async () => {
  const typeId = await type('German', { test: { ...SPANISH_TEST, key: null } });
  const { requestId } = await ask(typeId);
  await expect(run(acceptRequest, { requestId, value: 70 }, asClient)).rejects.toMatchObject({
    code: 'wrong_state',
  });
  expect(await hand(requestId, RIGHT_ANSWERS)).toMatchObject({ state: 'submitted', value: null });
  const theirs = { actor: ana, root: ana.memberId };
  await expect(run(acceptRequest, { requestId, value: 70 }, theirs)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(run(acceptRequest, { requestId, value: 0.5 }, asClient)).rejects.toMatchObject({
    field: 'value',
  });
  await run(acceptRequest, { requestId, value: 70 }, asClient);
  expect(await heldOf(typeId, new Date())).toBe(70);
  const told = await db
    .selectFrom('event')
    .select(['kind', 'subjectId', 'data'])
    .where('kind', '=', 'qualification.granted')
    .where('subjectId', '=', ana.memberId)
    .executeTakeFirst();
  expect(told?.data).toMatchObject({ name: 'German', value: 70 });
});

test('what needs no test is asked for, and may be rejected with a reason', async () => {
  const typeId = await type('Notary', { test: null, retrySeconds: null });
  const { requestId, state } = await ask(typeId);
  expect(state).toBe('submitted');
  await expect(ask(typeId, minutes(1))).rejects.toMatchObject({ code: 'already_done' });
  const long = { requestId, reason: 'x'.repeat(1_025) };
  await expect(run(rejectRequest, long, asClient)).rejects.toMatchObject({ field: 'reason' });
  await run(rejectRequest, { requestId, reason: 'Send your licence first.' }, asClient);
  expect(await heldOf(typeId)).toBe(undefined);
  await expect(ask(typeId, minutes(1))).rejects.toMatchObject({
    code: 'request_too_early',
    data: { at: null },
  });
});

test('what is granted at once expires, and can then be had again', async () => {
  const parts = { test: null, autoValue: 1, retrySeconds: null, grantDays: 1 };
  const typeId = await type('Terms read', parts);
  expect((await ask(typeId)).state).toBe('granted');
  expect(await heldOf(typeId, minutes(1))).toBe(1);
  const dayLater = minutes(24 * 60 + 1);
  expect(await heldOf(typeId, dayLater)).toBe(undefined);
  expect((await ask(typeId, dayLater)).state).toBe('granted');
});

test('twenty requests at one moment are one', async () => {
  const parts = { test: null, autoValue: 1, retrySeconds: null };
  const typeId = await type('Crowd', parts);
  const all = await Promise.allSettled(Array.from({ length: 20 }, () => ask(typeId)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('only a member acting for itself asks, and only for its own request', async () => {
  const typeId = await type('Welsh');
  await expect(ask(typeId, begun, { ...client, memberId: client.partyId })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  const { requestId } = await ask(typeId);
  const eve = await castMember(run, 'Eve Novak');
  await expect(hand(requestId, RIGHT_ANSWERS, minutes(1), eve)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('the client grants up to a hundred at once, changes values and takes back', async () => {
  const typeId = await type('Trusted', { requestable: false, test: null });
  const eve = await castMember(run, 'Eve Marlow');
  const workerIds = [ana.memberId, eve.memberId];
  const give = (value: number, ids = workerIds) =>
    run(grantQualification, { typeId, workerIds: ids, value, tell: false }, asClient);
  expect((await give(5)).granted).toEqual(workerIds);
  expect(await give(5)).toEqual({ granted: [], seq: null });
  expect((await give(6, [eve.memberId])).granted).toEqual([eve.memberId]);
  expect(await heldOf(typeId, new Date(), eve.memberId)).toBe(6);
  for (const ids of [[], [client.partyId], Array.from({ length: 101 }, (_n, at) => `${at}`)]) {
    await expect(give(1, ids)).rejects.toMatchObject({ field: 'workers' });
  }
  await expect(ask(typeId)).rejects.toMatchObject({ code: 'qualification_closed' });
  const back = { typeId, workerId: ana.memberId, reason: 'Shared its account.' };
  await run(revokeQualification, back, asClient);
  expect(await heldOf(typeId, new Date())).toBe(undefined);
  await expect(run(revokeQualification, back, asClient)).rejects.toMatchObject({
    code: 'wrong_state',
  });
  expect((await give(7, [ana.memberId])).granted).toEqual([ana.memberId]);
});

test('what a client took back, only the client gives again', async () => {
  const parts = { test: null, autoValue: 1, retrySeconds: 0 };
  const typeId = await type('House rules', parts);
  const tested = await type('House rules, asked');
  await ask(typeId);
  await hand((await ask(tested)).requestId, RIGHT_ANSWERS);
  for (const one of [typeId, tested]) {
    const back = { typeId: one, workerId: ana.memberId, reason: '' };
    await run(revokeQualification, back, asClient);
  }
  expect((await ask(typeId, minutes(9))).state).toBe('submitted');
  const later = minutes(7 * 24 * 60);
  const { requestId } = await ask(tested, later);
  expect((await hand(requestId, RIGHT_ANSWERS, later)).state).toBe('submitted');
  await run(acceptRequest, { requestId, value: 100 }, asClient);
  expect(await heldOf(tested, new Date())).toBe(100);
});
