import { Readable } from 'node:stream';
import { exportResults } from '#domain/results/queries/export-results.ts';
import type { SheetFormat } from '#domain/sheets/row-problem.ts';
import { signedIn } from '#web/context.ts';
import { orderedBatch } from '../batches/batch-data.ts';
import type { Route } from './+types/results.ts';

const TYPES: Record<SheetFormat, string> = { csv: 'text/csv', jsonl: 'application/jsonl' };

/** Every answer of the batch, as a file that is written while it is read. */
export async function loader({ context, params, request }: Route.LoaderArgs): Promise<Response> {
  const { readDb, now } = signedIn(context);
  const batch = await orderedBatch(context, params.id);
  const format = new URL(request.url).pathname.endsWith('.jsonl') ? 'jsonl' : 'csv';
  const pages = exportResults(readDb, { batchId: batch.id, format, now });
  const body = Readable.toWeb(Readable.from(bytesOf(pages))) as ReadableStream;
  return new Response(body, {
    headers: {
      'Content-Type': `${TYPES[format]}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${fileName(batch.name)}.${format}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

async function* bytesOf(pages: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const page of pages) yield Buffer.from(page);
}

function fileName(name: string): string {
  return `${
    name
      .normalize('NFKD')
      .replace(/[^\w -]/g, '')
      .trim()
      .replace(/ +/g, '-') || 'batch'
  }-results`;
}
