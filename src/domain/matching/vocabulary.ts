/** The directory's words, so that what a client wrote as a skill is found among what people sell. */
import { minorUnit } from '#domain/kernel/money.ts';
import type { Wanted } from './match-score.ts';

type Skill = { slug: string; category: string };

export type Vocabulary = {
  categories: ReadonlyMap<string, { no: number; family: string }>;
  categoryByNo: ReadonlyMap<number, string>;
  families: ReadonlyMap<string, readonly string[]>;
  /** Skills by their slugs, names and other words, in lower case. */
  skillsByWord: ReadonlyMap<string, readonly Skill[]>;
  skillNames: ReadonlyMap<string, string>;
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
  skills: readonly (Skill & { name: string; also: readonly string[] })[];
  weights: readonly { currency: string; baseUnits: number }[];
  baseCurrency: string;
}): Vocabulary {
  const skillsByWord = new Map<string, Skill[]>();
  for (const { slug, category, name, also } of rows.skills) {
    for (const word of new Set([slug, name, ...also].map(plain))) {
      skillsByWord.set(word, [...(skillsByWord.get(word) ?? []), { slug, category }]);
    }
  }
  const families = new Map<string, string[]>();
  for (const { slug, family } of rows.categories) {
    families.set(family, [...(families.get(family) ?? []), slug]);
  }
  return {
    categories: new Map(rows.categories.map(({ slug, ...rest }) => [slug, rest])),
    categoryByNo: new Map(rows.categories.map(({ no, slug }) => [no, slug])),
    families,
    skillsByWord,
    skillNames: new Map(rows.skills.map(({ slug, name }) => [slug, name])),
    baseCurrency: rows.baseCurrency,
    weights: new Map(rows.weights.map(({ currency, baseUnits }) => [currency, baseUnits])),
  };
}

/** What a project asks for, in the words of the directory. Skills it does not know are left out. */
export function wantedOf(asked: AskedFor, vocabulary: Vocabulary): Wanted {
  const known = asked.skills.flatMap((word) => {
    const meant = vocabulary.skillsByWord.get(plain(word)) ?? [];
    // One word may stand in two categories: the project's own goes before.
    return (meant.find((one) => one.category === asked.category) ?? meant[0])?.slug ?? [];
  });
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
