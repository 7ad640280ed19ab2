/** /sitemap.xml: the parts that name every public page. */
import { type AddressesOf, addressParts } from '#domain/directory/queries/sitemap-addresses.ts';
import { web } from '#web/context.ts';
import type { Route } from './+types/sitemap.ts';
import { MOST_ADDRESSES, sitemapIndexResponse } from './sitemap-xml.ts';

export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const { config } = web(context);
  const parts = [
    { path: '/sitemap-pages.xml' },
    ...(await partsOf(context, 'freelancers')),
    ...(await partsOf(context, 'projects')),
  ];
  return sitemapIndexResponse(config.url, parts);
}

async function partsOf(context: Route.LoaderArgs['context'], of: AddressesOf) {
  const { readDb, now } = web(context);
  const parts = await addressParts(readDb, { of, now, size: MOST_ADDRESSES });
  return parts.map((after) => ({
    path: after === null ? `/sitemap-${of}.xml` : `/sitemap-${of}.xml?after=${after}`,
  }));
}
