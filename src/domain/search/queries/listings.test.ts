import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { AVAILABILITIES } from '#domain/directory/freelancer-profile.ts';
import {
  FREELANCER_SORTS,
  type FreelancerQuestion,
} from '#domain/directory/freelancer-question.ts';
import { partsOfKind, scoreBandOf } from '#domain/directory/listing.ts';
import { rankLexemes } from '#domain/directory/listing-lexemes.ts';
import { freelancerFacets } from '#domain/directory/queries/freelancer-facets.ts';
import { searchFreelancers } from '#domain/directory/queries/search-freelancers.ts';
import { regionOf } from '#domain/directory/region.ts';
import { systemActor } from '#domain/kernel/actor.ts';
import { castListing, refresh, writeOffer, writeScore } from '#test/cast/listings.ts';
import { testDatabase } from '#test/database.ts';
import { descend } from './descend-ranks.ts';
import { gather, walk } from './find-listings.ts';
import { listingFilter } from './listing-filter.ts';
import type { Found } from './listing-order.ts';
import { factParts, understandWords } from './understand-words.ts';

const database = await testDatabase();
const { db, readDb, run } = database;
const actor = systemActor('test');

const CATEGORIES = ['translation', 'bookkeeping', 'software', 'tutoring'];
const COUNTRIES = ['RO', 'ES', 'US', 'IN', 'PH'];
const WORDS = ['walrus', 'zeppelin', 'quokka', 'marzipan', 'obelisk'];
const LISTED = 90;

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

const draw = dice(20);
const some = (all: readonly string[]) => {
  const chosen = all.filter(() => draw.next() < 0.4);
  return chosen.length > 0 ? chosen : [draw.of(all)];
};
let skills: string[] = [];
const ids: string[] = [];

beforeAll(async () => {
  const rows = await db.selectFrom('skill').select('slug').orderBy('slug').limit(6).execute();
  skills = rows.map(({ slug }) => slug);
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
      languages: some(['ro', 'en', 'es']),
    };
    ids.push(await castListing(database, listing));
  }
  for (let n = 0; n < 60; n += 1) await changeSomething(draw.of(ids));
});

