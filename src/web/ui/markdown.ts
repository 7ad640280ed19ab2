/** Markdown as members write it → HTML that is safe to put into a page. Server only. */
import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { SafeHtml } from './prose.tsx';

const marked = new Marked({ gfm: true, breaks: true, async: false });

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

/** At most `limit` characters are read; longer text is refused where it is written. */
export function renderMarkdown(source: string, limit = 100_000): SafeHtml {
  const html = marked.parse(source.slice(0, limit)) as string;
  return sanitizeHtml(html, RULES) as SafeHtml;
}
