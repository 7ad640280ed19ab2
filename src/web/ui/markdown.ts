/** Markdown as members write it → HTML that is safe to put into a page. Server only. */
import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { SafeHtml } from './prose.tsx';

const marked = new Marked({ gfm: true, breaks: true, async: false });
/** Looking for tables takes the square of their number: 20,000 characters of them half a second. */
const withoutTables = new Marked({ gfm: false, async: false });
const MOST_TABLES = 40;

const RULES: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li'],
    ...['strong', 'em', 'del', 'code', 'pre', 'a'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesAppliedToAttributes: ['href'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // A member's heads stand under the page's own h1 and h2.
  transformTags: {
    h1: 'h3',
    h2: 'h4',
    b: 'strong',
    i: 'em',
    a: (_tag, attributes) => ({
      tagName: 'a',
      attribs: { href: attributes.href ?? '', rel: 'nofollow ugc noopener' },
    }),
  },
  nestingLimit: 20,
};

const rendered = new Map<string, SafeHtml>();
const MOST_KEPT = 300;

/**
 * At most `limit` characters are read; longer text is refused where it is written. The last texts
 * are kept: most take a millisecond, but some can be written to take a hundred.
 */
export function renderMarkdown(source: string, limit = 40_000): SafeHtml {
  const known = rendered.get(source);
  if (known !== undefined) return known;
  const html = sanitizeHtml(parse(source.slice(0, limit)), RULES) as SafeHtml;
  const oldest = rendered.size < MOST_KEPT ? undefined : rendered.keys().next().value;
  if (oldest !== undefined) rendered.delete(oldest);
  rendered.set(source, html);
  return html;
}

/**
 * Text nested deeper than the parser can go comes back as it was written, so that nobody breaks a
 * page by it.
 */
function parse(text: string): string {
  try {
    const rules = text.match(/^[\t >|:]*-[-\t |:]*$/gm)?.length ?? 0;
    return (rules > MOST_TABLES ? withoutTables : marked).parse(text) as string;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `<p>${sanitizeHtml(text, { allowedTags: [], disallowedTagsMode: 'recursiveEscape' })}</p>`;
  }
}
