import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ClientRecord } from './find-work.ts';

export type ClientRecordSheet = ClientRecord & {
  clientId: string;
  clientName: string;
  batches: number;
  /** Seconds from submission to decision, of all decided answers together. */
  wholeSeconds: bigint;
  refreshedAt: Date;
};

/** How a client treats workers, with the sums behind it. Refuses `not_found` where nothing is known. */
export async function clientRecord(db: ReadDb, clientId: string): Promise<ClientRecordSheet> {
  const row = isId(clientId)
    ? await db
        .selectFrom('taskClientRecord as record')
        .innerJoin('party', 'party.id', 'record.clientId')
        .select(['record.clientId', 'party.name as clientName', 'record.batches'])
        .select(['record.approved', 'record.rejected', 'record.appealsUpheld'])
        .select(['record.decisionSeconds as wholeSeconds', 'record.hourlyMinor'])
        .select(['record.hourlyCurrency', 'record.refreshedAt'])
        .where('record.clientId', '=', clientId)
        .executeTakeFirst()
    : undefined;
  if (row === undefined) return refuse('not_found', { thing: 'client' });
  const decided = row.approved + row.rejected;
  return {
    ...row,
    decisionSeconds: decided === 0n ? null : Math.round(Number(row.wholeSeconds) / Number(decided)),
  };
}
