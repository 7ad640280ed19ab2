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
  return sight(db)
    .where('transfer.home', 'in', homes)
    .where('transfer.eventId', '=', event.id)
    .orderBy('transfer.id')
    .execute();
}

/** The transfers of one thing (a milestone, a request), on its own home, oldest first. */
export async function transfersOfSubject(
  db: ReadDb,
  subject: { rootId: string; subjectId?: string },
): Promise<TransferSight[]> {
  let query = sight(db)
    .where('transfer.home', '=', homeOf(subject.rootId))
    .where('transfer.rootId', '=', subject.rootId);
  if (subject.subjectId !== undefined) {
    query = query.where('transfer.subjectId', '=', subject.subjectId);
  }
  return query.orderBy('transfer.at').orderBy('transfer.id').limit(1_000).execute();
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
