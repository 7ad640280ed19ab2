/** Text as people type it and as the database keeps it. */

/** As a text column takes it: trimmed, lines ended by one character, without U+0000. */
export function storable(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim();
}

/** On one line, with single spaces: names and subjects. Nothing in them turns what stands beside. */
export function oneLine(text: string): string {
  return storable(text.replace(TURNING, '')).replace(/\s+/gu, ' ');
}

/** Embeddings, overrides and isolates of direction (UAX #9); plain marks may stay. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Characters as the database counts them: code points, not UTF-16 units. */
export function chars(text: string): number {
  return text.length > 50_000 ? text.length : [...text].length;
}
