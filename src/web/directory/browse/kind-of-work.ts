/** What the page of one kind of work shows, everywhere or in one country. Server only. */
import { isCountry } from '#domain/accounts/country.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { openProjectsOf } from '#domain/directory/queries/browse-figures.ts';
import { ratesByCountry } from '#domain/directory/queries/rates.ts';
import { searchFreelancers } from '#domain/directory/queries/search-freelancers.ts';
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { Web } from '#web/context.ts';

const BEST = 8;

export type KindOfWork = Awaited<ReturnType<typeof kindOfWork>>;

/** Refuses `not_found` for a category or a country that is not there. */
export async function kindOfWork(
  { readDb, now }: Pick<Web, 'readDb' | 'now'>,
  slug: string,
  country: string | null,
) {
  const [categories, { baseCurrency }] = await Promise.all([taxonomy(readDb), marketTerms(readDb)]);
  const category = categories.find((one) => one.slug === slug);
  if (category === undefined) return refuse('not_found', { thing: 'category' });
  if (country !== null && !isCountry(country)) return refuse('not_found', { thing: 'country' });
  const place = country === null ? {} : { place: country };
  const [{ rows: countries, total }, best, projects] = await Promise.all([
    ratesByCountry(readDb, { category: slug }),
    searchFreelancers(readDb, { category: slug, ...place, sort: 'best', limit: BEST }),
    openProjectsOf(readDb, slug, now),
  ]);
  const here = countries.find((one) => one.country === country);
  const figures = country === null ? total : (here ?? null);
  return {
    category,
    currency: baseCurrency,
    best: best.rows,
    countries: countries.sort((a, b) => b.freelancers - a.freelancers),
    figures,
    projects,
  };
}
