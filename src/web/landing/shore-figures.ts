/** Whose rates the start page draws: a kind of work with enough shores, eight of them. */
import { countryName } from '#domain/accounts/country.ts';
import { type CategoryRates, rateOverview } from '#domain/directory/queries/rate-overview.ts';
import { type CountryRates, ratesByCountry } from '#domain/directory/queries/rates.ts';
import type { ReadDb } from '#platform/database.ts';

export type ShoreFigures = {
  category: { slug: string; name: string };
  lowMinor: bigint;
  /** The dearest first. */
  rows: { country: string; lowMinor: bigint; highMinor: bigint }[];
  /** The countries with the lowest rate, two at most. */
  cheapest: string[];
};

/** The kind whose rates were reported in 2007, which the demo follows. */
export const FIRST_CHOICE = 'architectural-illustration';
const SHORES_SHOWN = 8;
const SHORES_NEEDED = 3;
const TRIES = 4;

/** Null while no kind of work has freelancers on three shores. */
export async function shoreFigures(
  db: ReadDb,
  overview?: readonly CategoryRates[],
): Promise<ShoreFigures | null> {
  for (const { slug, name } of candidates(overview ?? (await rateOverview(db)))) {
    const { rows, total } = await ratesByCountry(db, { category: slug });
    if (total === null || rows.length < SHORES_NEEDED) continue;
    return drawn({ slug, name }, rows, total.lowMinor);
  }
  return null;
}

/** The kind whose rates the market is known by, then those with most freelancers. */
function candidates(overview: readonly CategoryRates[]): CategoryRates[] {
  return overview
    .filter((one) => one.freelancers >= SHORES_NEEDED)
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, TRIES);
}

function rank({ slug, freelancers }: CategoryRates): number {
  return slug === FIRST_CHOICE ? Number.POSITIVE_INFINITY : freelancers;
}

/** The shores with most freelancers, but always the cheapest and the dearest. */
function drawn(
  category: ShoreFigures['category'],
  rates: readonly CountryRates[],
  lowMinor: bigint,
): ShoreFigures {
  const byPrice = [...rates].sort(
    (a, b) =>
      Number(b.highMinor - a.highMinor) ||
      countryName(a.country).localeCompare(countryName(b.country), 'en'),
  );
  const cheap = byPrice.filter((row) => row.lowMinor === lowMinor).slice(0, 2);
  const must = new Set([byPrice[0], ...cheap]);
  const kept = [...rates]
    .sort((a, b) => Number(must.has(b)) - Number(must.has(a)) || b.freelancers - a.freelancers)
    .slice(0, SHORES_SHOWN);
  return {
    category,
    lowMinor,
    rows: byPrice.filter((row) => kept.includes(row)),
    cheapest: cheap.map(({ country }) => country),
  };
}
