import { sql } from 'kysely';
import { homeOf } from '#domain/kernel/ids.ts';
import type { ReadDb } from '#platform/database.ts';
import type { AccountKind } from '../account.ts';

export type TransferSight = {
  id: string;
  home: number;
  at: Date;
  act: string;
  reference: string;
  amountMinor: bigint;
  currency: string;
  debitKind: AccountKind;
  debitOwnerId: string;
  creditKind: AccountKind;
  creditOwnerId: string;
};

/** The transfers that one event caused, in the order they were booked, over the homes it touched. */
export async function transfersOfEvent(
  db: ReadDb,
  event: { id: string; homes: readonly number[] },
): Promise<TransferSight[]> {
  const homes = [...new Set([homeOf(event.id), ...event.homes])];
  return (
    sight(db)
      .where('transfer.home', 'in', homes)
      .where('transfer.eventId', '=', event.id)
      // One act has one moment: money leaves a home before it arrives, and each account counts.
      .orderBy(sql`debit.kind = 'in_transit'`)
      .orderBy('transfer.debitLine')
      .orderBy('transfer.id')
      .execute()
  );
}

function sight(db: ReadDb) {
  return db
    .selectFrom('transfer')
    .innerJoin('ledgerAccount as debit', (join) =>
      join.onRef('debit.home', '=', 'transfer.home').onRef('debit.id', '=', 'transfer.debitId'),
    )
    .innerJoin('ledgerAccount as credit', (join) =>
      join.onRef('credit.home', '=', 'transfer.home').onRef('credit.id', '=', 'transfer.creditId'),
    )
    .select([
      'transfer.id',
      'transfer.home',
      'transfer.at',
      'transfer.act',
      'transfer.reference',
      'transfer.amountMinor',
      'transfer.currency',
      'debit.kind as debitKind',
      'debit.ownerId as debitOwnerId',
      'credit.kind as creditKind',
      'credit.ownerId as creditOwnerId',
    ]);
}
