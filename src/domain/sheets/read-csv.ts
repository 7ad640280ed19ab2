/** CSV as people's programs write it (RFC 4180, but with any of three delimiters) → rows of cells. */
import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { type Block, recordBlocks } from './record-blocks.ts';
import { RowProblem, type RowProblemData, type RowRule } from './row-problem.ts';

export type CsvRow = { row: number; line: number; cells: string[] };

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Every row, that of the names first; rows in which nothing stands are passed over. The delimiter
 * is the one that the first row has most of. Holds one record at most, and none beyond
 * `recordBytes`. Throws `RowProblem` at the first place that is broken; rows before it have been
 * given by then.
 */
export async function* readCsv(
  stream: AsyncIterable<Uint8Array>,
  { recordBytes }: { recordBytes: number },
): AsyncGenerator<CsvRow> {
  let delimiter: string | undefined;
  let names: readonly string[] = [];
  for await (const block of recordBlocks(stream, { quotes: true, recordBytes })) {
    delimiter ??= delimiterOf(block.bytes);
    const encoding = block.tooLong || isUtf8(block.bytes) ? 'utf8' : 'latin1';
    const { rows, problem } = parseBlock(block, { delimiter, encoding });
    for (const { cells, ...at } of rows) {
      const whole = cells.map((cell, place) =>
        text(cell, encoding, { ...at, ...columnAt(names, place) }),
      );
      if (whole.every((cell) => cell.trim() === '')) continue;
      if (names.length === 0) names = whole.map((name) => name.trim());
      yield { ...at, cells: whole };
    }
    if (problem !== null) {
      const { place = 1, ...data } = problem;
      throw new RowProblem({ ...data, ...columnAt(names, place - 1) });
    }
  }
}

function columnAt(names: readonly string[], place: number): { column?: string; place: number } {
  const name = names[place];
  return { place: place + 1, ...(name === undefined || name === '' ? {} : { column: name }) };
}

/** The delimiter that stands most often in the first record, outside of quotes. */
function delimiterOf(bytes: Buffer): string {
  const counts = new Map<number, number>();
  let quoted = false;
  for (const byte of bytes) {
    if (byte === 0x22) quoted = !quoted;
    if (quoted) continue;
    if (byte === 0x0a) break;
    counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  const often = (delimiter: string) => counts.get(delimiter.charCodeAt(0)) ?? 0;
  return DELIMITERS.reduce((best, other) => (often(other) > often(best) ? other : best));
}

type Parsed = { rows: CsvRow[]; problem: RowProblemData | null };

/** Broken blocks are read as Latin 1, byte by byte, to find the cell in which they break. */
function parseBlock(
  block: Block,
  { delimiter, encoding }: { delimiter: string; encoding: 'utf8' | 'latin1' },
): Parsed {
  const rows: CsvRow[] = [];
  let problem: RowProblemData | null = null;
  let [from, line] = [0, block.line];
  const linesUntil = (end: number) => {
    for (let at = block.bytes.indexOf(0x0a, from); at !== -1 && at < end; ) {
      line += 1;
      at = block.bytes.indexOf(0x0a, at + 1);
    }
    from = end;
  };
  try {
    parse(block.bytes, {
      delimiter,
      encoding,
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
      relax_column_count: true,
      on_record(cells: string[], info) {
        const row = block.row + info.records - 1 + info.empty_lines;
        rows.push({ row, line, cells });
        linesUntil(info.bytes);
        return cells;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problem = problemOf(error, { block, line });
  }
  if (!block.tooLong || problem !== null) return { rows, problem };
  const last = rows.pop();
  const { row = block.row } = last ?? {};
  const place = last?.cells.length ?? 1;
  return { rows, problem: { rule: 'record_too_long', row, line, place } };
}

const RULES: Readonly<Record<string, RowRule>> = {
  INVALID_OPENING_QUOTE: 'quote_opens',
  CSV_INVALID_CLOSING_QUOTE: 'quote_closes',
  CSV_QUOTE_NOT_CLOSED: 'quote_not_closed',
};

function problemOf(
  error: CsvError,
  { block, line }: { block: Block; line: number },
): RowProblemData {
  const rule = RULES[error.code];
  if (rule === undefined) throw error;
  const { records, empty_lines: empty, column } = error as unknown as Record<string, unknown>;
  const row = block.row + Number(records) + Number(empty);
  return { rule, row, line, place: Number(column) + 1 };
}

function text(cell: string, encoding: 'utf8' | 'latin1', at: Omit<RowProblemData, 'rule'>): string {
  if (cell.includes('\u0000')) throw new RowProblem({ rule: 'nul', ...at });
  if (encoding === 'utf8') return cell;
  const bytes = Buffer.from(cell, 'latin1');
  if (!isUtf8(bytes)) throw new RowProblem({ rule: 'encoding', ...at });
  return bytes.toString('utf8');
}
