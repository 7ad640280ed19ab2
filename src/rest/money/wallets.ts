import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { stringify } from 'csv-stringify';
import { myPurses } from '#domain/billing/queries/my-money.ts';
import {
  type MyStatement,
  myStatement,
  type TitledLine,
} from '#domain/billing/queries/my-statement.ts';
import { decimalAmount } from '#domain/kernel/money.ts';
import { AT, IDS, LATER, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { moneyJson, numberCursor, numberCursorOf, time, timeOrNull } from '../present.ts';
import {
  currency,
  id,
  instant,
  instantIn,
  list,
  money,
  page,
  paging,
  signedMoney,
} from '../schema.ts';

const wallet = z
  .strictObject({
    currency: z.string(),
    available: money,
    pending: money.openapi({ description: 'Earned, and waiting for its security days.' }),
    next_available_at: instant.nullable(),
    in_escrow: money,
    in_payout: money.openapi({ description: 'Withdrawals that wait for the operator.' }),
  })
  .openapi('Wallet');

const line = z
  .strictObject({
    line: z.int().openapi({ description: 'Its number within the account, without a gap.' }),
    transfer_id: id,
    at: instant,
    act: z.string(),
    amount: signedMoney,
    balance: money,
    reference: z.string(),
    event_id: id,
    contract_title: z.string().nullable(),
  })
  .openapi('StatementLine');

const span = { from: instantIn.optional(), to: instantIn.optional() };

const CSV_PAGE = 500;

export const walletOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/wallets',
    id: 'listWallets',
    tag: 'Money',
    summary: 'What the party has in each currency',
    scope: 'read',
    answer: {
      schema: list(wallet),
      example: {
        items: [
          {
            currency: 'USD',
            available: usd('6204.18'),
            pending: usd('540.00'),
            next_available_at: LATER,
            in_escrow: usd('600.00'),
            in_payout: usd('0.00'),
          },
        ],
      },
    },
    async handle({ db, actor }) {
      const purses = await myPurses(db, actor);
      const items = purses.map(({ currency, nextAt, ...sums }) => ({
        currency,
        available: moneyJson(sums.availableMinor, currency),
        pending: moneyJson(sums.pendingMinor, currency),
        next_available_at: timeOrNull(nextAt),
        in_escrow: moneyJson(sums.escrowMinor, currency),
        in_payout: moneyJson(sums.payoutMinor, currency),
      }));
      return { body: { items } };
    },
  }),
  operation({
    method: 'get',
    path: '/wallets/{currency}/statement',
    id: 'readStatement',
    tag: 'Money',
    summary: 'Every line of a wallet, newest first; each names the event that caused it',
    scope: 'read',
    params: { currency },
    query: { ...paging, ...span },
    answer: {
      schema: page(line),
      example: {
        items: [
          {
            line: 7,
            transfer_id: IDS.transfer,
            at: AT,
            act: 'milestone.funded',
            amount: usd('-600.00'),
            balance: usd('6204.18'),
            reference: `milestone:${IDS.milestone}:fund`,
            event_id: IDS.event,
            contract_title: 'Six street views of a lighthouse visitor centre',
          },
        ],
        next_cursor: null,
      },
    },
    async handle({ db, actor, params, query }) {
      const { lines, nextBefore } = await myStatement(db, actor, {
        currency: params.currency,
        limit: query.limit,
        before: lineBefore(query.cursor),
        ...readSpan(query),
      });
      const next = nextBefore === null ? null : numberCursorOf(nextBefore);
      return { body: { items: lines.map(presentLine), next_cursor: next } };
    },
  }),
  operation({
    method: 'get',
    path: '/wallets/{currency}/statement.csv',
    id: 'downloadStatement',
    tag: 'Money',
    summary: 'The same lines as CSV (RFC 4180), all of them',
    scope: 'read',
    params: { currency },
    query: span,
    answer: { mediaType: 'text/csv' },
    async handle({ db, actor, params, query }) {
      const question = { currency: params.currency, limit: CSV_PAGE, ...readSpan(query) };
      // The first page is read before the answer begins, so that a refusal can still be told.
      const first = await myStatement(db, actor, question);
      const next = (before: bigint) => myStatement(db, actor, { ...question, before });
      const csv = Readable.from(csvRows(first, next)).pipe(
        stringify({ header: true, columns: COLUMNS }),
      );
      return new Response(Readable.toWeb(csv) as ReadableStream, {
        headers: {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="statement-${params.currency}.csv"`,
        },
      });
    },
  }),
];

const COLUMNS = [
  'line',
  'at',
  'act',
  'amount',
  'balance',
  'currency',
  'contract',
  'reference',
  'event_id',
];

async function* csvRows(first: MyStatement, next: (before: bigint) => Promise<MyStatement>) {
  for (let found = first; ; found = await next(found.nextBefore)) {
    for (const row of found.lines) {
      yield {
        line: row.line.toString(),
        at: time(row.at),
        act: row.act,
        amount: decimalAmount(row.amountMinor, row.currency),
        balance: decimalAmount(row.balanceMinor, row.currency),
        currency: row.currency,
        contract: plainCell(row.contractTitle ?? ''),
        reference: row.reference,
        event_id: row.eventId,
      };
    }
    if (found.nextBefore === null) return;
  }
}

/** A title that a spreadsheet would take for a formula becomes text. */
function plainCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function lineBefore(cursor: string | undefined): bigint | undefined {
  const number = numberCursor(cursor);
  return number === undefined ? undefined : BigInt(number);
}

function readSpan(query: { from?: string | undefined; to?: string | undefined }) {
  return {
    from: query.from === undefined ? undefined : new Date(query.from),
    to: query.to === undefined ? undefined : new Date(query.to),
  };
}

function presentLine(row: TitledLine) {
  return {
    line: Number(row.line),
    transfer_id: row.transferId,
    at: time(row.at),
    act: row.act,
    amount: moneyJson(row.amountMinor, row.currency),
    balance: moneyJson(row.balanceMinor, row.currency),
    reference: row.reference,
    event_id: row.eventId,
    contract_title: row.contractTitle,
  };
}
