/** Rows as a CSV download that is written while it is read, so that no length fills the memory. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

export type CsvRow = Readonly<Record<string, string | number>>;

/** `-1320.00`: no formula, and a quote before it would make words of a number. */
const NUMBER = /^-?\d+(\.\d+)?$/;
const asIs = (value: string) => (NUMBER.test(value) ? { value, escape_formulas: false } : value);

/**
 * `columns` name the fields and the head. Words that a spreadsheet would run get a quote before
 * them.
 */
export function csvResponse(
  rows: AsyncIterable<CsvRow> | Iterable<CsvRow>,
  { columns, name }: { columns: readonly string[]; name: string },
): Response {
  const writer = stringify({
    header: true,
    columns: [...columns],
    escape_formulas: true,
    cast: { string: asIs },
  });
  const stream = Readable.from(rows).on('error', (error) => writer.destroy(error));
  stream.pipe(writer);
  return new Response(Readable.toWeb(writer) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
