/** Rows as a CSV download that is written while it is read, so that no length fills the memory. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';

export type CsvRow = Readonly<Record<string, string | number>>;

/** `columns` name the fields and the head. A cell that a spreadsheet would run gets a quote before it. */
export function csvResponse(
  rows: AsyncIterable<CsvRow> | Iterable<CsvRow>,
  { columns, name }: { columns: readonly string[]; name: string },
): Response {
  const writer = stringify({ header: true, columns: [...columns], escape_formulas: true });
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
