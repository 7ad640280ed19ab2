/** JSON Lines: one object per line, its names being those of columns. */
import { isUtf8 } from 'node:buffer';
import { type Block, recordBlocks } from './record-blocks.ts';
import { RowProblem } from './row-problem.ts';

export type JsonRow = { row: number; line: number; fields: Readonly<Record<string, unknown>> };

/**
 * Every object; blank lines are passed over. Numbers that stand directly in the object come as the
 * text that was written, so that long ones keep all their digits. Throws `RowProblem`.
 */
export async function* readJsonLines(
  stream: AsyncIterable<Uint8Array>,
  { recordBytes }: { recordBytes: number },
): AsyncGenerator<JsonRow> {
  for await (const block of recordBlocks(stream, { quotes: false, recordBytes })) {
    for (const { bytes, line } of linesOf(block)) {
      const at = { row: line, line };
      if (block.tooLong) throw new RowProblem({ rule: 'record_too_long', ...at });
      if (bytes.includes(0)) throw new RowProblem({ rule: 'nul', ...at });
      if (!isUtf8(bytes)) throw new RowProblem({ rule: 'encoding', ...at });
      const text = bytes.toString('utf8').trim();
      if (text !== '') yield { ...at, fields: objectIn(text, at) };
    }
  }
}

function* linesOf({ bytes, line }: Block): Generator<{ bytes: Buffer; line: number }> {
  for (let from = 0, count = line; from < bytes.length; count += 1) {
    const end = bytes.indexOf(0x0a, from);
    const to = end === -1 ? bytes.length : end;
    yield { bytes: bytes.subarray(from, to), line: count };
    from = to + 1;
  }
}

function objectIn(
  text: string,
  at: { row: number; line: number },
): Readonly<Record<string, unknown>> {
  const value = parsed(text, at);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new RowProblem({ rule: 'json_object', ...at });
  }
  const fields = value as Readonly<Record<string, unknown>>;
  if (!Object.values(fields).some((field) => typeof field === 'number')) return fields;
  const written = JSON.parse(text, asWritten as (key: string, value: unknown) => unknown) as object;
  const sources = new Map(Object.entries(written));
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      typeof field === 'number' ? (sources.get(name) as string) : field,
    ]),
  );
}

function asWritten(_key: string, value: unknown, { source }: { source?: string }): unknown {
  return typeof value === 'number' ? (source ?? String(value)) : value;
}

function parsed(text: string, at: { row: number; line: number }): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const position = /position (\d+)/.exec(String(error))?.[1];
    const place = position === undefined ? {} : { place: Number(position) + 1 };
    throw new RowProblem({ rule: 'json', ...at, ...place });
  }
}
