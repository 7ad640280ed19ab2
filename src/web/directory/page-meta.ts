/** What search engines and those who share a page read of it. */
import type { MetaDescriptor } from 'react-router';
import { text } from '#web/text/catalogue.ts';

const DESCRIPTION_CHARS = 160;

export function pageMeta(page: {
  title: string;
  description: string;
  /** The page's one address, with the marketplace's own. */
  url: string;
  type?: 'website' | 'profile';
  /** The address of a picture. */
  image?: string | undefined;
  /** Structured data in the words of schema.org. */
  data?: Record<string, unknown>;
}): MetaDescriptor[] {
  const { title, url, type = 'website', image, data } = page;
  const description = shorten(page.description);
  return [
    { title: text.site.title(title) },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: url },
    { property: 'og:site_name', content: text.site.name },
    { property: 'og:type', content: type },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: url },
    { name: 'twitter:card', content: image === undefined ? 'summary' : 'summary_large_image' },
    ...(image === undefined ? [] : [{ property: 'og:image', content: image }]),
    ...(data === undefined ? [] : [{ 'script:ld+json': data as never }]),
  ];
}

/** One line of at most 160 characters, cut between words. */
export function shorten(says: string): string {
  const line = says.replace(/\s+/g, ' ').trim();
  if (line.length <= DESCRIPTION_CHARS) return line;
  return `${line.slice(0, DESCRIPTION_CHARS - 1).replace(/\s+\S*$/, '')}…`;
}
