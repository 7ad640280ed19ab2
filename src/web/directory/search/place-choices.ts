/** Countries as a facet: regions, and below the one that is open its countries. */
import { isRegion, REGIONS, regionName, regionOf } from '#domain/directory/region.ts';
import type { FacetChoice } from './facets.tsx';
import { placeName } from './freelancers-asked.ts';

type Count = { value: string; count: number };

/** With this few there is no need to choose a region first. */
const FEW_COUNTRIES = 8;

/**
 * The countries stand below the region that is chosen or holds the chosen country. A region that is
 * not counted by itself is the sum of its countries.
 */
export function placeChoices(
  counts: readonly Count[],
  place: string | undefined,
  choice: (value: string, label: string, count: number) => FacetChoice,
): FacetChoice[] {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  const countries = counts.filter(({ value }) => !isRegion(value));
  const open = place === undefined ? null : isRegion(place) ? place : regionOf(place);
  const below = (region: string) => region === open || countries.length <= FEW_COUNTRIES;
  return REGIONS.map((region) => {
    const within = countries.filter(({ value }) => regionOf(value) === region);
    const sum = within.reduce((all, { count }) => all + count, 0);
    return { region, within, count: countOf.get(region) ?? sum };
  })
    .filter(({ region, count }) => count > 0 || region === open)
    .sort((a, b) => b.count - a.count)
    .map(({ region, within, count }) => ({
      ...choice(region, regionName(region), count),
      ...(below(region)
        ? {
            within: mostFirst(within, region === open ? place : undefined).map((one) =>
              choice(one.value, placeName(one.value), one.count),
            ),
          }
        : {}),
    }));
}

/** What was chosen stays in sight, even where it finds nothing. */
export function mostFirst(counts: readonly Count[], chosen: string | undefined): Count[] {
  const found = counts.filter(({ value, count }) => count > 0 || value === chosen);
  const lost = chosen !== undefined && !found.some(({ value }) => value === chosen);
  const all = lost && !isRegion(chosen) ? [...found, { value: chosen, count: 0 }] : found;
  return [...all].sort((a, b) => b.count - a.count);
}
