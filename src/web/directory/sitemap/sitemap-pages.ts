/** /sitemap-pages.xml: what is not one of many, and each kind of work in each country. */
import { kindsAndPlaces } from '#domain/directory/queries/browse-figures.ts';
import { taxonomy } from '#domain/directory/queries/taxonomy.ts';
import { web } from '#web/context.ts';
import type { Route } from './+types/sitemap-pages.ts';
import { sitemapResponse } from './sitemap-xml.ts';

const ALWAYS = ['/', '/freelancers', '/projects', '/work', '/categories', '/rates', '/fees'];

export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const { readDb, config } = web(context);
  const [categories, pairs] = await Promise.all([taxonomy(readDb), kindsAndPlaces(readDb)]);
  const countries = [...new Set(pairs.map(({ country }) => country))].sort();
  const paths = [
    ...ALWAYS,
    ...categories.flatMap(({ slug }) => [`/categories/${slug}`, `/rates/${slug}`]),
    ...pairs.map(({ slug, country }) => `/categories/${slug}/${country}`),
    ...countries.map((country) => `/countries/${country}`),
  ];
  return sitemapResponse(
    config.url,
    paths.map((path) => ({ path })),
  );
}
