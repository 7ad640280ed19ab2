import type { TaskForm } from '#domain/forms/task-form.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { RowProblemData, SheetFormat } from '#domain/sheets/row-problem.ts';
import { sayRowProblem } from '#domain/sheets/say-row-problem.ts';
import type { ReadDb } from '#platform/database.ts';
import { requireClient } from '../batch.ts';

export type BatchImport = {
  fileId: string;
  fileName: string;
  format: SheetFormat;
  state: 'checking' | 'adding' | 'done' | 'failed';
  /** Null until all are checked; meanwhile `rowsDone` counts those that were looked at. */
  rowsTotal: number | null;
  rowsDone: number;
  problem: RowProblemData | null;
  /** The problem in words, with what to do about it. */
  says: string | null;
  askedAt: Date;
  touchedAt: Date;
};

/** How the last import of a batch stands, for its client; null where there was none. */
export async function batchImport(
  db: ReadDb,
  actor: Actor,
  batchId: string,
): Promise<BatchImport | null> {
  const batch = isId(batchId) ? await ownerOf(db, batchId) : undefined;
  if (batch === undefined) return refuse('not_found', { thing: 'batch' });
  requireClient(actor, batch);
  const row = await db
    .selectFrom('batchImport as i')
    .innerJoin('file', 'file.id', 'i.fileId')
    .select(['i.fileId', 'file.name as fileName', 'i.format', 'i.state', 'i.rowsTotal'])
    .select(['i.rowsDone', 'i.problem', 'i.askedAt', 'i.touchedAt'])
    .where('i.batchId', '=', batchId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const problem = row.problem as RowProblemData | null;
  return { ...row, problem, says: problem === null ? null : sayRowProblem(problem) };
}

function ownerOf(db: ReadDb, batchId: string) {
  return db
    .selectFrom('batch')
    .select('clientId')
    .where('home', '=', homeOf(batchId))
    .where('id', '=', batchId)
    .executeTakeFirst();
}

/** What the job needs to begin an import or to go on with it; undefined when it no longer runs. */
export async function runningImport(db: ReadDb, batchId: string) {
  const row = await db
    .selectFrom('batchImport as i')
    .innerJoin('batch', 'batch.id', 'i.batchId')
    .select(['i.fileId', 'i.format', 'i.state', 'i.rowsDone', 'i.rowsTotal', 'batch.form'])
    .where('batch.home', '=', homeOf(batchId))
    .where('i.batchId', '=', batchId)
    .where('i.state', 'in', ['checking', 'adding'])
    .executeTakeFirst();
  return row && { ...row, form: row.form as unknown as TaskForm };
}

/** Running imports that nothing has touched for a while: the server that made them was stopped. */
export async function staleImports(
  db: ReadDb,
  now: Date,
  limit: number,
): Promise<{ id: string }[]> {
  const before = new Date(now.getTime() - STALE_MS);
  return db
    .selectFrom('batchImport')
    .select('batchId as id')
    .where('state', 'in', ['checking', 'adding'])
    .where('touchedAt', '<', before)
    .orderBy('touchedAt')
    .limit(limit)
    .execute();
}

const STALE_MS = 120_000;
