import { sql } from 'kysely';
import { exactLexemes, quotedLexeme } from '#domain/directory/listing-lexemes.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import {
  allOf,
  anyOf,
  cuts,
  inSequence,
  isUnspaced,
  nearestWord,
  otherSpellings,
  WORD_LIMITS,
} from '../search-words.ts';

export type Part = {
  /** A tsquery over `document`. */
  query: string;
  /** About how many listings fit this part alone. */
  listings: number;
};

export type UnderstoodWords = {
  parts: Part[];
  /** The words as they were read, when that is not how they were typed. */
  corrected: string | undefined;
  categories: string[];
  skills: string[];
};

/** A word on its way: as typed, as read, and what the index knows of it. */
type Word = { typed: string; word: string; letters?: string[] };
type Known = { word: string; lexeme: string | null; listings: number };
type Concept = { kind: 'category' | 'skill'; slug: string; terms: string[]; listings: number };

/**
 * Reads words as somebody typed them: without accents and capitals, errors of typing put right
 * where no listing says the word, other spellings added, and phrases that stand for a category or
 * a skill known as such. Words in quotation marks are looked for as they stand.
 */
export async function understandWords(db: ReadDb, text: string): Promise<UnderstoodWords> {
  const words = await cutWords(db, text);
  const exact = /^".+"$/s.test(text.trim());
  const spaced = words.filter(({ letters }) => letters === undefined).map(({ word }) => word);
  const known = await lookUp(db, forms(spaced));
  const read: Word[] = [];
  let changed = false;
  for (const one of words) {
    const certain = exact || one.letters !== undefined;
    const meant = certain ? [one.word] : await meantBy(db, one.word, known);
    changed ||= meant.join(' ') !== one.word;
    read.push(...meant.map((word) => ({ ...one, word })));
  }
  const concepts = exact ? [] : await findConcepts(db, read);
  const more = changed ? await lookUp(db, forms(read.map(({ word }) => word))) : known;
  return {
    parts: toParts(read, concepts, more),
    corrected: changed ? read.map(({ word }) => word).join(' ') : undefined,
    categories: slugsOf(concepts, 'category'),
    skills: slugsOf(concepts, 'skill'),
  };
}

async function cutWords(db: ReadDb, text: string): Promise<Word[]> {
  const chunks = text.split(/\s+/u).filter((chunk) => chunk !== '');
  const rows = await readSql<{ typed: string; words: string }>(
    db,
    sql`select chunk as typed, search_text(chunk) as words
      from unnest(${chunks}::text[]) with ordinality given (chunk, place) order by place`,
  );
  return rows
    .flatMap(({ typed, words }) => {
      const found: Word[] = [];
      for (const word of words.split(/\s+/u).filter((one) => one !== '')) {
        const last = found.at(-1);
        if (!isUnspaced(word)) found.push({ typed, word });
        else if (last?.letters === undefined) found.push({ typed, word, letters: [word] });
        else {
          last.letters.push(word);
          last.word += word;
        }
      }
      return found;
    })
    .slice(0, WORD_LIMITS.words);
}

/** Every form in which a word may be known. */
function forms(words: readonly string[]): string[] {
  const joined = words.slice(1).map((word, n) => `${words[n]}${word}`);
  return [
    ...new Set([
      ...words.flatMap((word) => [word, ...otherSpellings(word), ...cuts(word).flat()]),
      ...joined,
    ]),
  ];
}

/** What the index knows of these words: nothing to look for (no lexeme), or how many say it. */
async function lookUp(db: ReadDb, words: readonly string[]): Promise<Map<string, Known>> {
  const rows = await readSql<Known>(
    db,
    sql`
    select given.word, given.lexeme, coalesce((select known.listings from listing_word known
      where known.lexeme = given.lexeme order by known.listings desc limit 1), 0) as listings
    from (select word, (tsvector_to_array(to_tsvector('pg_catalog.english', word)))[1] as lexeme
      from unnest(${words}::text[]) word) given`,
  );
  return new Map(rows.map((row) => [row.word, row]));
}

/** The word itself when it is known or needs not be; else what it is an error of. */
async function meantBy(
  db: ReadDb,
  word: string,
  known: ReadonlyMap<string, Known>,
): Promise<string[]> {
  const isKnown = (one: string) => (known.get(one)?.listings ?? 0) > 0;
  const { lexeme } = known.get(word) ?? { lexeme: null };
  if (lexeme === null || isKnown(word) || otherSpellings(word).some(isKnown)) return [word];
  if (/[0-9]/.test(word)) return [word];
  const apart = cuts(word)
    .filter((both) => both.every(isKnown))
    .sort((a, b) => rarer(b, known) - rarer(a, known))[0];
  const near = await nearWord(db, word);
  if (near !== undefined) return [near];
  return apart ?? [word];
}

function rarer(both: readonly string[], known: ReadonlyMap<string, Known>): number {
  return Math.min(...both.map((one) => known.get(one)?.listings ?? 0));
}

const CANDIDATES = 40;
const SHORT_CANDIDATES = 3_000;

async function nearWord(db: ReadDb, word: string): Promise<string | undefined> {
  const alike = await readSql<{ word: string; listings: number }>(
    db,
    sql`select word, listings from listing_word where word % ${word} and word !~ '^@'
      order by similarity(word, ${word}) desc, listings desc limit ${CANDIDATES}`,
  );
  const near = nearestWord(word, alike);
  if (near !== undefined || word.length < 4 || word.length > 7) return near;
  // Swapped letters leave a short word hardly any trigram; those that begin alike are looked at.
  const begun = await readSql<{ word: string; listings: number }>(
    db,
    sql`select word, listings from listing_word
      where (word ^@ ${word.slice(0, 1)} or word ^@ ${word.slice(1, 2)})
        and char_length(word) between ${word.length - 1} and ${word.length + 1}
      order by listings desc limit ${SHORT_CANDIDATES}`,
  );
  return nearestWord(word, begun);
}

