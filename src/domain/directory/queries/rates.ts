import { type RawBuilder, sql } from 'kysely';
import { type ReadDb, readSql } from '#platform/database.ts';
import { qualityInterval, roundMedian } from '../rate.ts';
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
  medianMinor: bigint;
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

export type CountryRates = Rates & { country: string };

type Row = {
  country: string | null;
  low: bigint;
  median: number;
  high: bigint;
  freelancers: number;
  scored: number;
  mean: number;
  variance: number;
  noise: number;
  onTime: number | null;
};

/**
 * Lowest, median and highest rate of a category by country, and over all of these countries
 * together. `total` is null where nobody is listed.
 */
export async function ratesByCountry(
  db: ReadDb,
  question: RateQuestion,
): Promise<{ rows: CountryRates[]; total: Rates | null }> {
  const countries = countriesWhere(question);
  const found = await readSql(db, ratesSql(question, countries));
  const rows = found
    .filter((row): row is Row & { country: string } => row.country !== null)
    .map((row) => ({ country: row.country, ...asRates(row) }));
  const total = found.find((row) => row.country === null && row.freelancers > 0);
  return { rows, total: total === undefined ? null : asRates(total) };
}

/** One walk over the index listing_place_for_rates, which is in the order of countries. */
function ratesSql(
  { category, score }: RateQuestion,
  countries: readonly string[] | null,
): RawBuilder<Row> {
  return sql<Row>`
    select country, count(*)::int as freelancers,
      min(rate_minor) as low, max(rate_high_minor) as high,
      percentile_cont(0.5) within group (order by rate_minor + rate_high_minor) / 2 as median,
      count(quality)::int as scored,
      coalesce(avg(quality), 0) as mean,
      coalesce(var_samp(quality), 0) as variance,
      coalesce(avg(((quality - quality_low) / 1.96) ^ 2), 0) as noise,
      avg(on_time) as on_time
    from listing_place
    where category_no = (select no from category where slug = ${category}) and category_no > 0
      ${countries === null ? sql`` : sql`and country = any(${countries})`}
      ${score === undefined ? sql`` : sql`and quality >= ${score}`}
    group by grouping sets ((country), ())
    order by country`;
}

function asRates(row: Row): Rates {
  const interval = qualityInterval(row);
  return {
    lowMinor: row.low,
    medianMinor: roundMedian(row.median),
    highMinor: row.high,
    freelancers: row.freelancers,
    scored: row.scored,
    quality: interval?.mean ?? null,
    qualityLow: interval?.low ?? null,
    qualityHigh: interval?.high ?? null,
    onTime: row.onTime,
  };
}
