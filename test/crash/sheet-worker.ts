/** A process of its own that imports or exports one batch, and says at its end what it needed. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { decideRows } from '#domain/results/commands/decide-rows.ts';
import { checkDecisions } from '#domain/results/queries/check-decisions.ts';
import { exportResults } from '#domain/results/queries/export-results.ts';
import { readDecisions } from '#domain/results/read-decisions.ts';
import { isRowProblem, type SheetFormat } from '#domain/sheets/row-problem.ts';
import { readRows } from '#domain/tasks/read-rows.ts';
import { importTasksOf } from '#jobs/import-tasks.ts';
import { APPLICATION_ROLE, createDatabase, type ReadDb } from '#platform/database.ts';
import { createFileStore } from '#platform/file-store.ts';
import { createLogger } from '#platform/logger.ts';
import { createPool } from '#platform/pipeline/create-pool.ts';
import { createRun } from '#platform/run.ts';

/** What is to be done, as the test tells it in the environment. */
export type SheetWork = {
  act: 'import' | 'export' | 'check' | 'long-line';
  url: string;
  folder: string;
  batchId: string;
  format: SheetFormat;
  out: string;
};

export type SheetWorkDone = { seconds: number; cpuSeconds: number; peakMb: number; found: string };

const work = JSON.parse(process.env.SHEET_WORK ?? '{}') as SheetWork;
const began = performance.now();
const found = await doWork();
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const done: SheetWorkDone = {
  seconds: (performance.now() - began) / 1_000,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  peakMb: maxRSS / 1_024,
  found,
};
process.stdout.write(`${JSON.stringify(done)}\n`);

async function doWork(): Promise<string> {
  if (work.act === 'long-line') return longLine();
  const pool = createPool({ connectionString: work.url, role: APPLICATION_ROLE });
  const db = createDatabase(pool);
  const readDb = db as unknown as ReadDb;
  const files = createFileStore(work.folder);
  try {
    if (work.act === 'export') return await exportTo(readDb, work.out);
    if (work.act === 'check') return await check(readDb);
    const services = { run: createRun(db), readDb, files, mailer: undefined };
    const surroundings = { log: createLogger('silent'), publicUrl: '', now: () => new Date() };
    await importTasksOf({ ...services, ...surroundings }, { rootId: work.batchId });
    return 'imported';
  } finally {
    await pool.end();
  }
}

async function exportTo(db: ReadDb, path: string): Promise<string> {
  const { batchId, format } = work;
  const out = createWriteStream(path);
  for await (const part of exportResults(db, { batchId, format })) {
    if (!out.write(part)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return `${out.bytesWritten} bytes`;
}

/** The exported sheet as it comes back, through both readers of it. */
async function check(db: ReadDb): Promise<string> {
  const { createReadStream } = await import('node:fs');
  const { batchId, out } = work;
  const decisions = () => readDecisions(createReadStream(out));
  const counts = await checkDecisions(db, { batchId, decisions: decisions() });
  const act = () => Promise.reject(new Error('There is nothing to decide'));
  const decided = await decideRows(act, decisions());
  return `${counts.untouched} and ${decided.untouched} untouched`;
}

/** A gigabyte without a line end, behind rows that are right; it is made while it is read. */
async function longLine(): Promise<string> {
  let sent = 0;
  async function* gigabyte() {
    yield Buffer.from(work.format === 'csv' ? 'thing\nsky\n' : '{"thing":"sky"}\n');
    const chunk = Buffer.alloc(65_536, work.format === 'csv' ? 'x' : '{"thing":"');
    for (; sent < 2 ** 30; sent += chunk.length) yield chunk;
  }
  try {
    for await (const _row of readRows(gigabyte(), { format: work.format }));
    return 'nothing';
  } catch (error) {
    if (!isRowProblem(error)) throw error;
    return `${error.data.rule} in row ${error.data.row} after ${Math.ceil(sent / 2 ** 20)} MB`;
  }
}
