/** /robots.txt: what search engines leave alone, and where the list of the rest is. */
import { web } from '#web/context.ts';
import type { Route } from './+types/robots.ts';

const LEAVE_ALONE = [
  '/api/',
  '/operator',
  '/sign-',
  '/settings',
  '/my/',
  // One list has an address for every choice of its facets: the pages of a category stand for them.
  '/freelancers?',
  '/projects?',
];

export function loader({ context }: Route.LoaderArgs): Response {
  const lines = [
    'User-agent: *',
    ...LEAVE_ALONE.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${web(context).config.url}/sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  });
}
