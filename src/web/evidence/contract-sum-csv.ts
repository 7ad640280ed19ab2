/** The transfers behind one sum of a contract, as CSV. */
import { contractSums, type EscrowTransfer } from '#domain/evidence/queries/contract-sums.ts';
import { decimalAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import type { Route } from './+types/contract-sum-csv.ts';
import { eventHref } from './addresses.ts';
import { isContractSum, usedTransfers } from './contract-terms.ts';
import { csvResponse } from './csv.ts';

const COLUMNS = ['at', 'milestone', 'title', 'part', 'amount', 'currency', 'reference', 'event'];

export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const { readDb, actor, config } = signedIn(context);
  const name = params.sum;
  if (!isContractSum(name)) return refuse('not_found', { thing: 'sum' });
  const { page, transfers } = await contractSums(readDb, actor, params.id);
  const { currency } = page.contract;
  const row = (one: EscrowTransfer) => ({
    at: one.at.toISOString(),
    milestone: one.position,
    title: one.milestoneTitle,
    part: one.part,
    amount: decimalAmount(one.amountMinor, currency),
    currency,
    reference: one.reference,
    event: `${config.url}${eventHref(one.eventId)}`,
  });
  return csvResponse(usedTransfers(transfers, name).map(row), {
    columns: COLUMNS,
    name: `contract-${name}`,
  });
}
