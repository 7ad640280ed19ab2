import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { recordFile } from '#domain/files/commands/record-file.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import type { SheetFormat } from '#domain/sheets/row-problem.ts';
import { addTasks } from '#domain/tasks/commands/add-tasks.ts';
import { clearTasks } from '#domain/tasks/commands/clear-tasks.ts';
import { changeDraft } from '#domain/tasks/commands/draft-batch.ts';
import { dropDraft } from '#domain/tasks/commands/drop-draft.ts';
import { orderBatch } from '#domain/tasks/commands/order-batch.ts';
import { startImport } from '#domain/tasks/commands/start-import.ts';
import { batchImport } from '#domain/tasks/queries/batch-import.ts';
import { createFileStore } from '#platform/file-store.ts';
import { COLOURS, draftedBatch } from '#test/cast/batches.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';

const { run, db, readDb } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'anyshore-import-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const files = createFileStore(folder);
const { work } = clockwork({ run, readDb, files });
const client = await castMember(run, 'Mara Oduya');
const stranger = await castMember(run, 'Chidi Okafor');

async function send(text: string, name = 'things.csv'): Promise<string> {
  const fileId = newId(homeOf(client.memberId));
  const bytes = [Buffer.from(text)] as unknown as AsyncIterable<Uint8Array>;
  const stored = await files.save(fileId, bytes, { mostBytes: 100_000_000 });
  await run(recordFile, { fileId, name, ...stored }, { actor: client, root: fileId });
  return fileId;
}

type Started = { batchId: string; text: string; format?: SheetFormat };

async function start({ batchId, text, format = 'csv' }: Started): Promise<string> {
  const fileId = await send(text);
  await run(startImport, { batchId, fileId, format }, { actor: client, root: batchId });
  return fileId;
}

const draft = () => draftedBatch(run, client, {}, { tasks: 0 });
const progress = (batchId: string) => batchImport(readDb, client, batchId);
const job = (batchId: string, now = new Date()) => work('import-tasks', now, { rootId: batchId });

async function tasksOf(batchId: string) {
  const { rows } = {
    rows: await db
      .selectFrom('task')
      .selectAll()
      .where('batchId', '=', batchId)
      .orderBy('number')
      .execute(),
  };
  return rows;
}

async function countsOf(batchId: string) {
  return db
    .selectFrom('batch')
    .select(['tasks', 'goldTasks', 'wanted', 'variables'])
    .where('id', '=', batchId)
    .executeTakeFirstOrThrow();
}

test('the rows of a sheet become tasks, gold and numbers of answers with them', async () => {
  const batchId = await draft();
  await start({
    batchId,
    text: '\ufeffthing;Gold.colour;Wanted;note\r\n"a; b";;;first\r\nsky;blue;7;"two\nlines"\r\n',
  });
  expect(await progress(batchId)).toMatchObject({ state: 'checking', rowsTotal: null });
  await job(batchId);
  expect(await progress(batchId)).toMatchObject({ state: 'done', rowsTotal: 2, rowsDone: 2 });
  const tasks = await tasksOf(batchId);
  expect(tasks).toMatchObject([
    { number: 1, gold: false, wanted: 1, input: { thing: 'a; b', note: 'first' }, key: null },
    { number: 2, gold: true, wanted: 7, input: { thing: 'sky', note: 'two\nlines' } },
  ]);
  expect(tasks[1]?.key).toEqual({ colour: 'blue' });
  const listing = await db
    .selectFrom('batchListing')
    .select('tasks')
    .where('batchId', '=', batchId)
    .executeTakeFirst();
  expect(listing?.tasks).toBe(2);
  await job(batchId);
  expect(await tasksOf(batchId)).toHaveLength(2);
});

test('a sheet with a mistake at its end makes no task; another may be tried at once', async () => {
  const batchId = await draft();
  const rows = Array.from({ length: 2_500 }, (_none, at) => `thing ${at},\n`).join('');
  await start({ batchId, text: `thing,Gold.colour\n${rows}last,purple\n` });
  await job(batchId);
  const failed = await progress(batchId);
  expect(failed).toMatchObject({
    state: 'failed',
    problem: { rule: 'gold_answer', row: 2_502, column: 'Gold.colour', place: 2 },
  });
  expect(failed?.says).toMatch(/^Row 2502, column “Gold\.colour”: /);
  expect(await countsOf(batchId)).toMatchObject({ tasks: 0, goldTasks: 0, wanted: 0n });
  await start({ batchId, text: `{"thing":"sky","size":12345678901234567890}\n`, format: 'jsonl' });
  await job(batchId);
  expect(await tasksOf(batchId)).toMatchObject([
    { input: { thing: 'sky', size: '12345678901234567890' } },
  ]);
});

test('while the rows are added, nothing else changes the draft; strangers see nothing', async () => {
  const batchId = await draft();
  await start({ batchId, text: 'thing\nsky\n' });
  const by = { actor: client, root: batchId };
  const importing = { code: 'wrong_state', data: { state: 'importing' } };
  const tasks = [{ input: { thing: 'mine' } }];
  await expect(run(addTasks, { batchId, tasks }, by)).rejects.toMatchObject(importing);
  await expect(run(orderBatch, { batchId }, by)).rejects.toMatchObject({
    code: expect.any(String),
  });
  await expect(run(changeDraft, { batchId, terms: COLOURS }, by)).rejects.toMatchObject(importing);
  await expect(run(clearTasks, { batchId }, by)).rejects.toMatchObject(importing);
  await expect(start({ batchId, text: 'thing\nsea\n' })).rejects.toMatchObject(importing);
  await expect(batchImport(readDb, stranger, batchId)).rejects.toMatchObject({ code: 'not_found' });
  await job(batchId);
  await expect(start({ batchId, text: 'thing\nsea\n' })).rejects.toMatchObject({
    code: 'wrong_state',
    data: { state: 'with tasks' },
  });
  expect(await run(clearTasks, { batchId }, by)).toEqual({ more: false });
  expect(await countsOf(batchId)).toMatchObject({ tasks: 0, wanted: 0n, variables: [] });
  await start({ batchId, text: 'thing\nsea\n' });
  await job(batchId);
  expect(await tasksOf(batchId)).toMatchObject([{ number: 1, input: { thing: 'sea' } }]);
});

test('a draft that is deleted stops its import; a lost file fails it', async () => {
  const dropped = await draft();
  await start({ batchId: dropped, text: 'thing\nsky\n' });
  await run(dropDraft, { batchId: dropped }, { actor: client, root: dropped });
  await job(dropped);
  const batchId = await draft();
  const fileId = await start({ batchId, text: 'thing\nsky\n' });
  await files.remove(fileId);
  await job(batchId);
  expect(await progress(batchId)).toMatchObject({
    state: 'failed',
    problem: { rule: 'file_gone' },
  });
});

test('an import that was left alone for two minutes goes on by itself', async () => {
  const batchId = await draft();
  const now = new Date();
  await start({ batchId, text: 'thing\nsky\nsea\n' });
  await work('resume-imports', new Date(now.getTime() + 60_000));
  expect(await progress(batchId)).toMatchObject({ state: 'checking' });
  await work('resume-imports', new Date(now.getTime() + 121_000));
  expect(await progress(batchId)).toMatchObject({ state: 'done', rowsDone: 2 });
});
