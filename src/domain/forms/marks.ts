/**
 * Variables stand as *marks* while a text goes through Markdown or the sanitizer, and become values
 * only in the finished, clean HTML, each escaped for the place where it stands. So a value is data
 * wherever the client put it.
 */
import { addressPart, safeAddress } from './address.ts';
import { replaceVariables } from './variables.ts';

/** Letters and digits alone, so that no parser takes it apart. */
const MARK = /vq7x(\d{1,4})x7qv/g;

/** A text with marks, and the name of the variable behind each mark. */
export type Marked = { text: string; names: readonly string[] };

/** Marks every variable, or those that `has` a value. */
export function markVariables(text: string, has: (name: string) => boolean = () => true): Marked {
  const names: string[] = [];
  const marked = replaceVariables(text, (name) => {
    if (!has(name)) return null;
    const known = names.indexOf(name);
    const at = known === -1 ? names.push(name) - 1 : known;
    return at < 10_000 ? `vq7x${at}x7qv` : '';
  });
  return { text: marked, names };
}

type ValueAt = (mark: number) => string;

/** One piece of clean HTML: an element that holds no other as a whole, a tag, or text. */
const PIECE = /(<(script|style|textarea|title)\b[^>]*>)([\s\S]*?)(<\/\2>)|<[^>]*>|[^<]+/gi;
const ATTRIBUTE = / ([^\s=">]+)="([^"]*)"/g;
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'background', 'cite'];

/**
 * Puts values in place of marks. `html` must come from the sanitizer: every attribute in double
 * quotes, every other `<` and `>` escaped. With `breaks`, lines of a value stay lines.
 */
export function putValues(html: string, valueAt: ValueAt, breaks = false): string {
  if (!html.includes('vq7x')) return html;
  const escaped = breaks ? escapeLines : escapeHtml;
  return html.replace(PIECE, (piece, open?: string, name?: string, body = '', close = '') => {
    if (open === undefined) {
      return piece.startsWith('<') ? inTag(piece, valueAt) : put(piece, valueAt, escaped);
    }
    const inside = INSIDE[name?.toLowerCase() ?? ''] ?? escapeHtml;
    return inTag(open, valueAt) + put(body, valueAt, inside) + close;
  });
}

function inTag(tag: string, valueAt: ValueAt): string {
  return tag.replace(ATTRIBUTE, (whole, name: string, value: string) => {
    if (!value.includes('vq7x')) return whole;
    return ` ${name}="${inAttribute(name.toLowerCase(), value, valueAt)}"`;
  });
}

function inAttribute(name: string, value: string, valueAt: ValueAt): string {
  if (name.startsWith('on')) return put(value, valueAt, (text) => escapeHtml(escapeScript(text)));
  if (name === 'style') return put(value, valueAt, (text) => escapeHtml(escapeStyle(text)));
  if (!ADDRESSES.includes(name.replace(/^.*:/, ''))) return put(value, valueAt, escapeHtml);
  return escapeHtml(fillMarkedAddress(unescapeHtml(value), valueAt) ?? '');
}

function fillMarkedAddress(text: string, valueAt: ValueAt): string | null {
  const filled = text.replace(MARK, (_mark, at: string, place: number) =>
    addressPart(text.slice(0, place), valueAt(Number(at))),
  );
  return safeAddress(filled);
}

function put(text: string, valueAt: ValueAt, escaped: (value: string) => string): string {
  return text.replace(MARK, (_mark, at: string) => escaped(valueAt(Number(at))));
}

function escapeLines(value: string): string {
  return escapeHtml(value).replaceAll('\n', '<br />');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** As part of a string of JavaScript, whatever its quotes: letters, digits and blanks stay. */
function escapeScript(value: string): string {
  return value.replace(/[^\p{L}\p{N} _.,:;()+-]/gu, (one) =>
    [...one.split('')].map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`).join(''),
  );
}

function escapeStyle(value: string): string {
  return value.replace(/[^A-Za-z0-9_-]/gu, (one) => `\\${(one.codePointAt(0) ?? 0).toString(16)} `);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

const INSIDE: Readonly<Record<string, (value: string) => string>> = {
  script: escapeScript,
  style: escapeStyle,
};
