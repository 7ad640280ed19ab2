/** A table of what people type and whom they mean, over 120 profiles. */
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { countWords } from '#domain/directory/commands/count-words.ts';
import { searchFreelancers } from '#domain/directory/queries/search-freelancers.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { castListing } from '#test/cast/listings.ts';
import { SEARCHED, SEARCHES, type Searched } from '#test/cast/searchable.ts';
import { testDatabase } from '#test/database.ts';

const database = await testDatabase();
const { db, readDb, run } = database;
const ids = new Map<string, Searched>();

beforeAll(async () => {
  for (const [key, listing] of Object.entries(SEARCHED)) {
    ids.set(await castListing(database, listing), key as Searched);
  }
  await castTheOthers();
}, 120_000);

/** Two of every trade, with better scores than anybody who is looked for. */
async function castTheOthers(): Promise<void> {
  const categories = await db.selectFrom('category').select(['slug', 'name']).execute();
  const countries = ['US', 'PH', 'IN', 'GB', 'BR', 'KE', 'PL'];
  for (const [n, { slug, name }] of categories.entries()) {
    const skills = await db
      .selectFrom('skill')
      .select(['slug', 'name'])
      .where('category', '=', slug)
      .orderBy('position')
      .execute();
    for (const half of [0, 1]) {
      const own = skills.filter((_, place) => place % 2 === half).slice(0, 3);
      await castListing(database, {
        name: `${half === 0 ? 'Bright' : 'North'} House ${n}`,
        headline: `${name} since 200${n % 10}`,
        about: `We do ${own.map((skill) => skill.name.toLowerCase()).join(', ')} and more.`,
        country: countries[(n + half) % countries.length] ?? 'US',
        categories: [slug],
        skills: own.map((skill) => skill.slug),
        score: 4.6,
        contracts: 20,
      });
    }
  }
}

test('there are enough to choose from', async () => {
  const { rows } = await searchFreelancers(readDb, { sort: 'newest', limit: 200 });
  expect(rows.length).toBeGreaterThanOrEqual(120);
  expect(SEARCHES.length).toBeGreaterThanOrEqual(40);
});

test('counted words are the words of the listings', async () => {
  await db
    .insertInto('listingWord')
    .values({ word: 'gone', lexeme: 'gone', listings: 3 })
    .execute();
  await run(countWords, null, { actor: systemActor('test'), root: 'new' });
  const words = await db.selectFrom('listingWord').selectAll().execute();
  const count = (word: string) => words.find((one) => one.word === word)?.listings;
  expect([count('gone'), count('falconry')]).toEqual([undefined, undefined]);
  expect(count('firmware')).toBeGreaterThan(0);
  const logos = await readDb
    .selectFrom('listing')
    .select('id')
    .where(sql<boolean>`'logos' = any(skills)`)
    .execute();
  expect(count('@skill:logos')).toBe(logos.length);
});

test.each(SEARCHES)('%s: “%s” finds %s', async (_, words, who) => {
  const found = await searchFreelancers(readDb, { text: words, sort: 'best', limit: 5 });
  const shown = found.rows.map(({ id, name }) => ids.get(id) ?? name);
  expect(shown, JSON.stringify(found.understood)).toContain(who);
});
