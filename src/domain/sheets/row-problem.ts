/**
 * Words of sheets.
 * Sheet: a file of rows that people fill in with other programs, as CSV or as JSON Lines. Row: one
 *   record, counted as a spreadsheet counts: the names of the columns are row 1 of a CSV. Line: one
 *   line of the text; a quoted cell may span several. Cell: what one row says in one column.
 */

export type SheetFormat = 'csv' | 'jsonl';

/** What can be wrong with a sheet; `sayRowProblem` says what to do about each. */
export const ROW_RULES = [
  // The file.
  'empty_file',
  'no_rows',
  'file_gone',
  'utf16',
  'workbook',
  'encoding',
  'nul',
  'record_too_long',
  'too_many_rows',
  // Its structure.
  'quote_opens',
  'quote_closes',
  'quote_not_closed',
  'cells',
  'json',
  'json_object',
  'too_many_columns',
  'column_empty',
  'column_twice',
  'column_name',
  'column_missing',
  'result_column_missing',
  // What a cell says.
  'text_only',
  'address',
  'broken_text',
  'row_too_long',
  'gold_field',
  'gold_answer',
  'wanted',
  'assignment_id',
  'assignment_unknown',
  'approve_mark',
  'both_decided',
  'reject_words',
  // What stands against the rows as a whole.
  'refused',
] as const;

export type RowRule = (typeof ROW_RULES)[number];

export type RowProblemData = {
  rule: RowRule;
  row?: number;
  line?: number;
  /** The name of the column, where it has one. */
  column?: string;
  /** Which column from the left, from 1. */
  place?: number;
  expected?: number | string;
  found?: number | string;
  limit?: number;
};

/** The first thing that is wrong with a sheet, and where. It is told to whoever sent the sheet. */
export class RowProblem extends Error {
  readonly data: RowProblemData;

  constructor(data: RowProblemData) {
    super(`${data.rule} at row ${data.row ?? '?'}, column ${data.column ?? data.place ?? '?'}`);
    this.name = 'RowProblem';
    this.data = data;
  }
}

/** Recognised by name, so that a second copy of this module in a bundle does no harm. */
export function isRowProblem(error: unknown): error is RowProblem {
  return error instanceof Error && error.name === 'RowProblem' && 'data' in error;
}
