/** The transfers behind one sum of a batch, as CSV. */
import { type BatchTransfer, everyTransfer } from '#domain/evidence/queries/batch-sums.ts';
import { decimalAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import type { Route } from './+types/batch-sum-csv.ts';
import { eventHref } from './addresses.ts';
import { isMoneySum, partsOf } from './batch-parts.ts';
import { type CsvRow, csvResponse } from './csv.ts';

const COLUMNS = ['at', 'act', 'part', 'amount', 'currency', 'subject', 'reference', 'event'];

export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const { readDb, actor, config } = signedIn(context);
  const name = params.sum;
  if (!isMoneySum(name)) return refuse('not_found', { thing: 'sum' });
  const batch = await findBatch(readDb, actor, params.id);
  const { currency } = batch;
  const row = (one: BatchTransfer): CsvRow => ({
    at: one.at.toISOString(),
    act: one.act,
    part: one.part,
    amount: decimalAmount(one.amountMinor, currency),
    currency,
    subject: one.subjectId ?? '',
    reference: one.reference,
    event: `${config.url}${eventHref(one.eventId)}`,
  });
  const rows = everyTransfer(readDb, batch, partsOf(name));
  return csvResponse(mapped(rows, row), { columns: COLUMNS, name: `batch-${name}` });
}

async function* mapped(rows: AsyncIterable<BatchTransfer>, row: (one: BatchTransfer) => CsvRow) {
  for await (const one of rows) yield row(one);
}
