/**
 * How words that somebody typed are read. Terms:
 * Chunk: what stands between two spaces. Word: a chunk without accents, signs and capitals.
 * Part: a word, or several that stand for one thing; a listing fits a question by all its parts.
 */
import { quotedLexeme } from '#domain/directory/listing-lexemes.ts';

/** Letters of scripts that put no spaces between words; the index holds them one by one. */
const UNSPACED =
  /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]$/u;

export const WORD_LIMITS = { words: 12, phraseWords: 4 } as const;

export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word);
}

/** The other way, British or American, to write an English word, if there may be one. */
export function otherSpellings(word: string): string[] {
  const found = SPELLINGS.flatMap(([from, to]) =>
    from.test(word) ? [word.replace(from, to)] : [],
  );
  return [...new Set(found)].filter((spelling) => spelling !== word);
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\w{2})our(?=(s|ed|ing|ist|ful|er|ers|ise|ize)?$)/, 'or'],
  [/(?<=\w{2}[^o])or(?=(s|ed|ing|ist|ful|ize|ise)?$)/, 'our'],
  [/(?<=\w{2})is(?=(e|es|ed|er|ers|ing|ation|ations)$)/, 'iz'],
  [/(?<=\w{2})iz(?=(e|es|ed|er|ers|ing|ation|ations)$)/, 'is'],
  [/(?<=\w{2})ys(?=(e|es|ed|er|ers|ing)$)/, 'yz'],
  [/(?<=\w{2})yz(?=(e|es|ed|er|ers|ing)$)/, 'ys'],
  [/(?<=\w{2}[aeiou])ll(?=(ing|ed|er|ers|or|ors|ery)$)/, 'l'],
  [/(?<=\w{2}[aeiou])l(?=(ing|ed|er|ers|or|ors|ry)$)/, 'll'],
  [/(?<=\w{2}[^t])tre(?=s?$)/, 'ter'],
  [/(?<=\w{2}[^t])ter(?=s?$)/, 'tre'],
  [/(?<=\w{2})ence(?=s?$)/, 'ense'],
  [/(?<=\w{2})ense(?=s?$)/, 'ence'],
  [/(?<=\w{2})ogue(?=s?$)/, 'og'],
  [/(?<=\w{2})og(?=s?$)/, 'ogue'],
  [/^program$/, 'programme'],
  [/^programme/, 'program'],
  [/aed/, 'ed'],
  [/^(p|orthop)ed/, '$1aed'],
  [/^jewellery$/, 'jewelry'],
  [/^jewelry$/, 'jewellery'],
  [/^grey/, 'gray'],
  [/^gray/, 'grey'],
];

/** How many errors of typing a word of this length may have. */
export function errorsAllowed(word: string): number {
  const { length } = word;
  return length < 4 ? 0 : length < 6 ? 1 : 2;
}

/**
 * The word that was most likely meant: fewest errors first, then the one that more listings say.
 * Undefined when none is near enough.
 */
export function nearestWord(
  word: string,
  candidates: readonly { word: string; listings: number }[],
): string | undefined {
  const most = errorsAllowed(word);
  const near = candidates
    .map((one) => ({ ...one, errors: errorsBetween(word, one.word) }))
    .filter(({ errors }) => errors <= most)
    .sort((a, b) => a.errors - b.errors || b.listings - a.listings || (a.word < b.word ? -1 : 1));
  return near[0]?.word;
}

/** Letters to add, drop, change or swap with a neighbour (optimal string alignment). */
export function errorsBetween(a: string, b: string): number {
  const from = [...a];
  const to = [...b];
  const rows = [Array.from({ length: to.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      const changed = at(rows[i - 1], j - 1) + (same ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? at(rows[i - 2], j - 2) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(changed, at(row, j - 1) + 1, at(rows[i - 1], j) + 1, swapped));
    }
    rows.push(row);
  }
  return at(rows[from.length], to.length);
}

function at(row: readonly number[] | undefined, place: number): number {
  return row?.[place] ?? Number.POSITIVE_INFINITY;
}

/** The ways to cut a word that was written together: webdesign → web design. */
export function cuts(word: string): [string, string][] {
  if (!/^[a-z]{6,24}$/.test(word)) return [];
  return Array.from({ length: word.length - 5 }, (_, n) => [
    word.slice(0, n + 3),
    word.slice(n + 3),
  ]);
}

/** As a tsquery: any of these. */
export function anyOf(queries: readonly string[]): string {
  const different = [...new Set(queries)];
  return different.length === 1 ? (different[0] ?? '') : `(${different.join(' | ')})`;
}

/** As a tsquery: all of these. */
export function allOf(queries: readonly string[]): string {
  const different = [...new Set(queries)];
  return different.length === 1 ? (different[0] ?? '') : `(${different.join(' & ')})`;
}

/** As a tsquery: these letters, one after the other. */
export function inSequence(letters: readonly string[]): string {
  const quoted = letters.map(quotedLexeme);
  return quoted.length === 1 ? (quoted[0] ?? '') : `(${quoted.join(' <-> ')})`;
}
