import type { ClaimSource } from '#domain/ledger/queries/verify-ledger.ts';
import type { ReadDb } from '#platform/database.ts';
import type { MoneyRequestState } from '../money-request.ts';

export type MoneyRequestRow = {
  id: string;
  kind: 'deposit' | 'withdrawal';
  partyId: string;
  partyName: string;
  currency: string;
  amountMinor: bigint;
  state: MoneyRequestState;
  payee: string;
  note: string;
  decisionNote: string;
  requestedAt: Date;
  decidedAt: Date | null;
};

export type MoneyRequestsQuestion = {
  /** Only this party's; everybody's for the operator when absent. */
  partyId?: string;
  state?: MoneyRequestState;
  kind?: 'deposit' | 'withdrawal';
  /** Older than this request: the keyset cursor. */
  before?: { requestedAt: Date; id: string };
  limit: number;
};

/** Money requests, newest first; gives one row more than the limit when there are more. */
export async function moneyRequests(
  db: ReadDb,
  question: MoneyRequestsQuestion,
): Promise<MoneyRequestRow[]> {
  let query = selectRequests(db)
    .orderBy('moneyRequest.requestedAt', 'desc')
    .orderBy('moneyRequest.id', 'desc')
    .limit(question.limit + 1);
  const { partyId, state, kind, before } = question;
  if (partyId !== undefined) query = query.where('moneyRequest.partyId', '=', partyId);
  if (state !== undefined) query = query.where('moneyRequest.state', '=', state);
  if (kind !== undefined) query = query.where('moneyRequest.kind', '=', kind);
  if (before !== undefined) {
    query = query.where((on) =>
      on(
        on.refTuple('moneyRequest.requestedAt', 'moneyRequest.id'),
        '<',
        on.tuple(before.requestedAt, before.id),
      ),
    );
  }
  return query.execute();
}

export async function moneyRequest(db: ReadDb, id: string): Promise<MoneyRequestRow | undefined> {
  return selectRequests(db).where('moneyRequest.id', '=', id).executeTakeFirst();
}

function selectRequests(db: ReadDb) {
  return db
    .selectFrom('moneyRequest')
    .innerJoin('party', 'party.id', 'moneyRequest.partyId')
    .select([
      'moneyRequest.id',
      'moneyRequest.kind',
      'moneyRequest.partyId',
      'party.name as partyName',
      'moneyRequest.currency',
      'moneyRequest.amountMinor',
      'moneyRequest.state',
      'moneyRequest.payee',
      'moneyRequest.note',
      'moneyRequest.decisionNote',
      'moneyRequest.requestedAt',
      'moneyRequest.decidedAt',
    ]);
}

/** Payout accounts must hold the withdrawals that wait for a decision. */
export const payoutClaims: ClaimSource = {
  kind: 'payout',
  claims: async (db) => {
    const rows = await db
      .selectFrom('moneyRequest')
      .select(['id', 'currency', 'amountMinor'])
      .where('kind', '=', 'withdrawal')
      .where('state', '=', 'requested')
      .execute();
    return rows.map(({ id, currency, amountMinor }) => ({
      kind: 'payout' as const,
      ownerId: id,
      currency,
      amountMinor,
    }));
  },
};
