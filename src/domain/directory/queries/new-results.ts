/** What came to the directory, the open projects and the tasks that a saved search would find. */
import { findWork } from '#domain/assignments/queries/find-work.ts';
import { parseWorkAsked } from '#domain/assignments/work-question.ts';
import { parseProjectQuestion } from '#domain/projects/project-question.ts';
import { openProjects } from '#domain/projects/queries/open-projects.ts';
import { heldQualifications } from '#domain/qualifications/queries/held-qualifications.ts';
import { findListings } from '#domain/search/queries/find-listings.ts';
import { listingFilter } from '#domain/search/queries/listing-filter.ts';
import { factParts, understandWords } from '#domain/search/queries/understand-words.ts';
import type { ReadDb } from '#platform/database.ts';
import { parseQuestion } from '../freelancer-question.ts';
import type { SearchKind } from '../saved-search.ts';

export type NewResults = {
  /** At most MOST_COUNTED. */
  count: number;
  /** The newest one, as a line. */
  first: string;
};

export const MOST_COUNTED = 100;

type Look = { kind: SearchKind; query: string; memberId: string; since: Date; until: Date };

/**
 * How many fit that were first listed, or came before everybody, after `since` and not after
 * `until`. Only those that say all the words: nobody is woken for a near miss. Refuses
 * `input_invalid` for a question that cannot be asked any more.
 */
export async function newResults(db: ReadDb, look: Look): Promise<NewResults> {
  const lines = await NEW[look.kind](db, look);
  return { count: lines.length, first: lines[0] ?? '' };
}

const NEW: Record<SearchKind, (db: ReadDb, look: Look) => Promise<string[]>> = {
  freelancers: newListings,
  projects: newProjects,
  tasks: newTasks,
};

async function newListings(db: ReadDb, { query, since, until }: Look): Promise<string[]> {
  const { baseCurrency } = await marketCurrency(db);
  const question = parseQuestion(new URLSearchParams(query), baseCurrency);
  const words = question.text ? (await understandWords(db, question.text)).parts : [];
  const found = await findListings(db, {
    filter: await listingFilter(db, question),
    sort: 'newest',
    limit: MOST_COUNTED,
    parts: [...words, ...(await factParts(db, question))],
    hasText: words.length > 0,
    cursor: undefined,
  });
  const ids = found.rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('listing')
    .select(['name', 'headline'])
    .where('id', 'in', ids)
    .where('listedAt', '>', since)
    .where('listedAt', '<=', until)
    .orderBy('listedAt', 'desc')
    .orderBy('id')
    .limit(MOST_COUNTED)
    .execute();
  return rows.map(({ name, headline }) => `${name}, ${headline}`);
}

async function newProjects(db: ReadDb, { query, since, until }: Look): Promise<string[]> {
  const { baseCurrency } = await marketCurrency(db);
  const asked = parseProjectQuestion(new URLSearchParams(query), baseCurrency);
  const question = { ...asked, sort: 'newest', limit: MOST_COUNTED, now: until } as const;
  const { rows } = await openProjects(db, question);
  const fresh = rows.filter(
    ({ openedAt }) => openedAt !== null && openedAt > since && openedAt <= until,
  );
  return fresh.map(({ title, clientName }) => `${title}, by ${clientName}`);
}

/** Batches whose tasks this member would be shown. */
async function newTasks(db: ReadDb, { query, memberId, since, until }: Look): Promise<string[]> {
  const { baseCurrency } = await marketCurrency(db);
  const asked = parseWorkAsked(new URLSearchParams(query), baseCurrency);
  const held = await heldQualifications(db, memberId, until);
  const seeker = { workerId: memberId, held };
  const question = { ...asked, sort: 'newest', since, limit: MOST_COUNTED } as const;
  const { rows } = await findWork(db, seeker, question);
  const fresh = rows.filter(({ orderedAt }) => orderedAt <= until);
  return fresh.map(({ title, clientName }) => `${title}, for ${clientName}`);
}

function marketCurrency(db: ReadDb) {
  return db.selectFrom('marketTerms').select('baseCurrency').executeTakeFirstOrThrow();
}
