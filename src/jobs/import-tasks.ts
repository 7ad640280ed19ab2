/** Makes tasks of the rows of a sheet: all are checked before the first is added. */
import { systemActor } from '#domain/kernel/actor.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { isRowProblem, type RowProblemData } from '#domain/sheets/row-problem.ts';
import type { NewTask } from '#domain/tasks/commands/add-tasks.ts';
import {
  addImported,
  failImport,
  noteImportChecked,
  noteImportChecking,
  noteImported,
} from '#domain/tasks/commands/import-tasks.ts';
import { runningImport, staleImports } from '#domain/tasks/queries/batch-import.ts';
import { readRows, type TaskRow } from '#domain/tasks/read-rows.ts';
import type { EventReference } from '#platform/after-commit/relay.ts';
import type { Command, JsonResult } from '#platform/context.ts';
import type { Job, JobServices } from './job.ts';
import { sweep } from './sweep.ts';

export const importTasksOf: Job = (services, payload) =>
  importTasks(services, (payload as EventReference).rootId);

/** Goes on with imports whose server was stopped. */
export const resumeImports: Job = sweep('import-clock', staleImports, (_act, { id }, services) =>
  importTasks(services, id),
);

/** Pages begin at the same rows in every run, so that two that meet add each page once. */
const PAGE = 1_000;
const NOTED_MS = 1_000;

type Import = {
  batchId: string;
  fileId: string;
  rows: () => AsyncIterable<TaskRow>;
};

async function importTasks(services: JobServices, batchId: string): Promise<void> {
  const found = await runningImport(services.readDb, batchId);
  if (found === undefined) return;
  const { fileId, format, form, state, rowsDone } = found;
  const rows = () => readRows(services.files.read(fileId), { format, form });
  const running: Import = { batchId, fileId, rows };
  try {
    if (state === 'checking' && !(await checkAll(services, running))) return;
    await addAll(services, running, state === 'adding' ? rowsDone : 0);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    while ((await act(services, running)(failImport, { batchId, fileId, problem })).more);
  }
}

function act(services: JobServices, { batchId }: Import): Act {
  const { run, now } = services;
  return (command, input) =>
    run(command, input, { actor: systemActor('import-clock'), root: batchId, now: now() });
}

type Act = <Input, Result extends JsonResult>(
  command: Command<Input, Result>,
  input: Input,
) => Promise<Result>;

async function checkAll(services: JobServices, running: Import): Promise<boolean> {
  const { batchId, fileId } = running;
  const does = act(services, running);
  let rows = 0;
  let noted = Date.now();
  for await (const _row of running.rows()) {
    rows += 1;
    if (rows % 100 > 0 || Date.now() - noted < NOTED_MS) continue;
    noted = Date.now();
    if (!(await does(noteImportChecking, { batchId, fileId, rows })).runs) return false;
  }
  return (await does(noteImportChecked, { batchId, fileId, rows })).runs;
}

async function addAll(services: JobServices, running: Import, done: number): Promise<void> {
  const { batchId, fileId } = running;
  const does = act(services, running);
  const add = async (page: readonly TaskRow[]) => {
    const firstNumber = page[0]?.number;
    if (firstNumber === undefined) return true;
    const tasks = page.map(({ input, key, wanted }) => ({ input, key, wanted }) as NewTask);
    return (await does(addImported, { batchId, fileId, tasks, firstNumber })).runs;
  };
  let page: TaskRow[] = [];
  for await (const row of running.rows()) {
    if (row.number <= done) continue;
    page.push(row);
    if (row.number % PAGE > 0) continue;
    if (!(await add(page))) return;
    page = [];
  }
  if (await add(page)) await does(noteImported, { batchId, fileId });
}

/** What the client can put right; null for what only trying again does. */
function problemOf(error: unknown): RowProblemData | null {
  if (isRowProblem(error)) return error.data;
  if (isRefusal(error)) return { rule: 'refused', found: error.code };
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? { rule: 'file_gone' } : null;
}
