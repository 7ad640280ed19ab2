/** Ninety listings with drawn facts, some of them changed since, and drawn questions about them. */
import { sql } from 'kysely';
import { AVAILABILITIES } from '#domain/directory/freelancer-profile.ts';
import {
  FREELANCER_SORTS,
  type FreelancerQuestion,
} from '#domain/directory/freelancer-question.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import type { TestDatabase } from '../database.ts';
import { castListing, refresh, writeOffer, writeScore } from './listings.ts';

export const CATEGORIES = ['translation', 'bookkeeping', 'software', 'tutoring'];
export const COUNTRIES = ['RO', 'ES', 'US', 'IN', 'PH'];
export const LANGUAGES = ['ro', 'en', 'es'];
export const WORDS = ['walrus', 'zeppelin', 'quokka', 'marzipan', 'obelisk'];
const LISTED = 90;
const CHANGES = 80;

/** The same stream of numbers each time (mulberry32). */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return { below, of: <One>(all: readonly One[]) => all[below(all.length)] as One, next };
}

export const draw = dice(20);

const some = (all: readonly string[]) => {
  const chosen = all.filter(() => draw.next() < 0.4);
  return chosen.length > 0 ? chosen : [draw.of(all)];
};

/** Lists them; tells which skills they have, with the category each belongs to. */
export async function castDrawnListings(database: TestDatabase): Promise<Map<string, string>> {
  const categoryOf = await skillsOf(database, ['translation', 'software', 'data-entry']);
  const skills = [...categoryOf.keys()];
  const ids: string[] = [];
  for (let n = 0; n < LISTED; n += 1) {
    const listing = {
      name: `Studio ${n}`,
      headline: some(WORDS).join(' and '),
      about: some(WORDS).join(', '),
      country: draw.of(COUNTRIES),
      rate: draw.of([5, 10, 19.5, 20, 48, 50, 160]),
      availability: draw.of(AVAILABILITIES),
      categories: some(CATEGORIES).slice(0, 3),
      skills: some(skills),
      score: draw.below(4) === 0 ? null : 1 + draw.below(9) / 2,
      contracts: draw.below(50),
      languages: some(LANGUAGES),
    };
    ids.push(await castListing(database, listing));
  }
  for (let n = 0; n < CHANGES; n += 1) await changeSomething(database, draw.of(ids), skills);
  return categoryOf;
}

/** Two skills of each category. */
async function skillsOf({ db }: TestDatabase, categories: readonly string[]) {
  const rows = await db
    .selectFrom('skill')
    .select(['slug', 'category'])
    .where('category', 'in', categories)
    .orderBy('slug')
    .execute();
  const byCategory = Map.groupBy(rows, ({ category }) => category);
  const taken = [...byCategory.values()].flatMap((skills) => skills.slice(0, 2));
  return new Map(taken.map(({ slug, category }) => [slug, category]));
}

async function changeSomething(
  { db, run }: TestDatabase,
  id: string,
  skills: readonly string[],
): Promise<void> {
  const profile = db.updateTable('freelancer').where('id', '=', id);
  const languages = JSON.stringify(some(LANGUAGES).map((code) => ({ code, level: 'fluent' })));
  const acts = [
    () => profile.set({ availability: draw.of(AVAILABILITIES) }).execute(),
    () => profile.set({ rateLowMinor: 700n, rateHighMinor: 900n }).execute(),
    () => profile.set({ listedAt: draw.below(2) === 0 ? null : new Date() }).execute(),
    () => profile.set({ languages }).execute(),
    () =>
      db
        .updateTable('party')
        .set({ country: draw.of(COUNTRIES) })
        .where('id', '=', id)
        .execute(),
    () => writeOffer(db, id, { categories: some(CATEGORIES).slice(0, 3), skills: some(skills) }),
    () => writeScore(db, id, 1 + draw.below(9) / 2, draw.below(80)),
  ];
  await draw.of(acts)();
  await run(refresh, { id }, { actor: systemActor('cast'), root: id });
}

export type DrawnListing = Awaited<ReturnType<typeof readListings>>[number];

export async function readListings({ db }: Pick<TestDatabase, 'db'>) {
  return db
    .selectFrom('listing')
    .select(['id', 'rateMinor', 'quality', 'qualityLow', 'rank', 'availability', 'country', 'kind'])
    .select(['region', 'skills', 'languages', 'headline', 'listedAt'])
    .select(sql<string[]>`array(select slug from category where no = any(categories))`.as('in'))
    .select(
      sql<string>`(select about from freelancer where freelancer.id = listing.id)`.as('about'),
    )
    .execute();
}

/** The question answered by looking at each listing. */
export function fits(row: DrawnListing, asked: Partial<FreelancerQuestion>): boolean {
  const { category, place, skills: wanted = [], language, rateFromMinor, rateToMinor } = asked;
  const { score, availability, text } = asked;
  return (
    (category === undefined || row.in.includes(category)) &&
    (place === undefined || row.country === place || row.region === place) &&
    wanted.every((skill) => row.skills.includes(skill)) &&
    (language === undefined || row.languages.includes(language)) &&
    (rateFromMinor === undefined || row.rateMinor >= rateFromMinor) &&
    (rateToMinor === undefined || row.rateMinor <= rateToMinor) &&
    (score === undefined || (row.quality ?? 0) >= score) &&
    (availability === undefined || AVAILABILITIES[row.availability] === availability) &&
    (text === undefined || `${row.headline} ${row.about}`.includes(text))
  );
}

export function randomQuestion(skills: readonly string[]): FreelancerQuestion {
  const maybe = <Value>(name: string, value: Value) =>
    draw.below(3) === 0 ? { [name]: value } : {};
  const from = draw.of([0n, 1_000n, 1_500n, 1_950n, 2_000n]);
  return {
    ...maybe('category', draw.of(CATEGORIES)),
    ...maybe('place', draw.of([...COUNTRIES, 'europe', 'asia'])),
    ...maybe('skills', [draw.of(skills)]),
    ...maybe('language', draw.of(LANGUAGES)),
    ...maybe('rateFromMinor', from),
    ...maybe('rateToMinor', from + draw.of([0n, 999n, 1_000n, 2_999n, 2_700n])),
    ...maybe('score', draw.of([3, 3.5, 4, 4.5])),
    ...maybe('availability', draw.of(AVAILABILITIES)),
    ...maybe('text', draw.of(WORDS)),
    sort: draw.of(FREELANCER_SORTS),
  };
}

/** A question as a failed test shows it. */
export function toText(question: object): string {
  return JSON.stringify(question, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
}
