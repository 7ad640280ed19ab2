/** A statement as CSV, read and written a thousand lines at a time. */
import { type MyStatementQuestion, myStatement } from '#domain/billing/queries/my-statement.ts';
import { decimalAmount } from '#domain/kernel/money.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { eventHref } from '#web/evidence/addresses.ts';
import { type CsvRow, csvResponse } from '#web/evidence/csv.ts';
import type { Route } from './+types/statement-csv.ts';
import { statementAsked } from './statement-question.ts';

const COLUMNS = [
  'line',
  'at',
  'act',
  'amount',
  'balance',
  'currency',
  'contract',
  'reference',
  'event',
];
const LINES_AT_ONCE = 1_000;

export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const { request } = signedIn(context);
  const { currency, from, to } = statementAsked(new URL(request.url));
  if (currency === null) return refuse('currency_unknown', {}, 'currency');
  const question = { currency, from, to, limit: LINES_AT_ONCE };
  // The first page is read before anything is sent, so that a refusal is still a refusal.
  const first = await read(context, question);
  return csvResponse(rows(context, question, first), {
    columns: COLUMNS,
    name: `statement-${currency}`,
  });
}

type Context = Route.LoaderArgs['context'];

function read(context: Context, question: MyStatementQuestion) {
  const { readDb, actor } = signedIn(context);
  return myStatement(readDb, actor, question);
}

async function* rows(
  context: Context,
  question: MyStatementQuestion,
  first: Awaited<ReturnType<typeof read>>,
): AsyncGenerator<CsvRow> {
  const { config } = signedIn(context);
  for (let page = first; ; ) {
    for (const line of page.lines) {
      yield {
        line: String(line.line),
        at: line.at.toISOString(),
        act: line.act,
        amount: decimalAmount(line.amountMinor, line.currency),
        balance: decimalAmount(line.balanceMinor, line.currency),
        currency: line.currency,
        contract: line.contractTitle ?? '',
        reference: line.reference,
        event: `${config.url}${eventHref(line.eventId)}`,
      };
    }
    if (page.nextBefore === null) return;
    page = await read(context, { ...question, before: page.nextBefore });
  }
}
