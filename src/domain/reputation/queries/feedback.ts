import { sql } from 'kysely';
import { decodeCursor, type Page, toPage } from '#domain/kernel/cursor.ts';
import type { ReadDb } from '#platform/database.ts';
import type { ScoreSide } from '../quality-score.ts';

const PARTY_AS = { client: 'contract.clientId', freelancer: 'contract.freelancerId' } as const;

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
  /** Hidden by an operator after a report: only who wrote it still reads it. */
  hiddenAt: Date | null;
  reply: FeedbackReply | null;
};

/** What the party that it is about answers in public, once. */
export type FeedbackReply = { text: string; at: Date };

/** The feedback of one contract as a party may see it: its own always, the other's once revealed. */
export async function feedbackOfContract(
  db: ReadDb,
  contractId: string,
  viewerPartyId: string,
): Promise<FeedbackRow[]> {
  const found = await rows(db)
    .where('feedback.contractId', '=', contractId)
    .where((on) =>
      on.or([
        on.and([on('feedback.revealedAt', 'is not', null), on('feedback.hiddenAt', 'is', null)]),
        on('feedback.fromParty', '=', viewerPartyId),
      ]),
    )
    .execute();
  return found.map(sight);
}

/** One piece of revealed feedback that is not hidden; undefined where there is none. */
export async function feedbackById(db: ReadDb, id: string): Promise<FeedbackRow | undefined> {
  const found = await shown(db).where('feedback.id', '=', id).executeTakeFirst();
  return found === undefined ? undefined : sight(found);
}

/** As what the party was rated; without it both. */
type AsSide = { side?: ScoreSide | undefined };

export type FeedbackQuestion = AsSide & { cursor?: string | undefined; limit: number };

/** Revealed feedback about a party with its reply, newest first; what was hidden is left out. */
export async function feedbackAbout(
  db: ReadDb,
  partyId: string,
  { cursor, limit, side }: FeedbackQuestion,
): Promise<Page<FeedbackRow>> {
  let query = shown(db)
    .where('feedback.aboutParty', '=', partyId)
    .orderBy('feedback.revealedAt', 'desc')
    .orderBy('feedback.id', 'desc')
    .limit(limit + 1);
  if (side !== undefined) query = query.whereRef(PARTY_AS[side], '=', 'feedback.aboutParty');
  if (cursor !== undefined) {
    const { at, id } = decodeCursor(cursor);
    query = query.where(sql<boolean>`(feedback.revealed_at, feedback.id) < (${at}, ${id}::uuid)`);
  }
  const found = (await query.execute()).map(sight);
  return toPage(found, limit, ({ revealedAt, givenAt, id }) => ({ at: revealedAt ?? givenAt, id }));
}

export type StarsSummary = { count: number; mean: number | null };

/** How many revealed ratings a party has, and their plain mean. */
export async function starsOf(
  db: ReadDb,
  partyId: string,
  { side }: AsSide = {},
): Promise<StarsSummary> {
  let query = db
    .selectFrom('feedback')
    .innerJoin('contract', 'contract.id', 'feedback.contractId')
    .select(({ fn }) => [
      fn.countAll<bigint>().as('count'),
      fn.avg<string | null>('stars').as('mean'),
    ])
    .where('aboutParty', '=', partyId)
    .where('revealedAt', 'is not', null)
    .where('hiddenAt', 'is', null);
  if (side !== undefined) query = query.whereRef(PARTY_AS[side], '=', 'feedback.aboutParty');
  const row = await query.executeTakeFirstOrThrow();
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

function shown(db: ReadDb) {
  return rows(db)
    .where('feedback.revealedAt', 'is not', null)
    .where('feedback.hiddenAt', 'is', null);
}

function rows(db: ReadDb) {
  return db
    .selectFrom('feedback')
    .innerJoin('party', 'party.id', 'feedback.fromParty')
    .innerJoin('contract', 'contract.id', 'feedback.contractId')
    .leftJoin('feedbackReply', (join) =>
      join
        .onRef('feedbackReply.feedbackId', '=', 'feedback.id')
        .on('feedbackReply.hiddenAt', 'is', null),
    )
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
      'feedback.hiddenAt',
      'feedbackReply.text as replyText',
      'feedbackReply.at as repliedAt',
    ]);
}

type Row = Omit<FeedbackRow, 'reply'> & { replyText: string | null; repliedAt: Date | null };

function sight({ replyText, repliedAt, ...row }: Row): FeedbackRow {
  const replied = replyText !== null && repliedAt !== null;
  return { ...row, reply: replied ? { text: replyText, at: repliedAt } : null };
}
