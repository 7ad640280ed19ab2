/** Everything the list of open projects shows for one address. Server only. */
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import type { TaxonomyCategory } from '#domain/directory/taxonomy.ts';
import type { ProjectQuestion } from '#domain/projects/project-question.ts';
import { openProjectFacets } from '#domain/projects/queries/open-project-facets.ts';
import { openProjects } from '#domain/projects/queries/open-projects.ts';
import type { Web } from '#web/context.ts';
import { categoryName, placeName } from '#web/directory/search/freelancers-asked.ts';
import {
  chosenProjectFilters,
  projectFacets,
  projectsHref,
  readProjectAsked,
} from '#web/directory/search/project-question.ts';
import { text } from '#web/text/catalogue.ts';
import { excerptOf } from './excerpt.ts';

const words = text.directory.openProjects;
const ROWS = 25;

export type ProjectsFound = Awaited<ReturnType<typeof projectsFound>>;

export async function projectsFound({ readDb, now }: Pick<Web, 'readDb' | 'now'>, url: URL) {
  const [{ baseCurrency: currency }, categories] = await Promise.all([
    marketTerms(readDb),
    taxonomy(readDb, { retired: true }),
  ]);
  const { question, wrong } = readProjectAsked(url.searchParams, currency);
  const cursor = url.searchParams.get('cursor') ?? '';
  const asked = { ...question, limit: ROWS, now };
  const [page, counts] = await Promise.all([
    openProjects(readDb, cursor === '' ? asked : { ...asked, cursor }),
    openProjectFacets(readDb, question, now),
  ]);
  const chosen = chosenProjectFilters(question, categories, currency);
  const nothing = counts.total === 0 && chosen.length > 1;
  const ways = await Promise.all(
    (nothing ? chosen : []).map(async ({ label, without }) => {
      const { total } = await openProjectFacets(readDb, without, now);
      return { label, total, href: projectsHref(without, currency) };
    }),
  );
  return {
    rows: page.rows.map((row) => ({ ...row, excerpt: excerptOf(row.excerpt) })),
    next: page.next,
    cursor,
    question,
    wrong,
    currency,
    facets: projectFacets({ question, counts, categories, currency }),
    chosen: chosen.map(({ label, without }) => ({
      label,
      without: projectsHref(without, currency),
    })),
    ways: ways.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total),
    title: titleOf(question, counts.total, categories),
  };
}

/** The finding: how many, from where, for what. */
function titleOf(
  { category, text: asked, place, ...rest }: ProjectQuestion,
  total: number,
  categories: readonly TaxonomyCategory[],
): string {
  const narrow = [category, asked, place, ...Object.keys(rest).filter((part) => part !== 'sort')];
  const filtered = narrow.some((part) => part !== undefined);
  if (total === 0) return filtered ? words.none : text.projects.browse.title;
  const what =
    category !== undefined
      ? words.forCategory(categoryName(categories, category))
      : asked !== undefined
        ? words.forText(asked)
        : '';
  const where = place === undefined ? '' : words.fromPlace(placeName(place));
  return words.head(words.many(total), where, what);
}
