/** The steps of an import, as its job takes them. Each asks first whether the import still runs. */
import { refuse } from '#domain/kernel/refusal.ts';
import type { RowProblemData } from '#domain/sheets/row-problem.ts';
import { sayRowProblem } from '#domain/sheets/say-row-problem.ts';
import type { Context } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { addTasks, type NewTask } from './add-tasks.ts';
import { clearPage } from './clear-tasks.ts';
import { listBatch } from './list-batch.ts';
import { type LockedBatch, lockBatch } from './lock-batch.ts';

/** Which import: another file may have taken its place meanwhile. */
export type ImportStep = { batchId: string; fileId: string };
type Went = { runs: boolean };

/** So many rows were looked at, and nothing was wrong with them. */
export async function noteImportChecking(
  ctx: Context,
  input: ImportStep & { rows: number },
): Promise<Went> {
  requireClock(ctx);
  return { runs: await step(ctx, input, { from: 'checking', set: { rowsDone: input.rows } }) };
}

/** Every row was looked at; now they are added. */
export async function noteImportChecked(
  ctx: Context,
  input: ImportStep & { rows: number },
): Promise<Went> {
  requireClock(ctx);
  const set = { state: 'adding' as const, rowsTotal: input.rows, rowsDone: 0 };
  return { runs: await step(ctx, input, { from: 'checking', set }) };
}

/**
 * Adds a page of rows and notes how far the import is, both or neither: a server that is killed
 * goes on behind the last page. A page that is there already is passed over.
 */
export async function addImported(
  ctx: Context,
  input: ImportStep & { tasks: readonly NewTask[]; firstNumber: number },
): Promise<Went> {
  requireClock(ctx);
  await lockBatch(ctx, input.batchId);
  const { tasks, firstNumber, batchId } = input;
  const rowsDone = firstNumber + tasks.length - 1;
  if (!(await step(ctx, input, { from: 'adding', set: { rowsDone } }))) return { runs: false };
  await addTasks(ctx, { batchId, tasks, firstNumber });
  return { runs: true };
}

/** All rows are tasks. */
export async function noteImported(ctx: Context, input: ImportStep): Promise<Went> {
  requireClock(ctx);
  const batch = await lockBatch(ctx, input.batchId);
  const runs = await step(ctx, input, { from: 'adding', set: { state: 'done' } });
  if (!runs) return { runs };
  await listBatch(ctx, batch.id);
  const { tasks, goldTasks } = batch;
  await note(ctx, batch, { kind: 'batch.imported', data: { count: tasks + goldTasks, goldTasks } });
  return { runs };
}

/** Takes out what was added, page by page, and then says why. Done again until `more` is false. */
export async function failImport(
  ctx: Context,
  input: ImportStep & { problem: RowProblemData },
): Promise<{ more: boolean }> {
  requireClock(ctx);
  const batch = await lockBatch(ctx, input.batchId);
  const { state } = (await findRunning(ctx, input)) ?? {};
  if (state === undefined) return { more: false };
  if (await clearPage(ctx, batch)) return { more: true };
  const set = { state: 'failed' as const, rowsDone: 0, problem: JSON.stringify(input.problem) };
  await step(ctx, input, { from: state, set });
  const says = sayRowProblem(input.problem);
  await note(ctx, batch, { kind: 'batch.import_failed', data: { ...input.problem, says } });
  return { more: false };
}

function requireClock({ actor }: Context): void {
  if (actor.kind !== 'system') refuse('not_allowed', { act: 'import' });
}

type Running = 'checking' | 'adding';

async function findRunning(ctx: Context, { batchId, fileId }: ImportStep) {
  const row = await ctx.tx
    .selectFrom('batchImport')
    .select('state')
    .where('batchId', '=', batchId)
    .where('fileId', '=', fileId)
    .where('state', 'in', ['checking', 'adding'])
    .executeTakeFirst();
  return row as { state: Running } | undefined;
}

async function step(
  ctx: Context,
  { batchId, fileId }: ImportStep,
  { from, set }: { from: Running; set: ImportChange },
): Promise<boolean> {
  const changed = await ctx.tx
    .updateTable('batchImport')
    .set({ ...set, touchedAt: ctx.now })
    .where('batchId', '=', batchId)
    .where('fileId', '=', fileId)
    .where('state', '=', from)
    .returning('batchId')
    .executeTakeFirst();
  return changed !== undefined;
}

type ImportChange = {
  state?: 'adding' | 'done' | 'failed';
  rowsTotal?: number;
  rowsDone?: number;
  problem?: string;
};

async function note(
  ctx: Context,
  batch: LockedBatch,
  {
    kind,
    data,
  }: {
    kind: 'batch.imported' | 'batch.import_failed';
    data: Record<string, string | number>;
  },
): Promise<void> {
  const { id, name, clientId } = batch;
  await appendEvent(ctx, {
    kind,
    rootKind: 'batch',
    rootId: id,
    subjectId: id,
    parties: [clientId],
    data: { name, clientId, ...data },
  });
}
