/** Bytes as they come → blocks of whole records, without holding more than one record too many. */
import { RowProblem } from './row-problem.ts';

export type Block = {
  bytes: Buffer;
  /** Of its first record, from 1. */
  row: number;
  line: number;
  /** The block is the beginning of a record that went past the limit; nothing comes after it. */
  tooLong: boolean;
};

export type BlockLimits = {
  /** Whether a line end between quotes belongs to the record, as in CSV. */
  quotes: boolean;
  recordBytes: number;
};

const SLICE = 65_536;
const QUOTE = 0x22;
const NEWLINE = 0x0a;

/**
 * Cuts a stream behind line ends; a byte order mark of UTF-8 is left out. Throws `RowProblem` for
 * what no reading can make text of: UTF-16 and workbooks.
 */
export async function* recordBlocks(
  stream: AsyncIterable<Uint8Array>,
  { quotes, recordBytes }: BlockLimits,
): AsyncGenerator<Block> {
  const at = { row: 1, line: 1 };
  // Where the open record begins, and how many lines there were before this byte.
  const next = { ...at };
  let line = 1;
  let held: Buffer[] = [];
  // Bytes of the open record that lie before this slice, and whether it is between quotes.
  let before = 0;
  let quoted = false;
  const take = (bytes: Buffer, tooLong = false): Block => {
    const block = { bytes: Buffer.concat([...held, bytes]), ...at, tooLong };
    held = [];
    Object.assign(at, next);
    return block;
  };
  for await (const slice of slicesOf(stream)) {
    let start = -before;
    let place = 0;
    for (; place < slice.length && place - start < recordBytes; place += 1) {
      const byte = slice[place];
      if (byte === QUOTE) quoted = quotes && !quoted;
      if (byte !== NEWLINE) continue;
      line += 1;
      if (quoted) continue;
      next.row += 1;
      next.line = line;
      start = place + 1;
    }
    if (start > 0) yield take(slice.subarray(0, start));
    const rest = slice.subarray(Math.max(0, start), place);
    if (place < slice.length) return yield take(rest, true);
    if (rest.length > 0) held.push(rest);
    before = slice.length - start;
  }
  if (held.length > 0) yield take(Buffer.alloc(0));
}

async function* slicesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of stream) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (head !== null) {
      head = Buffer.concat([head, bytes]);
      if (head.length < 4) continue;
      bytes = textIn(head);
      head = null;
    }
    for (let from = 0; from < bytes.length; from += SLICE) yield bytes.subarray(from, from + SLICE);
  }
  if (head !== null && head.length > 0) yield textIn(head);
}

/** What follows the byte order mark. */
function textIn(head: Buffer): Buffer {
  const [a, b, c, d] = head;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new RowProblem({ rule: 'utf16', row: 1, line: 1 });
  }
  if ((a !== 0 && b === 0 && c !== 0 && d === 0) || (a === 0 && b !== 0 && c === 0 && d !== 0)) {
    throw new RowProblem({ rule: 'utf16', row: 1, line: 1 });
  }
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) {
    throw new RowProblem({ rule: 'workbook' });
  }
  return a === 0xef && b === 0xbb && c === 0xbf ? head.subarray(3) : head;
}
