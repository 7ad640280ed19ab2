/**
 * Sheets of 100,000 rows in a process of their own: how much memory they take, and that a process
 * which is killed in the middle leaves neither a row out nor one twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { recordFile } from '#domain/files/commands/record-file.ts';
import { homeOf, newId } from '#domain/kernel/ids.ts';
import { startImport } from '#domain/tasks/commands/start-import.ts';
import { batchImport } from '#domain/tasks/queries/batch-import.ts';
import { createFileStore } from '#platform/file-store.ts';
import { answerAll } from '#test/cast/answers.ts';
import { draftedBatch } from '#test/cast/batches.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import type { SheetWork, SheetWorkDone } from './sheet-worker.ts';

const ROWS = 100_000;
const MOST_MB = 300;
const { url, run, db, readDb } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'anyshore-sheets-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const files = createFileStore(folder);
const { work } = clockwork({ run, readDb, files });
const client = await castMember(run, 'Mara Oduya');

function startWorker(order: Partial<SheetWork>): ChildProcess {
  const all = { url, folder, format: 'csv', out: join(folder, 'out'), ...order };
  // How much V8 lets short-lived objects pile up depends on the machine: up to 100 MB more.
  const flags = ['--max-semi-space-size=16'];
  return spawn(process.execPath, [...flags, join(import.meta.dirname, 'sheet-worker.ts')], {
    env: { PATH: process.env.PATH, SHEET_WORK: JSON.stringify(all) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function workDone(order: Partial<SheetWork>): Promise<SheetWorkDone> {
  const worker = startWorker(order);
  let said = '';
  worker.stdout?.on('data', (data: Buffer) => {
    said += data;
  });
  const [code] = await once(worker, 'close');
  expect(code).toBe(0);
  const done = JSON.parse(said) as SheetWorkDone;
  const { seconds, cpuSeconds, peakMb, found } = done;
  console.info(
    `${order.act}: ${seconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} s of CPU, peak ${peakMb.toFixed(0)} MB; ${found}`,
  );
  return done;
}

async function* sheet(rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('thing,picture,note,Gold.colour\n');
  for (let row = 1; row <= rows; row += 1) {
    const gold = row % 50 === 0 ? 'blue' : '';
    const note = `"A note, of row ${row}, in ""quotes"""`;
    yield Buffer.from(`thing ${row},https://pictures.test/${row}.jpg,${note},${gold}\n`);
  }
}

async function started(rows: number): Promise<string> {
  const batchId = await draftedBatch(run, client, {}, { tasks: 0 });
  const fileId = newId(homeOf(client.memberId));
  const stored = await files.save(fileId, sheet(rows), { mostBytes: 1e9 });
  const by = { actor: client, root: fileId };
  await run(recordFile, { fileId, name: 'things.csv', ...stored }, by);
  await run(startImport, { batchId, fileId, format: 'csv' }, { actor: client, root: batchId });
  return batchId;
}

async function expectWhole(batchId: string, rows: number): Promise<void> {
  const progress = await batchImport(readDb, client, batchId);
  expect(progress).toMatchObject({ state: 'done', rowsTotal: rows, rowsDone: rows });
  const { rows: made } = await sql<{ tasks: number; last: number; gold: number }>`
    select count(*)::int as tasks, max(number) as last, count(key)::int as gold from task
    where home = ${homeOf(batchId)} and batch_id = ${batchId}
      and input ->> 'thing' = 'thing ' || number`.execute(db);
  const gold = Math.floor(rows / 50);
  expect(made).toEqual([{ tasks: rows, last: rows, gold }]);
  const batch = await db
    .selectFrom('batch')
    .select(['tasks', 'goldTasks', 'wanted'])
    .where('id', '=', batchId)
    .executeTakeFirst();
  expect(batch).toEqual({ tasks: rows - gold, goldTasks: gold, wanted: BigInt(rows) });
}

test('100,000 rows go in and out in constant memory', { timeout: 300_000 }, async () => {
  const batchId = await started(ROWS);
  const imported = await workDone({ act: 'import', batchId });
  expect(imported.peakMb).toBeLessThan(MOST_MB);
  await expectWhole(batchId, ROWS);
  await answerAll(db, { batchId, fields: (number) => ({ colour: `answer ${number}` }) });
  for (const format of ['jsonl', 'csv'] as const) {
    const exported = await workDone({ act: 'export', batchId, format });
    expect(exported.peakMb).toBeLessThan(MOST_MB);
  }
  const back = await workDone({ act: 'check', batchId });
  expect(back.peakMb).toBeLessThan(MOST_MB);
  expect(back.found).toBe(`${ROWS} and ${ROWS} untouched`);
});

test('a line of a gigabyte is refused before it is held', { timeout: 120_000 }, async () => {
  for (const format of ['csv', 'jsonl'] as const) {
    const { found, peakMb } = await workDone({ act: 'long-line', format });
    expect(found).toBe(
      'record_too_long in row 3 after 1 MB'.replace('3', format === 'csv' ? '3' : '2'),
    );
    expect(peakMb).toBeLessThan(MOST_MB);
  }
});

test('an import that is killed goes on: every row once', { timeout: 300_000 }, async () => {
  const rows = 12_345;
  const batchId = await started(rows);
  for (const share of [0.1, 0.4, 0.7]) {
    const worker = startWorker({ act: 'import', batchId });
    const closed = once(worker, 'close');
    for (;;) {
      const at = await batchImport(readDb, client, batchId);
      if (at?.state === 'adding' && at.rowsDone >= rows * share) break;
      await sleep(5);
    }
    worker.kill('SIGKILL');
    await closed;
    const left = await batchImport(readDb, client, batchId);
    expect(left?.state).toBe('adding');
    const { tasks, goldTasks } = await db
      .selectFrom('batch')
      .select(['tasks', 'goldTasks'])
      .where('id', '=', batchId)
      .executeTakeFirstOrThrow();
    expect(tasks + goldTasks).toBe(left?.rowsDone);
  }
  await work('resume-imports', new Date(Date.now() + 121_000));
  await expectWhole(batchId, rows);
});
