import { requireOperator } from '#domain/accounts/permission.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { bankTransfer, type MoneyRequestState } from '../money-request.ts';
import { type MoneyRequestRow, moneyRequest } from './money-requests.ts';

export type RequestForOperator = MoneyRequestRow & {
  /** What the payer was told to write on the transfer. */
  paymentReference: string;
};

/** Requests of all parties for the operator: what waits oldest first, what is decided newest first. */
export async function requestsForOperator(
  db: ReadDb,
  actor: Actor,
  question: {
    state: MoneyRequestState;
    kind?: 'deposit' | 'withdrawal';
    cursor?: string;
    limit: number;
  },
): Promise<Page<RequestForOperator>> {
  requireOperator(actor);
  const { state, kind, cursor, limit } = question;
  const waiting = state === 'requested';
  const order = waiting ? 'asc' : 'desc';
  let query = db
    .selectFrom('moneyRequest')
    .innerJoin('party', 'party.id', 'moneyRequest.partyId')
    .select(['moneyRequest.id', 'moneyRequest.kind', 'partyId', 'party.name as partyName'])
    .select(['currency', 'amountMinor', 'state', 'payee', 'note', 'decisionNote', 'requestedAt'])
    .select('decidedAt')
    .where('state', '=', state)
    .orderBy('requestedAt', order)
    .orderBy('moneyRequest.id', order)
    .limit(limit + 1);
  if (kind !== undefined) query = query.where('moneyRequest.kind', '=', kind);
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where((on) =>
      on(
        on.refTuple('moneyRequest.requestedAt', 'moneyRequest.id'),
        waiting ? '>' : '<',
        on.tuple(at, id),
      ),
    );
  }
  const rows = (await query.execute()).map(withReference);
  return toPage(rows, limit, (row) => ({ at: row.requestedAt, id: row.id }));
}

/** One request for the operator; refuses `not_found`. */
export async function requestForOperator(
  db: ReadDb,
  actor: Actor,
  id: string,
): Promise<RequestForOperator> {
  requireOperator(actor);
  const row = isId(id) ? await moneyRequest(db, id) : undefined;
  return row === undefined ? refuse('not_found', { thing: 'money request' }) : withReference(row);
}

/** How many requests wait for a decision, up to `most`, and since when. */
export async function waitingRequests(
  db: ReadDb,
  most: number,
): Promise<{ count: number; oldest: Date | null }> {
  const rows = await db
    .selectFrom('moneyRequest')
    .select('requestedAt')
    .where('state', '=', 'requested')
    .orderBy('requestedAt')
    .limit(most)
    .execute();
  return { count: rows.length, oldest: rows[0]?.requestedAt ?? null };
}

function withReference(row: MoneyRequestRow): RequestForOperator {
  return { ...row, paymentReference: bankTransfer.paymentReference(row.id) };
}