async function changeSomething(id: string): Promise<void> {
  const profile = db.updateTable('freelancer').where('id', '=', id);
  const acts = [
    () => profile.set({ availability: draw.of(AVAILABILITIES) }).execute(),
    () => profile.set({ rateLowMinor: 700n, rateHighMinor: 900n }).execute(),
    () => profile.set({ listedAt: draw.below(2) === 0 ? null : new Date() }).execute(),
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
  await run(refresh, { id }, { actor, root: id });
}

type Row = Awaited<ReturnType<typeof readListings>>[number];

async function readListings() {
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
function fits(row: Row, asked: Partial<FreelancerQuestion>): boolean {
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

function randomQuestion(): FreelancerQuestion {
  const maybe = <Value>(name: string, value: Value) =>
    draw.below(3) === 0 ? { [name]: value } : {};
  const from = draw.of([0n, 1_000n, 1_500n, 1_950n, 2_000n]);
  return {
    ...maybe('category', draw.of(CATEGORIES)),
    ...maybe('place', draw.of([...COUNTRIES, 'europe', 'asia'])),
    ...maybe('skills', [draw.of(skills)]),
    ...maybe('language', 'ro'),
    ...maybe('rateFromMinor', from),
    ...maybe('rateToMinor', from + draw.of([0n, 999n, 1_000n, 2_999n, 2_700n])),
    ...maybe('score', draw.of([3, 3.5, 4, 4.5])),
    ...maybe('availability', draw.of(AVAILABILITIES)),
    ...maybe('text', draw.of(WORDS)),
    sort: draw.of(FREELANCER_SORTS),
  };
}

test('the counts that are kept are the counts of the listings', async () => {
  const rows = await readListings();
  expect(rows.length).toBeGreaterThan(50);
  const numbers = new Map(
    (await db.selectFrom('category').select(['slug', 'no']).execute()).map((c) => [c.slug, c.no]),
  );
  const expected = new Map<string, number>();
  for (const row of rows) {
    for (const categoryNo of [0, ...row.in.map((slug) => numbers.get(slug))]) {
      for (const place of ['', row.region, row.country]) {
        for (const kind of [-1, row.kind]) {
          const key = `${categoryNo} ${place} ${kind}`;
          expected.set(key, (expected.get(key) ?? 0) + 1);
        }
      }
    }
  }
  const kept = await db.selectFrom('listingCount').selectAll().where('listings', '>', 0).execute();
  const found = new Map(kept.map((c) => [`${c.categoryNo} ${c.place} ${c.kind}`, c.listings]));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  for (const row of rows) {
    expect(partsOfKind(row.kind).scoreBand).toBe(scoreBandOf(row.quality));
    expect(row.region).toBe(regionOf(row.country));
  }
});

test('leafing through any list shows each listing that fits once, in order', async () => {
  const rows = await readListings();
  for (let turn = 0; turn < 80; turn += 1) {
    const question = randomQuestion();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const asked = { ...question, limit: 1 + draw.below(7), ...(cursor ? { cursor } : {}) };
      const page = await searchFreelancers(readDb, asked);
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    const expected = rows.filter((row) => fits(row, question));
    expect([...seen].sort(), JSON.stringify(question, toText)).toEqual(
      expected.map(({ id }) => id).sort(),
    );
    assertOrder(question, seen, rows);
  }
});

function assertOrder(question: FreelancerQuestion, seen: string[], rows: Row[]): void {
  if (question.sort === 'best' && question.text !== undefined) return;
  const values = seen.map((id) => {
    const row = rows.find((one) => one.id === id) as Row;
    return {
      best: -row.rank,
      score: -(row.qualityLow ?? 0),
      rate: Number(row.rateMinor),
      '-rate': -Number(row.rateMinor),
      newest: -row.listedAt.getTime(),
    }[question.sort];
  });
  expect(values).toEqual([...values].sort((a, b) => a - b));
}

const toText = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);

test('both ways of finding listings find the same', async () => {
  for (let turn = 0; turn < 60; turn += 1) {
    const { text, ...question } = randomQuestion();
    const words = text === undefined ? [] : (await understandWords(readDb, text)).parts;
    const search = {
      filter: await listingFilter(readDb, question),
      sort: question.sort,
      limit: 10,
      parts: [...words, ...(await factParts(readDb, question))],
      hasText: false,
      cursor: undefined,
    };
    const gathered = await gather(readDb, search, false);
    expect(
      await walk(readDb, search, Number.MAX_SAFE_INTEGER),
      JSON.stringify(question, toText),
    ).toEqual((gathered as Found[]).map(({ id, value }) => ({ id, value })));
    const last = (gathered as Found[])[3];
    if (last === undefined) continue;
    const further = { ...search, cursor: { ...last, order: question.sort } };
    expect(
      ((await walk(readDb, further, Number.MAX_SAFE_INTEGER)) as Found[]).map(({ id }) => id),
    ).toEqual(((await gather(readDb, further, false)) as Found[]).map(({ id }) => id));
  }
});

describe('facets', () => {
  test('are what each other choice would find', async () => {
    const rows = await readListings();
    const count = (asked: Partial<FreelancerQuestion>) =>
      rows.filter((row) => fits(row, asked)).length;
    const shown = <Value>(facet: { value: Value; count: number }[]) =>
      new Map(facet.map((one) => [one.value, one.count]));
    for (let turn = 0; turn < 60; turn += 1) {
      const asked = randomQuestion();
      const facets = await freelancerFacets(readDb, asked);
      const says = JSON.stringify(asked, toText);
      expect([facets.precision, facets.choicePrecision]).toEqual(['exact', 'exact']);
      expect(facets.total, says).toBe(count(asked));
      for (const category of CATEGORIES) {
        const other = count({ ...asked, category });
        expect(shown(facets.categories).get(category) ?? 0, says).toBe(other);
      }
      for (const place of [...COUNTRIES, 'europe']) {
        expect(shown(facets.places).get(place) ?? 0, says).toBe(count({ ...asked, place }));
      }
      for (const score of [3, 4]) {
        expect(shown(facets.scoreBands).get(score) ?? 0, says).toBe(count({ ...asked, score }));
      }
      for (const availability of AVAILABILITIES) {
        const other = count({ ...asked, availability });
        expect(shown(facets.availability).get(availability) ?? 0, says).toBe(other);
      }
      const band = { ...asked, rateFromMinor: 1_000n, rateToMinor: 1_999n };
      expect(shown(facets.rateBands).get(10) ?? 0, says).toBe(count(band));
    }
  });
});

test('to descend from rank to rank finds what gathering all finds, in the same order', async () => {
  const ranks = (await readListings()).map(({ rank }) => rank);
  expect(new Set(ranks.map((rank) => rankLexemes(rank).length)).size).toBeGreaterThan(4);
  for (let turn = 0; turn < 40; turn += 1) {
    const { text = draw.of(WORDS), ...question } = randomQuestion();
    const search = {
      filter: await listingFilter(readDb, question),
      sort: 'best' as const,
      limit: 1 + draw.below(12),
      parts: (await understandWords(readDb, text)).parts,
      hasText: true,
    };
    let cursor: (Found & { order: 'best' }) | undefined;
    do {
      const asked = { ...search, cursor };
      const gathered = plain(await gather(readDb, asked, false));
      for (const expected of [1, 60, 1_000, 1e6]) {
        expect(plain(await descend(readDb, asked, expected))).toEqual(gathered);
      }
      const last = gathered[search.limit - 1];
      cursor = gathered.length > search.limit && last ? { ...last, order: 'best' } : undefined;
    } while (cursor !== undefined);
  }
});

function plain(found: Found[] | 'too many'): Found[] {
  return found === 'too many' ? [] : found.map(({ id, value }) => ({ id, value }));
}

test('a cursor leads nowhere in another order', async () => {
  const { next } = await searchFreelancers(readDb, { sort: 'rate', limit: 1 });
  const asked = { sort: 'score', limit: 1, cursor: next ?? '' } as const;
  await expect(searchFreelancers(readDb, asked)).rejects.toMatchObject({
    code: 'input_invalid',
    field: 'cursor',
  });
});
