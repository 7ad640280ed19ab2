import { sql } from 'kysely';
import type { ReadDb } from '#platform/database.ts';

export type FeedbackRow = {
  id: string;
  contractId: string;
  contractTitle: string;
  fromParty: string;
  fromName: string;
  aboutParty: string;
  stars: number;
  comment: string;
  givenAt: Date;
  revealedAt: Date | null;
};

/** The feedback of one contract as a party may see it: its own always, the other's once revealed. */
export async function feedbackOfContract(
  db: ReadDb,
  contractId: string,
  viewerPartyId: string,
): Promise<FeedbackRow[]> {
  return rows(db)
    .where('feedback.contractId', '=', contractId)
    .where((on) =>
      on.or([
        on('feedback.revealedAt', 'is not', null),
        on('feedback.fromParty', '=', viewerPartyId),
      ]),
    )
    .execute();
}

/** Revealed feedback about a party, newest first. */
export async function feedbackAbout(
  db: ReadDb,
  partyId: string,
  limit: number,
): Promise<FeedbackRow[]> {
  return rows(db)
    .where('feedback.aboutParty', '=', partyId)
    .where('feedback.revealedAt', 'is not', null)
    .orderBy('feedback.revealedAt', 'desc')
    .limit(limit)
    .execute();
}

export type StarsSummary = { count: number; mean: number | null };

/** How many revealed ratings a party has, and their plain mean. */
export async function starsOf(db: ReadDb, partyId: string): Promise<StarsSummary> {
  const row = await db
    .selectFrom('feedback')
    .select(({ fn }) => [
      fn.countAll<bigint>().as('count'),
      fn.avg<string | null>('stars').as('mean'),
    ])
    .where('aboutParty', '=', partyId)
    .where('revealedAt', 'is not', null)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), mean: row.mean === null ? null : Number(row.mean) };
}

/** Ended contracts with hidden feedback whose time for giving is over. */
export async function dueRevelations(db: ReadDb, now: Date, limit: number): Promise<string[]> {
  const found = await db
    .selectFrom('feedback')
    .innerJoin('contract', 'contract.id', 'feedback.contractId')
    .select('contract.id')
    .distinct()
    .where('feedback.revealedAt', 'is', null)
    .where(
      sql<boolean>`contract.ended_at + make_interval(days => contract.feedback_days) <= ${now}`,
    )
    .limit(limit)
    .execute();
  return found.map((row) => row.id);
}

function rows(db: ReadDb) {
  return db
    .selectFrom('feedback')
    .innerJoin('party', 'party.id', 'feedback.fromParty')
    .innerJoin('contract', 'contract.id', 'feedback.contractId')
    .select([
      'feedback.id',
      'feedback.contractId',
      'contract.title as contractTitle',
      'feedback.fromParty',
      'party.name as fromName',
      'feedback.aboutParty',
      'feedback.stars',
      'feedback.comment',
      'feedback.givenAt',
      'feedback.revealedAt',
    ]);
}
