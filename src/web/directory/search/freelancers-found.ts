/** Everything the list of freelancers shows for one address. Server only. */
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { freelancerFacets } from '#domain/directory/queries/freelancer-facets.ts';
import { searchFreelancers } from '#domain/directory/queries/search-freelancers.ts';
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import type { Web } from '#web/context.ts';
import { facetsOf } from './freelancer-facets.ts';
import {
  type ChosenFilter,
  chosenFilters,
  freelancersHref,
  readAsked,
} from './freelancers-asked.ts';

export const ROWS = 25;

export type FreelancersFound = Awaited<ReturnType<typeof freelancersFound>>;

export async function freelancersFound({ readDb }: Pick<Web, 'readDb'>, url: URL) {
  const [{ baseCurrency: currency }, categories] = await Promise.all([
    marketTerms(readDb),
    taxonomy(readDb, { retired: true }),
  ]);
  const { question, wrong } = readAsked(url.searchParams, currency);
  const cursor = url.searchParams.get('cursor') ?? '';
  const [page, counts] = await Promise.all([
    searchFreelancers(readDb, { ...question, limit: ROWS, ...(cursor === '' ? {} : { cursor }) }),
    freelancerFacets(readDb, question),
  ]);
  const offered = categories.filter(({ retiredAt }) => retiredAt === null);
  const chosen = chosenFilters(question, categories, currency);
  const nobody = page.rows.length === 0 && cursor === '';
  return {
    ...page,
    total: counts.total,
    precision: counts.precision,
    facets: facetsOf({ question, counts, categories: offered, currency }),
    question,
    wrong,
    currency,
    categories: offered,
    cursor,
    chosen: chosen.map(({ label, without }) => ({
      label,
      without: freelancersHref(without, currency),
    })),
    ways: nobody && chosen.length > 1 ? await waysOut(readDb, chosen, currency) : [],
  };
}

/** Which single filter to take away, and how many there would be then; the most helpful first. */
async function waysOut(readDb: Web['readDb'], chosen: readonly ChosenFilter[], currency: string) {
  const ways = await Promise.all(
    chosen.map(async ({ label, without }) => {
      const { total, precision } = await freelancerFacets(readDb, without);
      return { label, total, precision, href: freelancersHref(without, currency) };
    }),
  );
  return ways.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total);
}
