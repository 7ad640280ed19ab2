/** Addresses that a task may show or lead to. */

/** Of pictures and sounds that this marketplace keeps itself. */
const OWN = /^\/(?:files|samples)\/(?!.*\.\.)[\w./~%-]+$/;

/** The address as it may stand in a page, or null: only http, https and our own files. */
export function safeAddress(text: string): string | null {
  const trimmed = text.trim();
  if (OWN.test(trimmed)) return trimmed;
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const plain = url.username === '' && url.password === '';
  return plain && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

/**
 * A value that stands inside an address, after `before`: a whole address or host as it is, any
 * part behind them so that it stays one part.
 */
export function addressPart(before: string, value: string): string {
  if (/^(?:https?:\/\/)?$/i.test(before.trim())) return value;
  return encodeURIComponent(value.toWellFormed()).replaceAll('%2F', '/');
}
