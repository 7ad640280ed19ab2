/**
 * Cells of a CSV that people open in spreadsheets. Every cell is quoted. One that a spreadsheet
 * would run as a formula gets an apostrophe before it; so does one that has both already, so that
 * `unguarded` always gives back what was there. Numbers stay numbers.
 */

/** As `escape_formulas` of csv-stringify counts them, with the wide forms of East Asian texts. */
const RUNS = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${guarded(cell).replaceAll('"', '""')}"`).join(',')}\n`;
}

export function guarded(cell: string): string {
  return RUNS.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

export function unguarded(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}
