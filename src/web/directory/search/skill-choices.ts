/** Skills as a facet: a list has all that are chosen, so that each choice adds one or takes it away. */
import type { FacetChoice } from './facets.tsx';

type Count = { value: string; count: number };

/** `choice` gets the skills that are asked for after it; undefined for none. */
export function skillChoices(
  counts: readonly Count[],
  asked: readonly string[] = [],
  choice: (slug: string, count: number, then: string[] | undefined) => FacetChoice,
): FacetChoice[] {
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  const without = (slug: string) => {
    const others = asked.filter((one) => one !== slug);
    return others.length === 0 ? undefined : others;
  };
  // What was chosen stays in sight, even where it finds nothing.
  const chosen = asked.map((slug) => choice(slug, countOf.get(slug) ?? 0, without(slug)));
  const others = counts.filter(({ value }) => !asked.includes(value));
  return [...chosen, ...others.map(({ value, count }) => choice(value, count, [...asked, value]))];
}
