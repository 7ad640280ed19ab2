/** The transfers in and out of a contract's escrow: what its sums on pages are recomputed from. */
import { sql } from 'kysely';
import { type ContractPage, contractPage } from '#domain/contracts/queries/contract-page.ts';
import type { Actor } from '#domain/kernel/actor.ts';
import { homeOf } from '#domain/kernel/ids.ts';
import { type ReadDb, readSql } from '#platform/database.ts';

/** Into escrow, or out of it: to the freelancer, to the marketplace, or back to the client. */
export type EscrowPart = 'funded' | 'earned' | 'freelancer_fee' | 'client_fee' | 'back';

export type EscrowTransfer = {
  transferId: string;
  part: EscrowPart;
  milestoneId: string;
  position: number;
  milestoneTitle: string;
  amountMinor: bigint;
  at: Date;
  reference: string;
  eventId: string;
  eventSeq: number | null;
};

export type ContractSums = { page: ContractPage; transfers: EscrowTransfer[] };

/** Every transfer that touched an escrow of this contract, oldest first; for its sides only. */
export async function contractSums(
  db: ReadDb,
  actor: Actor,
  contractId: string,
): Promise<ContractSums> {
  const page = await contractPage(db, actor, contractId);
  const home = homeOf(contractId);
  const transfers = await readSql(
    db,
    sql<EscrowTransfer>`
    select t.id as transfer_id, m.id as milestone_id, m.position, m.title as milestone_title,
      t.amount_minor, t.at, t.reference, t.event_id, e.seq as event_seq,
      case when credit.kind = 'escrow' then 'funded'
        when t.act = 'fee.freelancer' then 'freelancer_fee'
        when t.act = 'fee.client' then 'client_fee'
        when credit.kind = 'earnings' then 'earned'
        else 'back' end as part
    from transfer t
    join ledger_account debit on debit.home = t.home and debit.id = t.debit_id
    join ledger_account credit on credit.home = t.home and credit.id = t.credit_id
    join milestone m on m.id = t.subject_id
    left join event e on e.home = t.event_home and e.id = t.event_id
    where t.home = ${home} and t.root_id = ${contractId}
      and 'escrow' in (debit.kind, credit.kind)
    order by t.at, m.position,
      case when debit.kind = 'escrow' then t.debit_line else t.credit_line end`,
  );
  return { page, transfers };
}
