import { type RawBuilder, sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import { pooledScores, qualityInterval, roundMedian, type ScoreSums } from '../rate.ts';
import { countriesWhere, type WhereCountries } from '../rate-question.ts';

export type RateQuestion = WhereCountries & {
  /** A category's slug; an unknown one has no rates. */
  category: string;
  /** Only freelancers whose score is at least this. */
  score?: number | undefined;
};

/** What an hour costs at some freelancers, in minor units of the market's base currency. */
export type Rates = {
  lowMinor: bigint;
  highMinor: bigint;
  freelancers: number;
  /** Of the mean score of those who have one; all null where nobody has. */
  scored: number;
  quality: number | null;
  qualityLow: number | null;
  qualityHigh: number | null;
  /** The mean of their on-time rates, 0 to 1, of those who have one. */
  onTime: number | null;
};

export type CountryRates = Rates & { country: string; medianMinor: bigint };

type Row = ScoreSums & {
  country: string;
  low: bigint;
  median: number;
  high: bigint;
  freelancers: number;
  onTime: number | null;
  onTimeCount: number;
};

/**
 * Lowest, median and highest rate of a category by country, and all but the median over these
 * countries together. `total` is null where nobody is listed.
 */
export async function ratesByCountry(
  db: ReadDb,
  question: RateQuestion,
): Promise<{ rows: CountryRates[]; total: Rates | null }> {
  const found = await readSql(
    db,
    // One walk over the index listing_place_for_rates, which is in the order of countries.
    sql<Row>`
      select country, count(*)::int as freelancers,
        min(rate_minor) as low, max(rate_high_minor) as high,
        percentile_cont(0.5) within group (order by rate_minor + rate_high_minor) / 2 as median,
        count(quality)::int as scored,
        coalesce(avg(quality), 0) as mean,
        coalesce(var_samp(quality), 0) as variance,
        coalesce(avg((quality - quality_low) * (quality - quality_low)) / (1.96 * 1.96), 0)::float8
          as noise,
        avg(on_time) as on_time, count(on_time)::int as on_time_count
      from listing_place
      where ${whereAsked(question)}
      group by country
      order by country`,
  );
  const rows = found.map((row) => ({
    country: row.country,
    medianMinor: roundMedian(row.median),
    ...asRates(row),
  }));
  return { rows, total: found.length === 0 ? null : asRates(pooled(found)) };
}

/** The median over all countries asked for, in minor units; null where nobody is listed. */
export async function medianRate(db: ReadDb, question: RateQuestion): Promise<bigint | null> {
  const [row] = await readSql(
    db,
    sql<{ median: number | null }>`
      select percentile_cont(0.5) within group (order by rate_minor + rate_high_minor) / 2
        as median
      from listing_place
      where ${whereAsked(question)}`,
  );
  return typeof row?.median === 'number' ? roundMedian(row.median) : null;
}

function whereAsked(question: RateQuestion): RawBuilder<unknown> {
  const { category, score } = question;
  const countries = countriesWhere(question);
  return sql`category_no = (select no from category where slug = ${category}) and category_no > 0
    ${countries === null ? sql`` : sql`and country = any(${countries})`}
    ${score === undefined ? sql`` : sql`and quality >= ${score}`}`;
}

function pooled(rows: readonly Row[]): Omit<Row, 'country' | 'median'> {
  const punctual = rows.filter(({ onTimeCount }) => onTimeCount > 0);
  const onTimeCount = punctual.reduce((sum, row) => sum + row.onTimeCount, 0);
  const onTimeSum = punctual.reduce((sum, row) => sum + (row.onTime ?? 0) * row.onTimeCount, 0);
  return {
    ...pooledScores(rows),
    low: rows.map((row) => row.low).sort(ascending)[0] ?? 0n,
    high:
      rows
        .map((row) => row.high)
        .sort(ascending)
        .at(-1) ?? 0n,
    freelancers: rows.reduce((sum, row) => sum + row.freelancers, 0),
    onTime: onTimeCount === 0 ? null : onTimeSum / onTimeCount,
    onTimeCount,
  };
}

function asRates(row: Omit<Row, 'country' | 'median'>): Rates {
  const interval = qualityInterval(row);
  return {
    lowMinor: row.low,
    highMinor: row.high,
    freelancers: row.freelancers,
    scored: row.scored,
    quality: interval?.mean ?? null,
    qualityLow: interval?.low ?? null,
    qualityHigh: interval?.high ?? null,
    onTime: row.onTime,
  };
}

function ascending(a: bigint, b: bigint): number {
  return Number(a - b);
}
