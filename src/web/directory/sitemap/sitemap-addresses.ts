/** One part of the sitemap: the listed freelancers or the open projects after an id. */
import { type AddressesOf, addressesAfter } from '#domain/directory/queries/sitemap-addresses.ts';
import { isId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { type Web, web } from '#web/context.ts';
import type { Route } from './+types/sitemap-addresses.ts';
import { MOST_ADDRESSES, type SitemapRow, sitemapResponse } from './sitemap-xml.ts';

const ROWS_AT_ONCE = 1_000;

export function loader({ context, request }: Route.LoaderArgs): Response {
  const { pathname, searchParams } = new URL(request.url);
  const of: AddressesOf = pathname === '/sitemap-projects.xml' ? 'projects' : 'freelancers';
  const after = searchParams.get('after');
  if (after !== null && !isId(after)) refuse('not_found');
  const all = web(context);
  return sitemapResponse(all.config.url, rows(all, of, after));
}

async function* rows(
  { readDb, now }: Web,
  of: AddressesOf,
  begin: string | null,
): AsyncGenerator<SitemapRow> {
  let after = begin;
  for (let told = 0; told < MOST_ADDRESSES; told += ROWS_AT_ONCE) {
    const page = await addressesAfter(readDb, { of, now, after, limit: ROWS_AT_ONCE });
    for (const { id, changedAt } of page) yield { path: `/${of}/${id}`, changedAt };
    if (page.length < ROWS_AT_ONCE) return;
    after = page.at(-1)?.id ?? null;
  }
}
