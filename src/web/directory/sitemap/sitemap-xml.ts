/** Addresses as search engines read them (sitemaps.org), written while they are read. */
import { Readable } from 'node:stream';

/** An address below the marketplace's own, and the day of its last change. */
export type SitemapRow = { path: string; changedAt?: Date };

/** The most addresses that one file may hold. */
export const MOST_ADDRESSES = 50_000;

type Kind = { root: 'urlset'; row: 'url' } | { root: 'sitemapindex'; row: 'sitemap' };

const ADDRESSES: Kind = { root: 'urlset', row: 'url' };
const PARTS: Kind = { root: 'sitemapindex', row: 'sitemap' };

type Rows = AsyncIterable<SitemapRow> | Iterable<SitemapRow>;

export function sitemapResponse(url: string, rows: Rows): Response {
  return xmlResponse(url, ADDRESSES, rows);
}

export function sitemapIndexResponse(url: string, rows: Rows): Response {
  return xmlResponse(url, PARTS, rows);
}

function xmlResponse(url: string, kind: Kind, rows: Rows): Response {
  const stream = Readable.from(lines(url, kind, rows), { objectMode: false });
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

async function* lines(url: string, { root, row }: Kind, rows: Rows): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n`;
  yield `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n`;
  for await (const { path, changedAt } of rows) {
    const changed =
      changedAt === undefined ? '' : `<lastmod>${changedAt.toISOString().slice(0, 10)}</lastmod>`;
    yield `<${row}><loc>${escaped(url + path)}</loc>${changed}</${row}>\n`;
  }
  yield `</${root}>\n`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
