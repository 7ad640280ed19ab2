/**
 * Glossary. The *taxonomy* is what can be sold here: *families* of *categories*, each with *skills*.
 * A slug is its name for ever, in addresses and in programs; what people read may change. One that
 * is *retired* keeps its uses and takes no new ones. `also` holds other words for the same thing,
 * which the search knows.
 */

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
