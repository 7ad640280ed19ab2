import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { FILE_LIMITS } from '#domain/files/file.ts';
import { batchProgress } from '#domain/tasks/queries/batch-progress.ts';
import { readBatch } from '#domain/tasks/queries/find-batch.ts';
import { draftedBatch, orderedBatch } from '../cast/batches.ts';
import { checkLedger, payIn } from '../cast/contracts.ts';
import { clockwork } from '../cast/jobs.ts';
import { castMember } from '../cast/members.ts';
import { testDatabase } from '../database.ts';
import { type Answer, failures, keyOf, openDoor } from './door.ts';

const database = await testDatabase();
const { run, readDb } = database;
const { send } = openDoor(database);
const { work } = clockwork(database);

const mara = await castMember(run, 'Mara Oduya');
const chidi = await castMember(run, 'Chidi Okafor');
const client = (await keyOf(run, mara)).secret;
const worker = (await keyOf(run, chidi)).secret;
await payIn(run, mara, { amountMinor: 1_000_000n });

const next = (batchId: string, idempotencyKey = randomUUID()) =>
  send('POST', `/worker/batches/${batchId}/next`, { key: worker, idempotencyKey });

async function handIn(batchId: string): Promise<string> {
  const { body } = await next(batchId);
  const answer = { fields: { colour: 'red' }, active_seconds: 5 };
  await send('POST', `/assignments/${body.assignment_id}/submission`, {
    key: worker,
    body: answer,
  });
  return body.assignment_id;
}

const progress = async (batchId: string) =>
  batchProgress(readDb, await readBatch(readDb, batchId), new Date());

function atOnce(times: number, sendOne: () => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: times }, sendOne));
}

test('one key sent eight times at once hands out one task', async () => {
  const batchId = await orderedBatch(run, mara, {}, { tasks: 9 });
  const key = randomUUID();
  const answers = await atOnce(8, () => next(batchId, key));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect((await progress(batchId)).live).toBe(1);
});

test('an answer that is sent again brings the same next task, and the last one says why none', async () => {
  const batchId = await orderedBatch(run, mara, {}, { tasks: 2 });
  const first = await next(batchId);
  const submit = (id: string, idempotencyKey = randomUUID()) =>
    send('POST', `/assignments/${id}/submission`, {
      key: worker,
      idempotencyKey,
      body: { fields: { colour: 'red' }, next: true },
    });
  const key = randomUUID();
  const sent = await submit(first.body.assignment_id, key);
  const again = await submit(first.body.assignment_id, key);
  expect(again.body).toEqual(sent.body);
  expect(again.headers.get('Idempotent-Replayed')).toBe('true');
  const last = await submit(sent.body.next.assignment_id);
  expect(last.body).toMatchObject({
    state: 'submitted',
    next: null,
    next_refused: 'no_task_left',
  });
  expect(await progress(batchId)).toMatchObject({ waiting: 2, live: 0 });
});

