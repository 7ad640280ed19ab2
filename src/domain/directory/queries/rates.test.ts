import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#domain/kernel/ids.ts';
import { testDatabase } from '#test/database.ts';
import { rateEvidence } from './rate-evidence.ts';
import { rateOverview } from './rate-overview.ts';
import { medianRate, ratesByCountry } from './rates.ts';

const { db, readDb } = await testDatabase();

type Listed = { country: string; low: bigint; high: bigint; quality?: number; onTime?: number };

const CROWD: Listed[] = [
  { country: 'US', low: 7_000n, high: 7_200n, quality: 4.6, onTime: 1 },
  { country: 'US', low: 7_200n, high: 7_500n, quality: 4.2, onTime: 0.5 },
  { country: 'US', low: 7_100n, high: 7_150n },
  { country: 'ES', low: 4_000n, high: 4_000n, quality: 3.1 },
  { country: 'PH', low: 800n, high: 800n },
  { country: 'PH', low: 800n, high: 801n },
];

beforeAll(async () => {
  for (const listed of CROWD) await list(listed, 'architectural-illustration');
  await list({ country: 'IN', low: 2_000n, high: 2_500n }, 'patents-and-trademarks');
});

describe('rates by country', () => {
  test('are lowest, median and highest of those listed', async () => {
    const { rows, total } = await ratesByCountry(readDb, {
      category: 'architectural-illustration',
    });
    expect(
      rows.map(({ country, lowMinor, medianMinor, highMinor, freelancers }) => [
        country,
        lowMinor,
        medianMinor,
        highMinor,
        freelancers,
      ]),
    ).toEqual([
      ['ES', 4_000n, 4_000n, 4_000n, 1],
      ['PH', 800n, 800n, 801n, 2],
      ['US', 7_000n, 7_125n, 7_500n, 3],
    ]);
    expect(total).toMatchObject({ lowMinor: 800n, highMinor: 7_500n, freelancers: 6, scored: 3 });
    expect(total?.onTime).toBeCloseTo(0.75, 6);
    const all = { category: 'architectural-illustration' };
    expect(await medianRate(readDb, all)).toBe(5_550n);
    expect(await medianRate(readDb, { category: 'nothing' })).toBeNull();
  });

  test('come with the quality and the punctuality of those who have them', async () => {
    const { rows } = await ratesByCountry(readDb, { category: 'architectural-illustration' });
    const us = rows.find((row) => row.country === 'US');
    expect(us?.scored).toBe(2);
    expect(us?.quality).toBeCloseTo(4.4, 6);
    expect(us?.qualityLow).toBeCloseTo(4.4 - 1.96 * Math.sqrt(0.08 / 2), 5);
    expect(us?.onTime).toBeCloseTo(0.75, 6);
    expect(rows.find((row) => row.country === 'PH')).toMatchObject({
      quality: null,
      qualityLow: null,
      onTime: null,
    });
  });

  test('are of the countries and the scores asked for', async () => {
    const category = 'architectural-illustration';
    const countries = async (question: object) =>
      (await ratesByCountry(readDb, { category, ...question })).rows.map((row) => row.country);
    expect(await countries({ from: 'GB', shore: 'nearshore' })).toEqual(['ES']);
    expect(await countries({ region: 'asia' })).toEqual(['PH']);
    expect(await countries({ score: 4 })).toEqual(['US']);
    expect(await countries({ from: 'GB', shore: 'onshore' })).toEqual([]);
    expect(await ratesByCountry(readDb, { category, from: 'GB', shore: 'onshore' })).toEqual({
      rows: [],
      total: null,
    });
    expect(await ratesByCountry(readDb, { category: 'nothing' })).toEqual({
      rows: [],
      total: null,
    });
  });

  test('are what the freelancers behind them ask, one by one', async () => {
    const category = 'architectural-illustration';
    const { rows } = await ratesByCountry(readDb, { category });
    for (const { country, lowMinor, medianMinor, highMinor, freelancers } of rows) {
      const behind = await rateEvidence(readDb, { category, country });
      expect(behind.span).toEqual({ lowMinor, medianMinor, highMinor });
      expect(behind.rows).toHaveLength(freelancers);
    }
  });
});

test('the overview names every category with its lowest and highest rate', async () => {
  const overview = await rateOverview(readDb);
  const of = (slug: string) => overview.find((row) => row.slug === slug);
  expect(of('architectural-illustration')).toMatchObject({
    lowMinor: 800n,
    highMinor: 7_500n,
    freelancers: 6,
  });
  expect(of('patents-and-trademarks')).toMatchObject({ lowMinor: 2_000n, highMinor: 2_500n });
  expect(of('bookkeeping')).toMatchObject({ lowMinor: null, highMinor: null, freelancers: 0 });
});

async function list({ country, low, high, quality, onTime }: Listed, category: string) {
  const id = newId(1);
  const name = `Cast of ${country}`;
  await sql`insert into party (id, kind, name, country, created_at)
    values (${id}, 'organization', ${name}, ${country}, now())`.execute(db);
  await sql`insert into freelancer (id, changed_at) values (${id}, now())`.execute(db);
  await sql`insert into listing (id, listed_at, refreshed_at, rate_minor, rate_high_minor, rank,
      contracts, kind, availability, country, region, name, headline, categories, skills,
      languages, document)
    values (${id}, now(), now(), ${low}, ${high}, 0, 0, 0, 1, ${country}, '', ${name}, '', '{}',
      '{}', '{}', '')`.execute(db);
  await sql`insert into listing_place (category_no, kind, availability, rank, quality, quality_low,
      id, rate_minor, rate_high_minor, listed_at, country, region, on_time)
    select no, 0, 1, 0, ${quality ?? null}::real, ${(quality ?? 4) - 0.3}::real, ${id}, ${low},
      ${high}, now(), ${country}, '', ${onTime ?? null}::real
    from category where slug = ${category}`.execute(db);
  await sql`insert into listing_count (category_no, place, kind, listings)
    select no, '', -1, 1 from category where slug = ${category}
    on conflict (category_no, place, kind)
      do update set listings = listing_count.listings + 1`.execute(db);
}