async function findConcepts(db: ReadDb, words: readonly Word[]): Promise<Concept[]> {
  const phrases = phrasesOf(words).map(({ phrase }) => phrase);
  if (phrases.length === 0) return [];
  return readSql<Concept>(
    db,
    sql`
    select 'category' as kind, slug, terms, coalesce((select listings from listing_count
      where category_no = category.no and place = '' and kind = -1), 0) as listings
    from category where retired_at is null and terms && ${phrases}::text[]
    union all
    select 'skill', slug, terms, coalesce((select listings from listing_word
      where word = '@skill:' || slug), 0)
    from skill where retired_at is null and terms && ${phrases}::text[]`,
  );
}

/** Every run of up to four words, as written and with its last word in the singular. */
function phrasesOf(words: readonly Word[]): { phrase: string; from: number; length: number }[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(WORD_LIMITS.phraseWords, words.length - from) }, (_, n) => {
      const run = words.slice(from, from + n + 1);
      const phrase = run.map(({ word, letters }) => letters?.join(' ') ?? word).join(' ');
      return [phrase, `${phrase}s`, phrase.replace(/s$/, ''), phrase.replace(/es$/, '')].map(
        (one) => ({ phrase: one, from, length: n + 1 }),
      );
    }).flat(),
  );
}

/** The longest phrases that stand for something become one part each, the rest one a word. */
function toParts(
  words: readonly Word[],
  concepts: readonly Concept[],
  known: ReadonlyMap<string, Known>,
): Part[] {
  const phrases = phrasesOf(words).sort((a, b) => b.length - a.length || a.from - b.from);
  const parts: (Part & { from: number })[] = [];
  const taken = new Set<number>();
  for (const { phrase, from, length } of phrases) {
    const meant = concepts.filter(({ terms }) => terms.includes(phrase));
    const places = Array.from({ length }, (_, n) => from + n);
    if (meant.length === 0 || places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    const said = places.flatMap((place) => wordPart(words, place, known) ?? []);
    const filed = meant.map(({ kind, slug }) => quotedLexeme(`@${kind}:${slug}`));
    const listings = Math.max(
      ...meant.map((one) => one.listings),
      Math.min(...said.map((one) => one.listings)),
    );
    const query = anyOf([
      ...(said.length > 0 ? [allOf(said.map((one) => one.query))] : []),
      ...filed,
    ]);
    parts.push({ from, query, listings });
  }
  for (const place of words.keys()) {
    const part = taken.has(place) ? undefined : wordPart(words, place, known);
    if (part !== undefined) parts.push({ ...part, from: place });
  }
  if (parts.length === 0)
    return words.map(({ word }) => ({ query: `${quotedLexeme(word)}:A`, listings: 1 }));
  return parts.sort((a, b) => a.from - b.from).map(({ query, listings }) => ({ query, listings }));
}

/**
 * Undefined for words that say nothing: and, for, in. An unknown word may be a beginning; two words
 * may be written together.
 */
function wordPart(
  words: readonly Word[],
  place: number,
  known: ReadonlyMap<string, Known>,
): Part | undefined {
  const one = words[place];
  if (one === undefined) return undefined;
  const { word, letters } = one;
  if (letters !== undefined) return { query: inSequence(letters), listings: 1 };
  const own = known.get(word);
  if (own === undefined || own.lexeme === null) return undefined;
  const spellings = otherSpellings(word);
  const joined = [
    `${words[place - 1]?.word ?? ''}${word}`,
    `${word}${words[place + 1]?.word ?? ''}`,
  ];
  // A word that no listing says may still be said by a project, in either spelling.
  const said = [...spellings, ...joined]
    .flatMap((other) => known.get(other) ?? [])
    .filter((other) => other.listings > 0 || spellings.includes(other.word));
  const all = [own, ...said];
  const listings = Math.max(...all.map((form) => form.listings));
  const queries = all.flatMap(({ lexeme }) => (lexeme === null ? [] : [quotedLexeme(lexeme)]));
  if (listings === 0) queries.push(`${quotedLexeme(word)}:*`);
  return { query: anyOf(queries), listings };
}

function slugsOf(concepts: readonly Concept[], kind: Concept['kind']): string[] {
  return concepts.filter((one) => one.kind === kind).map(({ slug }) => slug);
}

/** What is asked for exactly, as parts: skills and a language. */
export async function factParts(
  db: ReadDb,
  { skills = [], language }: { skills?: readonly string[]; language?: string },
): Promise<Part[]> {
  const languages = language === undefined ? [] : [language];
  const lexemes = exactLexemes({ skills, languages });
  if (lexemes.length === 0) return [];
  const rows = await readSql<{ word: string; listings: number }>(
    db,
    sql`select word, listings from listing_word where word = any(${lexemes}::text[])`,
  );
  const counted = new Map(rows.map(({ word, listings }) => [word, listings]));
  return lexemes.map((lexeme) => ({
    query: quotedLexeme(lexeme),
    listings: counted.get(lexeme) ?? 0,
  }));
}

/** Any of the words; the more of them a listing says, the better it fits. */
export function anyPart(parts: readonly Part[]): Part {
  return {
    query: anyOf(parts.map(({ query }) => query)),
    listings: Math.max(0, ...parts.map(({ listings }) => listings)),
  };
}

/** As one tsquery: all of these. */
export function allParts(parts: readonly Part[]): string {
  return parts.map(({ query }) => query).join(' & ');
}
