/**
 * Glossary. The *taxonomy* is what can be sold here: *families* of *categories*, each with
 * *skills*. A slug is its name for ever, in addresses and in programs; what people read may change.
 * One that is *retired* keeps its uses and takes no new ones. `also` holds other words for the same
 * thing, which the search knows.
 */
import { Refusal } from '#domain/kernel/refusal.ts';
import { chars, oneLine, storable } from '#domain/kernel/text.ts';

export const FAMILIES = ['back-office', 'front-office', 'knowledge', 'household'] as const;
export type FamilySlug = (typeof FAMILIES)[number];

export type TaxonomySkill = {
  slug: string;
  name: string;
  also: string[];
  retiredAt: Date | null;
};

export type TaxonomyCategory = {
  slug: string;
  name: string;
  family: FamilySlug;
  about: string;
  also: string[];
  retiredAt: Date | null;
  skills: TaxonomySkill[];
};

export const TAXONOMY_LIMITS = {
  slugChars: 60,
  nameChars: 60,
  aboutChars: 500,
  also: 20,
} as const;

/** What an operator writes about a category (family, about) or a skill (category). */
export type TaxonomyWords = {
  name: string;
  also: readonly string[];
  family: FamilySlug;
  about: string;
  category: string;
};

export function tidyWords(words: Partial<TaxonomyWords>): Partial<TaxonomyWords> {
  const { name, also, about } = words;
  return {
    ...words,
    ...(name === undefined ? {} : { name: oneLine(name) }),
    ...(also === undefined
      ? {}
      : { also: [...new Set(also.map(oneLine).filter((word) => word !== ''))] }),
    ...(about === undefined ? {} : { about: storable(about) }),
  };
}

/** Every rule that tidy words break, in the order of the form. */
export function wordProblems({ name, also, family, about }: Partial<TaxonomyWords>): Refusal[] {
  const { nameChars, aboutChars, also: mostAlso } = TAXONOMY_LIMITS;
  const longWord = also?.some((word) => chars(word) > nameChars) ?? false;
  return [
    ...(family === undefined || FAMILIES.includes(family) ? [] : [wrong('family', 'not_listed')]),
    ...(name === '' ? [wrong('name', 'required')] : []),
    ...(chars(name ?? '') > nameChars ? [wrong('name', 'too_long', nameChars)] : []),
    ...((also?.length ?? 0) > mostAlso ? [wrong('also', 'too_many', mostAlso)] : []),
    ...(longWord ? [wrong('also', 'too_long', nameChars)] : []),
    ...(chars(about ?? '') > aboutChars ? [wrong('about', 'too_long', aboutChars)] : []),
  ];
}

/** Small letters, digits and single hyphens between them. */
export function slugProblems(slug: string): Refusal[] {
  const { slugChars } = TAXONOMY_LIMITS;
  if (slug === '') return [wrong('slug', 'required')];
  if (slug.length > slugChars) return [wrong('slug', 'too_long', slugChars)];
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? [] : [wrong('slug', 'slug')];
}

/** What a name becomes in an address: “Patents & trademarks” → patents-trademarks. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, TAXONOMY_LIMITS.slugChars);
  return slug.replace(/^-+|-+$/g, '');
}

function wrong(field: string, rule: string, limit?: number): Refusal {
  return new Refusal('input_invalid', { rule, ...(limit === undefined ? {} : { limit }) }, field);
}
