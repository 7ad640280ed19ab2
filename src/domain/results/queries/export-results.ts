import { homeOf, isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { SheetFormat } from '#domain/sheets/row-problem.ts';
import { csvLine } from '#domain/sheets/write-csv.ts';
import type { ReadDb } from '#platform/database.ts';
import {
  answerNames,
  OTHER_ANSWERS,
  type ResultBatch,
  type ResultNames,
  type ResultRow,
  resultCells,
  resultHead,
} from '../result-columns.ts';
import { resultJson } from '../result-json.ts';
import { answeredNames } from './answered-names.ts';
import { approvalRates } from './approval-rates.ts';
import { type ResultFilter, resultPages } from './result-pages.ts';

export type ExportResults = {
  batchId: string;
  format: SheetFormat;
  filter?: ResultFilter;
  now?: Date;
};

/** Names of a free form that become columns; the rest goes into one column as JSON. */
const ANSWER_COLUMNS = 500;

/**
 * The results of a batch as text, page by page: every assignment that was handed in, in the order
 * of the tasks, each once, as it is when its page is read. No connection is held between pages, and
 * nothing in memory but one of them. The caller has asked whether the reader is the client.
 */
export async function* exportResults(
  db: ReadDb,
  { batchId, format, filter = {}, now = new Date() }: ExportResults,
): AsyncGenerator<string> {
  const batch = await findBatch(db, batchId);
  const rates = approvalRates(db, batch.id, now);
  if (format === 'jsonl') {
    for await (const page of resultPages(db, { batchId, filter })) {
      const known = await rates(page.map((row) => row.workerId));
      yield page.map((row) => resultJson(batch, row, known(row.workerId))).join('');
    }
    return;
  }
  const names = await columnsOf(db, batch);
  yield csvLine(resultHead(names));
  for await (const page of resultPages(db, { batchId, filter })) {
    const known = await rates(page.map((row) => row.workerId));
    const lines = page.map((row) => {
      const rest = withOthers(row, names);
      return csvLine(resultCells(batch, rest, { rates: known(row.workerId), names }));
    });
    yield lines.join('');
  }
}

async function findBatch(db: ReadDb, batchId: string): Promise<ResultBatch> {
  if (!isId(batchId)) return refuse('not_found', { thing: 'batch' });
  const batch = await db
    .selectFrom('batch')
    .select(['id', 'taskTypeId', 'title', 'description', 'keywords', 'form', 'variables'])
    .select(['currency', 'annotation', 'tasks', 'goldTasks', 'timeLimitSeconds'])
    .select(['autoApprovalSeconds', 'lifetimeSeconds', 'createdAt', 'orderedAt', 'expiresAt'])
    .where('home', '=', homeOf(batchId))
    .where('id', '=', batchId)
    .executeTakeFirst();
  if (batch === undefined) return refuse('not_found', { thing: 'batch' });
  return { ...batch, form: batch.form as unknown as ResultBatch['form'] };
}

async function columnsOf(db: ReadDb, batch: ResultBatch): Promise<ResultNames> {
  const inputs = [...batch.variables];
  const described = answerNames(batch.form);
  if (described !== null) return { inputs, answers: described };
  const found = await answeredNames(db, batch.id, ANSWER_COLUMNS + 1);
  const answers = found.slice(0, ANSWER_COLUMNS).sort();
  // Always there, since an answer with a new name may be handed in while the file is written.
  return { inputs, answers: [...answers.filter((name) => name !== OTHER_ANSWERS), OTHER_ANSWERS] };
}

/** An answer of a free form, with what has no column of its own as JSON in the last one. */
function withOthers(row: ResultRow, { answers }: ResultNames): ResultRow {
  if (answers.at(-1) !== OTHER_ANSWERS) return row;
  const own = new Set(answers.slice(0, -1));
  const others = Object.entries(row.fields).filter(([name]) => !own.has(name));
  const rest = others.length === 0 ? '' : JSON.stringify(Object.fromEntries(others));
  return { ...row, fields: { ...row.fields, [OTHER_ANSWERS]: rest } };
}
