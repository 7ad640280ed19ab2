/** The rates of a category as rows of a table: seen from a country, priced for some hours, in order. */
import { countryName } from '#domain/accounts/country.ts';
import type { CountryRates } from '#domain/directory/queries/rates.ts';
import { hoursShared, mainZone, type Shore, shoreOf } from '#domain/directory/region.ts';
import type { RateSort } from './rates-asked.ts';

export type RateRow = CountryRates & {
  name: string;
  shore: Shore | null;
  /** Null without a country to look from. */
  shared: number | null;
  costLowMinor: bigint;
  costHighMinor: bigint;
  /** At median rates, this country less onshore; null without an onshore rate. */
  differenceMinor: bigint | null;
};

export type Seen = {
  from: string | null;
  /** Rates of the viewer's own country in this category. */
  onshore: Pick<CountryRates, 'medianMinor'> | null;
  hours: number;
  now: Date;
};

export function rateRows(rates: readonly CountryRates[], seen: Seen, sort: RateSort): RateRow[] {
  return inOrder(
    rates.map((row) => asRow(row, seen)),
    sort,
  );
}

function asRow(row: CountryRates, { from, onshore, hours, now }: Seen): RateRow {
  const times = BigInt(hours);
  return {
    ...row,
    name: countryName(row.country),
    shore: shoreOf(from, row.country),
    shared: from === null ? null : hoursShared(mainZone(from), mainZone(row.country), now),
    costLowMinor: row.lowMinor * times,
    costHighMinor: row.highMinor * times,
    differenceMinor: onshore === null ? null : (row.medianMinor - onshore.medianMinor) * times,
  };
}

/** What is not known comes last, both ways; what is equal, by the cheaper and then by name. */
function inOrder(rows: RateRow[], sort: RateSort): RateRow[] {
  const falling = sort.startsWith('-');
  const key = sort.replace('-', '') as RateKey;
  return rows.sort((a, b) => {
    if (key === 'country') return a.name.localeCompare(b.name, 'en') * (falling ? -1 : 1);
    const [left, right] = [KEYS[key](a, falling), KEYS[key](b, falling)];
    if (left !== right) {
      if (left === null) return 1;
      if (right === null) return -1;
      return falling ? right - left : left - right;
    }
    return Number(b.highMinor - a.highMinor) || a.name.localeCompare(b.name, 'en');
  });
}

type RateKey = Exclude<RateSort, `-${string}`>;

const KEYS: Record<
  Exclude<RateKey, 'country'>,
  (row: RateRow, falling: boolean) => number | null
> = {
  rate: (row, falling) => Number(falling ? row.highMinor : row.lowMinor),
  median: (row) => Number(row.medianMinor),
  freelancers: (row) => row.freelancers,
  quality: (row) => row.qualityLow,
  onTime: (row) => row.onTime,
  shared: (row) => row.shared,
};
