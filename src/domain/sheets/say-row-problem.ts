/** What is wrong with a sheet, where, and what to do about it; for pages, programs and notices alike. */
import type { RowProblemData, RowRule } from './row-problem.ts';

type Say = (problem: RowProblemData) => string;

const column = ({ column: name, place }: RowProblemData): string =>
  name === undefined ? `Column ${place ?? 1}` : `The column “${name}”`;

const says: Record<RowRule, string | Say> = {
  empty_file: 'The file is empty. Send one with the names of the columns in its first row.',
  no_rows: 'There are no rows below the names of the columns. Add one row for each task.',
  file_gone: 'The file is no longer there. Send it again.',
  utf16: 'The file is in UTF-16. Save it as “CSV UTF-8” and send it again.',
  workbook: 'This is a workbook, not a CSV. Save it as “CSV UTF-8” and send that file.',
  encoding: 'Characters here are not UTF-8. Save the file as “CSV UTF-8” and send it again.',
  nul: 'There is a zero byte here. Save the file again as plain text in UTF-8.',
  record_too_long: ({ limit }) =>
    `This row is longer than ${kilobytes(limit)} KB. Look for a missing line end, or shorten it.`,
  too_many_rows: ({ limit }) =>
    `There are more than ${limit} rows. Split the file and make several batches.`,
  quote_opens:
    'A quote stands inside a cell that is not quoted. Put quotes around the whole cell, and write each quote inside twice.',
  quote_closes:
    'A cell goes on after its closing quote. Write a quote inside a quoted cell twice: "".',
  quote_not_closed: 'A quote that opens here is not closed. Close it, or write it twice.',
  cells: ({ expected, found }) =>
    `This row has ${found} cells where the names of the columns are ${expected}. Quote cells that hold the delimiter, and leave empty cells empty rather than out.`,
  json: 'This line is not JSON. Write one object per line, as {"name": "value"}.',
  json_object: 'Each line must be one object, as {"name": "value"}; not a list.',
  too_many_columns: ({ limit }) =>
    `There are more than ${limit} columns. Leave out what no task shows.`,
  column_empty: 'This column has no name. Name it in the first row, or remove it.',
  column_twice: (it) => `${column(it)} is there twice. Rename or remove one.`,
  column_name: ({ limit }) =>
    `A name of a column has at most ${limit} characters, all of them visible, on one line.`,
  column_missing: (it) => `${column(it)} is missing. Add it, or take it out of the form.`,
  result_column_missing: (it) =>
    `${column(it)} is missing. Send the results sheet back with all the columns that it came with.`,
  text_only: (it) => `${column(it)} must hold text, a number, or true or false.`,
  address: (it) =>
    `${column(it)} must make a whole address that starts with https:// or http://, such as https://example.org/1.jpg.`,
  broken_text: (it) => `${column(it)} holds half of a character. Write it anew.`,
  row_too_long: (it) =>
    `${column(it)} is too long: all cells of a row together may have ${it.limit} characters.`,
  gold_field: (it) => `${column(it)} names a field that the form does not have.`,
  gold_answer: (it) =>
    `${column(it)} is not an answer that the form would take (${it.found}). Correct it, or leave it empty.`,
  wanted: (it) => `${column(it)} must be a whole number from 1 to ${it.limit}, or empty.`,
  assignment_id: 'AssignmentId must be an id as the results have it. Download them again.',
  assignment_unknown: 'This batch has no such assignment. Use the results of this batch.',
  approve_mark: 'Approve must be x or empty.',
  both_decided: 'Approve and Reject are both filled. Leave one of them empty.',
  reject_words: ({ limit }) =>
    `Reject must say in 1 to ${limit} characters what was wrong, so that the worker can put it right.`,
  refused: ({ found }) => `The rows could not be added (${found}). Try again.`,
};

/** One or two sentences, with the place in front where there is one: “Row 7, column “name”: …”. */
export function sayRowProblem(problem: RowProblemData): string {
  const say = says[problem.rule];
  const words = typeof say === 'string' ? say : say(problem);
  if (problem.row === undefined) return words;
  const name = problem.column ?? problem.place;
  const where = name === undefined ? '' : `, column ${problem.column ? `“${name}”` : name}`;
  return `Row ${problem.row}${where}: ${words}`;
}

function kilobytes(bytes = 0): number {
  return Math.floor(bytes / 1_024);
}
