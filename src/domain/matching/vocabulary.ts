/** The directory's words, so that what a client wrote as a skill is found among what people sell. */
import { minorUnit } from '#domain/kernel/money.ts';
import type { Wanted } from './match-score.ts';

export type Vocabulary = {
  categories: ReadonlyMap<string, { no: number; family: string }>;
  categoryByNo: ReadonlyMap<number, string>;
  families: ReadonlyMap<string, readonly string[]>;
  /** A skill's slug by its slug, its name and its other words, in lower case. */
  skillByWord: ReadonlyMap<string, string>;
  baseCurrency: string;
  /** How much one unit of a currency weighs in base currency; for comparing, never for paying. */
  weights: ReadonlyMap<string, number>;
};

/** The parts of a project that matching reads. */
export type AskedFor = {
  category: string;
  skills: readonly string[];
  pricing: 'fixed' | 'hourly';
  currency: string;
  budgetLowMinor: bigint | null;
  budgetHighMinor: bigint | null;
};

export function makeVocabulary(rows: {
  categories: readonly { no: number; slug: string; family: string }[];
  skills: readonly { slug: string; name: string; also: readonly string[] }[];
  weights: readonly { currency: string; baseUnits: number }[];
  baseCurrency: string;
}): Vocabulary {
  const skillByWord = new Map<string, string>();
  for (const { slug, also } of rows.skills)
    for (const word of also) skillByWord.set(plain(word), slug);
  for (const { slug, name } of rows.skills) skillByWord.set(plain(name), slug);
  for (const { slug } of rows.skills) skillByWord.set(slug, slug);
  const families = new Map<string, string[]>();
  for (const { slug, family } of rows.categories) {
    families.set(family, [...(families.get(family) ?? []), slug]);
  }
  return {
    categories: new Map(rows.categories.map(({ slug, ...rest }) => [slug, rest])),
    categoryByNo: new Map(rows.categories.map(({ no, slug }) => [no, slug])),
    families,
    skillByWord,
    baseCurrency: rows.baseCurrency,
    weights: new Map(rows.weights.map(({ currency, baseUnits }) => [currency, baseUnits])),
  };
}

/** What a project asks for, in the words of the directory. Skills it does not know are left out. */
export function wantedOf(asked: AskedFor, vocabulary: Vocabulary): Wanted {
  const known = asked.skills.flatMap((skill) => vocabulary.skillByWord.get(plain(skill)) ?? []);
  const family = vocabulary.categories.get(asked.category)?.family ?? '';
  return {
    category: asked.category,
    family: vocabulary.families.get(family) ?? [],
    skills: [...new Set(known)],
    ceilingMinor: ceilingMinor(asked, vocabulary),
  };
}

/** The most an hour may cost. A fixed price says nothing of hours, and so nothing of rates. */
function ceilingMinor(asked: AskedFor, { baseCurrency, weights }: Vocabulary): number | null {
  const most = asked.budgetHighMinor ?? asked.budgetLowMinor;
  if (asked.pricing !== 'hourly' || most === null) return null;
  if (asked.currency === baseCurrency) return Number(most);
  const weight = weights.get(asked.currency);
  if (weight === undefined) return null;
  const units = Number(most) / 10 ** minorUnit(asked.currency);
  return units * weight * 10 ** minorUnit(baseCurrency);
}

function plain(word: string): string {
  return word.trim().toLowerCase();
}
