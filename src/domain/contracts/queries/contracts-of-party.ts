import { sql } from 'kysely';
import type { ReadDb } from '#platform/database.ts';
import type { ContractState, Side } from '../contract.ts';
import { ESCROWED_STATES } from '../milestone.ts';

export type ContractRow = {
  id: string;
  title: string;
  state: ContractState;
  pricing: 'fixed' | 'hourly';
  currency: string;
  /** As in `agreedPrice`. */
  priceMinor: bigint;
  side: Side;
  otherPartyId: string;
  otherName: string;
  offeredAt: Date;
  offerExpiresAt: Date;
  endedAt: Date | null;
  /** In escrow now, and paid so far before fees, in minor units. */
  escrowMinor: bigint;
  paidMinor: bigint;
  /** Milestones that wait for the client's answer, and the first moment at which silence accepts. */
  delivered: number;
  acceptBy: Date | null;
};

export type ContractsQuestion = {
  partyId: string;
  side?: Side;
  state?: ContractState;
  before?: { offeredAt: Date; id: string };
  limit: number;
};

/** A party's contracts, newest first; one row more than the limit when there are more. */
export async function contractsOfParty(
  db: ReadDb,
  question: ContractsQuestion,
): Promise<ContractRow[]> {
  const { partyId, side, state, before, limit } = question;
  let query = selectContracts(db, partyId).limit(limit + 1);
  if (side === 'client') query = query.where('contract.clientId', '=', partyId);
  else if (side === 'freelancer') query = query.where('contract.freelancerId', '=', partyId);
  else {
    query = query.where((on) =>
      on.or([on('contract.clientId', '=', partyId), on('contract.freelancerId', '=', partyId)]),
    );
  }
  if (state !== undefined) query = query.where('contract.state', '=', state);
  if (before !== undefined) {
    query = query.where((on) =>
      on(
        on.refTuple('contract.offeredAt', 'contract.id'),
        '<',
        on.tuple(before.offeredAt, before.id),
      ),
    );
  }
  return query.execute();
}

/** The rows without a filter, newest first, each with what its milestones sum to. */
function selectContracts(db: ReadDb, partyId: string) {
  return db
    .selectFrom('contract')
    .innerJoin('party as other', (join) =>
      join.on(
        'other.id',
        '=',
        sql`case when contract.client_id = ${partyId} then contract.freelancer_id
          else contract.client_id end`,
      ),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('milestone')
          .select([
            sql<bigint>`coalesce(sum(amount_minor + client_fee_minor)
              filter (where state = any(${[...ESCROWED_STATES]})), 0)::bigint`.as('escrowMinor'),
            sql<bigint>`coalesce(sum(amount_minor) filter (where state <> 'dropped'), 0)::bigint`.as(
              'agreedMinor',
            ),
            sql<bigint>`coalesce(sum(gross_minor), 0)::bigint`.as('paidMinor'),
            sql<number>`count(*) filter (where state = 'delivered')::int`.as('delivered'),
            sql<Date | null>`min(accept_by)`.as('acceptBy'),
          ])
          .whereRef('milestone.contractId', '=', 'contract.id')
          .as('sums'),
      (join) => join.onTrue(),
    )
    .select([
      'contract.id',
      'contract.title',
      'contract.state',
      'contract.pricing',
      'contract.currency',
      sql<bigint>`case when contract.pricing = 'fixed' and contract.state in ('active', 'ended')
        then coalesce(sums.agreed_minor, 0) else contract.price_minor end`.as('priceMinor'),
      'contract.offeredAt',
      'contract.offerExpiresAt',
      'contract.endedAt',
      'other.id as otherPartyId',
      'other.name as otherName',
      sql<bigint>`coalesce(sums.escrow_minor, 0)`.as('escrowMinor'),
      sql<bigint>`coalesce(sums.paid_minor, 0)`.as('paidMinor'),
      sql<number>`coalesce(sums.delivered, 0)`.as('delivered'),
      'sums.acceptBy',
      sql<Side>`case when contract.client_id = ${partyId} then 'client' else 'freelancer' end`.as(
        'side',
      ),
    ])
    .orderBy('contract.offeredAt', 'desc')
    .orderBy('contract.id', 'desc');
}