test('approvals under one key pay once, and name what they left out', async () => {
  const batchId = await orderedBatch(run, mara, {}, { tasks: 3 });
  const ids = [await handIn(batchId), await handIn(batchId)];
  const idempotencyKey = randomUUID();
  const body = {
    assignment_ids: [...ids, randomUUID().replace(/^.{14}./, ids[0]?.slice(0, 15) ?? '')],
  };
  const answers = await atOnce(4, () =>
    send('POST', `/batches/${batchId}/approvals`, { key: client, body, idempotencyKey }),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const [told] = answers;
  expect(told?.body.done).toHaveLength(2);
  expect(told?.body.skipped).toMatchObject([{ state: 'not found' }]);
  expect((await progress(batchId)).rewardsMinor).toBe(10n);
  const event = await send('GET', `/events/${told?.body.done[0].event.id}`, { key: client });
  expect(event.body.kind).toBe('assignment.approved');
  const alone = { assignment_ids: [ids[0]] };
  const late = await send('POST', `/batches/${batchId}/approvals`, { key: client, body: alone });
  expect(late.body).toMatchObject({ done: [], skipped: [{ state: 'approved' }] });
  const one = await send('POST', `/assignments/${ids[0]}/approval`, { key: client });
  expect(one.body.code).toBe('wrong_state');
  expect((await checkLedger(readDb)).differences).toEqual([]);
});

test('a worker sees neither gold nor key nor fee, a client no draft', async () => {
  const gold = { input: { thing: 'the sky' }, key: { colour: 'blue' } };
  const tasks = [{ input: { thing: 'grass' } }, gold];
  const batchId = await orderedBatch(run, mara, { goldPercent: 50 }, { tasks });
  await next(batchId);
  const handed = await send('POST', `/worker/batches/${batchId}/next?with=form`, { key: worker });
  expect(handed.body).toMatchObject({ input: gold.input, form: { kind: 'form' } });
  const path = `/assignments/${handed.body.assignment_id}`;
  const body = { fields: { colour: 'red' } };
  await send('PUT', `${path}/draft`, { key: worker, body });
  const offered = await send('GET', `/worker/batches/${batchId}`, { key: worker });
  const seen = await send('GET', path, { key: worker });
  expect(seen.body).toMatchObject({ side: 'worker', draft: body.fields, fee: null, held: null });
  for (const told of [handed.body, offered.body, seen.body]) {
    expect(JSON.stringify(told)).not.toMatch(/gold|"key"|0\.01/);
  }
  const byClient = await send('GET', path, { key: client });
  expect(byClient.body).toMatchObject({ side: 'client', draft: null, fee: { amount: '0.01' } });
  const listed = await send('GET', `/batches/${batchId}/tasks?gold=true`, { key: client });
  expect(listed.body.items).toMatchObject([{ gold: true, key: gold.key, pending: 1 }]);
});

test('ten thousand tasks come in one request, and a key that fits no answer brings none', async () => {
  const batchId = await draftedBatch(run, mara, {}, { tasks: 0 });
  const thing = 'x'.repeat(300);
  const tasks = Array.from({ length: 10_000 }, () => ({ input: { thing } }));
  const path = `/batches/${batchId}/tasks`;
  const idempotencyKey = randomUUID();
  const made = await send('POST', path, { key: client, body: { tasks }, idempotencyKey });
  expect(made.body).toMatchObject({ added: 10_000 });
  expect(made.body.task_ids).toHaveLength(10_000);
  const again = await send('POST', path, { key: client, body: { tasks }, idempotencyKey });
  expect(again.body.task_ids).toEqual(made.body.task_ids);
  const wrong = [{ input: { thing } }, { input: { thing }, key: { colour: 'pink' } }];
  const refused = await send('POST', path, { key: client, body: { tasks: wrong } });
  expect(refused.body).toMatchObject({ code: 'answer_invalid', field: 'tasks.1.key.colour' });
  const dropped = await send('DELETE', `/batches/${batchId}`, {
    key: client,
    idempotencyKey: 'drop',
  });
  expect(dropped.body).toEqual({ id: batchId, dropped: true });
  const twice = await send('DELETE', `/batches/${batchId}`, {
    key: client,
    idempotencyKey: 'drop',
  });
  expect(twice.body).toEqual(dropped.body);
});

test('the order costs what was read, or is refused', async () => {
  const batchId = await draftedBatch(run, mara, {}, { tasks: 4 });
  const cost = await send('GET', `/batches/${batchId}/cost`, { key: client });
  expect(cost.body).toMatchObject({
    answers: 4,
    rewards: { amount: '0.20' },
    fees: { amount: '0.04' },
    total: { amount: '0.24' },
  });
  const order = (amount: string) => {
    const body = { total: { amount, currency: 'USD' } };
    return send('POST', `/batches/${batchId}/order`, { key: client, body });
  };
  expect((await order('0.23')).body).toMatchObject({ code: 'terms_changed', status: 409 });
  const ordered = await order(cost.body.total.amount);
  expect(ordered.body).toMatchObject({ state: 'open', progress: { held: { amount: '0.24' } } });
  const found = await send('GET', `/worker/batches?client_id=${mara.partyId}&sort=newest`, {});
  expect(found.body.items[0]).toMatchObject({ batch_id: batchId, may_accept: true });
  expect(JSON.stringify(found.body)).not.toContain('"fee');
});

test('results come as CSV or JSON Lines, and decisions go back as a sheet', async () => {
  const batchId = await orderedBatch(run, mara, {}, { tasks: 3 });
  const ids = [await handIn(batchId), await handIn(batchId)];
  const path = `/batches/${batchId}/results`;
  const csv = await send('GET', path, { key: client });
  expect(csv.headers.get('Content-Type')).toMatch('text/csv');
  expect(csv.body.trim().split('\n')).toHaveLength(3);
  const Accept = 'application/jsonl';
  const lines = await send('GET', path, { key: client, headers: { Accept } });
  expect(lines.headers.get('Content-Type')).toBe(Accept);
  const rows = `AssignmentId,Approve,Reject\n${ids[0]},x,\n${ids[1]},,careless: It is green.\n`;
  const decide = (raw: string, idempotencyKey: string = randomUUID()) =>
    send('POST', `/batches/${batchId}/decisions`, { key: client, raw, idempotencyKey });
  const broken = await decide(rows.replace(',x,', ',y,'));
  expect(broken.body).toMatchObject({
    code: 'sheet_invalid',
    about: { rule: 'approve_mark', row: 2 },
  });
  expect((await progress(batchId)).waiting).toBe(2);
  const done = await decide(rows, 'sheet');
  expect(done.body).toMatchObject({ approved: 1, rejected: 1, skipped_count: 0 });
  expect((await decide(rows, 'sheet')).body).toEqual(done.body);
  expect((await decide(rows)).body).toMatchObject({ approved: 0, skipped_count: 2 });
});

test('all that wait and fit are approved by one request, and it can be followed', async () => {
  const batchId = await orderedBatch(run, mara, {}, { tasks: 3 });
  const path = `/batches/${batchId}/decision-list`;
  const none = await send('GET', path, { key: client });
  expect(none.body).toEqual({ list: null });
  const early = await send('POST', path, { key: client, body: {} });
  expect(early.body).toMatchObject({ code: 'input_invalid' });
  await handIn(batchId);
  await handIn(batchId);
  const start = (idempotencyKey: string) =>
    send('POST', path, { key: client, body: { worker_id: chidi.partyId }, idempotencyKey });
  const begun = await start('all');
  expect(begun.body).toMatchObject({ source: 'waiting', state: 'running', total: 2, looked: 0 });
  expect((await start('all')).body).toEqual(begun.body);
  expect((await start('again')).body).toMatchObject({ code: 'wrong_state' });
  await work('decide-list', new Date(), { rootId: batchId });
  const done = await send('GET', path, { key: client });
  expect(done.body.list).toMatchObject({ id: begun.body.id, state: 'done', approved: 2 });
  expect((await progress(batchId)).waiting).toBe(0);
  expect((await start('all')).body).toMatchObject({ id: begun.body.id, state: 'done' });
  expect((await send('DELETE', path, { key: client })).body.code).toBe('wrong_state');
  expect((await send('GET', path, { key: worker })).status).toBe(404);
});

test('a sheet is taken once under its key, and begun where its draft is empty', async () => {
  const batchId = await draftedBatch(run, mara, {}, { tasks: 0 });
  const upload = (idempotencyKey: string) =>
    send('POST', `/batches/${batchId}/import?name=things.csv`, {
      key: client,
      raw: 'thing\ngrass\n',
      idempotencyKey,
    });
  const begun = await upload('once');
  expect(begun.body).toMatchObject({ state: 'checking', format: 'csv', file_name: 'things.csv' });
  expect((await upload('once')).body.file_id).toBe(begun.body.file_id);
  expect((await upload('twice')).body.code).toBe('wrong_state');
  const told = await send('GET', `/batches/${batchId}/import`, { key: client });
  expect(told.body.import.file_id).toBe(begun.body.file_id);
  expect(failures.splice(0)).toEqual([]);
});

test('a sheet may be larger than other files', async () => {
  const batchId = await draftedBatch(run, mara, {}, { tasks: 0 });
  const raw = `thing\n${`${'grass '.repeat(100)}\n`.repeat(45_000)}`;
  expect(raw.length).toBeGreaterThan(FILE_LIMITS.sizeBytes);
  const begun = await send('POST', `/batches/${batchId}/import`, { key: client, raw });
  expect(begun).toMatchObject({ status: 201, body: { state: 'checking' } });
});

test('who does tasks is known by an id, until it deals under its name', async () => {
  const batchId = await orderedBatch(run, mara, {}, { tasks: 1 });
  await handIn(batchId);
  const { body } = await send('GET', `/batches/${batchId}/assignments`, { key: client });
  const [{ worker_id: workerId }] = body.items;
  const pages = ['', '/score?side=freelancer', '/score/export?side=client'];
  const statuses = async (id: string) =>
    Promise.all(pages.map(async (page) => (await send('GET', `/parties/${id}${page}`)).status));
  expect(await statuses(workerId)).toEqual([404, 404, 404]);
  expect(await statuses(mara.partyId)).toEqual([200, 200, 200]);
  await draftedBatch(run, chidi, {}, { tasks: 0 });
  expect(await statuses(workerId)).toEqual([200, 200, 200]);
});
