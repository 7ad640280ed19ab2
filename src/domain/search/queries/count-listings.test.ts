import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { AVAILABILITIES } from '#domain/directory/freelancer-profile.ts';
import type { FreelancerQuestion } from '#domain/directory/freelancer-question.ts';
import { partsOfKind, scoreBandOf } from '#domain/directory/listing.ts';
import { freelancerFacets } from '#domain/directory/queries/freelancer-facets.ts';
import { regionOf } from '#domain/directory/region.ts';
import { readSql } from '#platform/database.ts';
import {
  CATEGORIES,
  COUNTRIES,
  castDrawnListings,
  type DrawnListing,
  fits,
  LANGUAGES,
  randomQuestion,
  readListings,
  toText,
} from '#test/cast/drawn-listings.ts';
import { testDatabase } from '#test/database.ts';

const database = await testDatabase();
const { db, readDb } = database;
let categoryOf = new Map<string, string>();

beforeAll(async () => {
  categoryOf = await castDrawnListings(database);
});

/** The rows of counts that a listing counts in. */
async function cells() {
  const rows = await db.selectFrom('category').select(['slug', 'no']).execute();
  const numbers = new Map(rows.map(({ slug, no }) => [slug, no]));
  return (row: DrawnListing) =>
    [0, ...row.in.map((slug) => numbers.get(slug))].flatMap((categoryNo) =>
      ['', row.region, row.country].flatMap((place) =>
        [-1, row.kind].map((kind) => `${categoryNo} ${place} ${kind}`),
      ),
    );
}

test('the counts that are kept are the counts of the listings', async () => {
  const rows = await readListings(database);
  const cellsOf = await cells();
  expect(rows.length).toBeGreaterThan(50);
  const expected = new Map<string, number>();
  for (const row of rows) {
    for (const key of cellsOf(row)) expected.set(key, (expected.get(key) ?? 0) + 1);
    expect(partsOfKind(row.kind).scoreBand).toBe(scoreBandOf(row.quality));
    expect(row.region).toBe(regionOf(row.country));
  }
  const kept = await db.selectFrom('listingCount').selectAll().where('listings', '>', 0).execute();
  const found = new Map(kept.map((c) => [`${c.categoryNo} ${c.place} ${c.kind}`, c.listings]));
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test('the skills and languages that are kept are those of the listings', async () => {
  const cellsOf = await cells();
  const expected = new Map<string, number>();
  for (const row of await readListings(database)) {
    const facts = [
      ...row.skills.map((slug) => `@skill:${slug}`),
      ...row.languages.map((code) => `@language:${code}`),
    ];
    for (const key of cellsOf(row).flatMap((cell) => facts.map((fact) => `${cell} ${fact}`))) {
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
  }
  const kept = await readSql<{ key: string; held: number }>(
    readDb,
    sql`select concat_ws(' ', category_no, place, kind, fact) as key, held
      from listing_fact_count cross join unnest(listings) with ordinality as of (held, no)
      join listing_fact using (no) where held is not null`,
  );
  const found = Object.fromEntries(kept.map(({ key, held }) => [key, held]));
  expect(found).toEqual(Object.fromEntries(expected));
});

test('facets are what each other choice would find', async () => {
  const rows = await readListings(database);
  const count = (asked: Partial<FreelancerQuestion>) =>
    rows.filter((row) => fits(row, asked)).length;
  const shown = <Value>(facet: { value: Value; count: number }[]) =>
    new Map(facet.map((one) => [one.value, one.count]));
  for (let turn = 0; turn < 60; turn += 1) {
    const asked = randomQuestion([...categoryOf.keys()]);
    const facets = await freelancerFacets(readDb, asked);
    const says = toText(asked);
    const { precision, choicePrecision, languagePrecision } = facets;
    expect(new Set([precision, choicePrecision, languagePrecision])).toEqual(new Set(['exact']));
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
    for (const language of LANGUAGES) {
      expect(shown(facets.languages).get(language) ?? 0, says).toBe(count({ ...asked, language }));
    }
    for (const skill of categoryOf.keys()) {
      const { category, skills: chosen = [] } = asked;
      const offered =
        chosen.includes(skill) || [undefined, categoryOf.get(skill)].includes(category);
      const with_ = count({ ...asked, skills: [...chosen, skill] });
      expect(shown(facets.skills).get(skill) ?? 0, says).toBe(offered ? with_ : 0);
    }
    const band = { ...asked, rateFromMinor: 1_000n, rateToMinor: 1_999n };
    expect(shown(facets.rateBands).get(10) ?? 0, says).toBe(count(band));
  }
});
