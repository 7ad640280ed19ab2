/** A results sheet that comes back with its last two columns filled in → decisions. */

import { REJECT_CLASSES, type RejectClass } from '#domain/assignments/assignment.ts';
import { isId } from '#domain/kernel/ids.ts';
import { storable } from '#domain/kernel/text.ts';
import { readCsv } from '#domain/sheets/read-csv.ts';
import { isRowProblem, RowProblem } from '#domain/sheets/row-problem.ts';
import { unguarded } from '#domain/sheets/write-csv.ts';

/** `leave`: nothing was filled in, and nothing is decided. */
export type Decision = { row: number; assignmentId: string } & (
  | { verdict: 'leave' | 'approve' }
  | { verdict: 'reject'; reason: RejectClass; feedback: string }
);

/** A row that could not be decided so: the state it is in, or the code of a refusal. */
export type SkippedRow = { row: number; assignmentId: string; why: string };

/** Longer than an import's rows: inputs and answers stand side by side. */
const RECORD_BYTES = 1_048_576;
const FEEDBACK_CHARS = 4_000;
const COLUMNS = ['AssignmentId', 'Approve', 'Reject'] as const;

/**
 * Every row of a results CSV, in constant memory: an `x` in Approve, or in Reject what was wrong. A
 * rejection is of the class `other` unless its text begins with another and a colon, as in
 * `careless: The picture shows a cat.` Throws `RowProblem` at the first thing that is wrong; the rows
 * before it have been given by then, so read to the end before you decide anything.
 */
export async function* readDecisions(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Decision> {
  let places: Places | null = null;
  let columns = 0;
  const limits = { recordBytes: RECORD_BYTES };
  try {
    for await (const { cells, ...at } of readCsv(stream, limits)) {
      if (places === null) {
        places = findPlaces(cells, at);
        columns = cells.length;
        continue;
      }
      if (cells.length !== columns) {
        throw new RowProblem({ rule: 'cells', ...at, expected: columns, found: cells.length });
      }
      yield decisionIn(cells, places, at);
    }
  } catch (error) {
    if (!isRowProblem(error) || error.data.rule !== 'record_too_long') throw error;
    throw new RowProblem({ ...error.data, limit: RECORD_BYTES });
  }
  if (places === null) throw new RowProblem({ rule: 'empty_file' });
}

type At = { row: number; line: number };
type Places = Record<(typeof COLUMNS)[number], number>;

function findPlaces(cells: readonly string[], at: At): Places {
  const names = cells.map((name) => name.trim());
  const places = COLUMNS.map((column) => {
    const place = names.indexOf(column);
    if (place === -1) throw new RowProblem({ rule: 'result_column_missing', ...at, column });
    if (names.lastIndexOf(column) > place) {
      throw new RowProblem({ rule: 'column_twice', ...at, column, place: place + 1 });
    }
    return [column, place] as const;
  });
  return Object.fromEntries(places) as Places;
}

function decisionIn(cells: readonly string[], places: Places, at: At): Decision {
  const text = (column: keyof Places) => storable(cells[places[column]] ?? '');
  const whereIs = (column: keyof Places) => ({ ...at, column, place: places[column] + 1 });
  const assignmentId = text('AssignmentId').toLowerCase();
  if (!isId(assignmentId)) {
    throw new RowProblem({ rule: 'assignment_id', ...whereIs('AssignmentId') });
  }
  const [approve, reject] = [text('Approve'), unguarded(text('Reject'))];
  const decision = { row: at.row, assignmentId };
  if (approve !== '' && reject !== '') {
    throw new RowProblem({ rule: 'both_decided', ...whereIs('Reject') });
  }
  if (approve !== '') {
    if (approve.toLowerCase() === 'x') return { ...decision, verdict: 'approve' };
    throw new RowProblem({ rule: 'approve_mark', ...whereIs('Approve') });
  }
  if (reject === '') return { ...decision, verdict: 'leave' };
  const { reason, feedback } = reasonIn(reject);
  if (feedback === '' || feedback.length > FEEDBACK_CHARS) {
    const limit = FEEDBACK_CHARS;
    throw new RowProblem({ rule: 'reject_words', ...whereIs('Reject'), limit });
  }
  return { ...decision, verdict: 'reject', reason, feedback };
}

/** `wrong answer: …` and `wrong_answer: …` name a class; every other text is of none. */
function reasonIn(text: string): { reason: RejectClass; feedback: string } {
  const [, word = '', rest = ''] = /^\s*([a-z_ ]{1,40}):(.*)$/is.exec(text) ?? [];
  const named = word.trim().toLowerCase().replaceAll(' ', '_');
  const reason = REJECT_CLASSES.find((one) => one === named);
  return reason === undefined
    ? { reason: 'other', feedback: text }
    : { reason, feedback: rest.trim() };
}
