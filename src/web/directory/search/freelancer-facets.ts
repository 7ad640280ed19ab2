/** The facets of a list of freelancers: what each choice is called, leads to and would find. */
import { AVAILABILITIES } from '#domain/directory/freelancer-profile.ts';
import type { FreelancerQuestion } from '#domain/directory/freelancer-question.ts';
import { MOST_SKILLS } from '#domain/directory/frequent-skills.ts';
import { languageName } from '#domain/directory/language.ts';
import { RATE_EDGES, SCORE_EDGES } from '#domain/directory/listing.ts';
import type { freelancerFacets, Precision } from '#domain/directory/queries/freelancer-facets.ts';
import type { TaxonomyCategory } from '#domain/directory/taxonomy.ts';
import { minorUnit } from '#domain/kernel/money.ts';
import { text } from '#web/text/catalogue.ts';
import type { Facet, FacetChoice } from './facets.tsx';
import {
  categoryName,
  changed,
  freelancersHref,
  rateLabel,
  skillName,
} from './freelancers-asked.ts';
import { mostFirst, placeChoices } from './place-choices.ts';
import { skillChoices } from './skill-choices.ts';

const words = text.directory.search;

export type FacetCounts = Awaited<ReturnType<typeof freelancerFacets>>;

type Ground = {
  question: FreelancerQuestion;
  counts: FacetCounts;
  categories: readonly TaxonomyCategory[];
  currency: string;
};

type Changes = Parameters<typeof changed>[1];

export function facetsOf(ground: Ground): Facet[] {
  return [
    categoryFacet(ground),
    skillFacet(ground),
    placeFacet(ground),
    rateFacet(ground),
    scoreFacet(ground),
    availabilityFacet(ground),
    languageFacet(ground),
  ].filter(({ choices }) => choices.length > 0);
}

function categoryFacet(ground: Ground): Facet {
  const { question, counts, categories } = ground;
  const choices = mostFirst(counts.categories, question.category).map(({ value, count }) =>
    choice(ground, {
      label: categoryName(categories, value),
      chosen: question.category === value,
      count,
      // The skills of one kind of work are not those of another.
      set: { category: value, skills: undefined },
      clear: { category: undefined, skills: undefined },
    }),
  );
  return { id: 'category', title: words.facets.category, choices };
}

/** Those of the chosen kind of work, or else the most frequent ones, and how to see the others. */
function skillFacet(ground: Ground): Facet {
  const { question, counts, categories } = ground;
  const choices = skillChoices(counts.skills, question.skills, (slug, count, skills) =>
    choice(ground, {
      label: skillName(categories, slug),
      chosen: question.skills?.includes(slug) ?? false,
      count,
      set: { skills },
      clear: { skills },
    }),
  );
  const cut = question.category === undefined && counts.skills.length >= MOST_SKILLS;
  return {
    id: 'skills',
    title: words.facets.skills,
    choices,
    ...(cut ? { note: words.skillsHint } : {}),
  };
}

function placeFacet(ground: Ground): Facet {
  const { place } = ground.question;
  const choices = placeChoices(ground.counts.places, place, (value, label, count) =>
    choice(ground, {
      label,
      chosen: place === value,
      count,
      set: { place: value },
      clear: { place: undefined },
    }),
  );
  return { id: 'place', title: words.facets.place, choices };
}

function rateFacet(ground: Ground): Facet {
  const { question, counts, currency } = ground;
  const unit = 10n ** BigInt(minorUnit(currency));
  const countOf = new Map(counts.rateBands.map(({ value, count }) => [String(value), count]));
  const choices = RATE_EDGES.map((edge, at) => {
    const next = RATE_EDGES[at + 1];
    const rateFromMinor = edge === 0 ? undefined : BigInt(edge) * unit;
    const rateToMinor = next === undefined ? undefined : BigInt(next) * unit - 1n;
    const set = { rateFromMinor, rateToMinor };
    return choice(ground, {
      label: rateLabel(changed(question, set), currency) ?? '',
      chosen: question.rateFromMinor === rateFromMinor && question.rateToMinor === rateToMinor,
      count: countOf.get(String(edge)) ?? 0,
      set,
      clear: { rateFromMinor: undefined, rateToMinor: undefined },
    });
  });
  return { id: 'rate', title: words.facets.rate, choices: choices.filter(isWorth) };
}

function scoreFacet(ground: Ground): Facet {
  const { question, counts } = ground;
  const countOf = new Map(counts.scoreBands.map(({ value, count }) => [String(value), count]));
  const choices = SCORE_EDGES.toReversed().map((edge) =>
    choice(ground, {
      label: words.scoreAtLeast(edge.toFixed(1)),
      chosen: question.score === edge,
      count: countOf.get(String(edge)) ?? 0,
      set: { score: edge },
      clear: { score: undefined },
    }),
  );
  return { id: 'score', title: words.facets.score, choices: choices.filter(isWorth) };
}

function availabilityFacet(ground: Ground): Facet {
  const { question, counts } = ground;
  const countOf = new Map(counts.availability.map(({ value, count }) => [value, count]));
  const choices = AVAILABILITIES.map((availability) =>
    choice(ground, {
      label: text.directory.availability[availability].word,
      chosen: question.availability === availability,
      count: countOf.get(availability) ?? 0,
      set: { availability },
      clear: { availability: undefined },
    }),
  );
  return { id: 'available', title: words.facets.available, choices: choices.filter(isWorth) };
}

function languageFacet(ground: Ground): Facet {
  const { question, counts } = ground;
  const choices = mostFirst(counts.languages, question.language).map(({ value, count }) =>
    choice(ground, {
      label: languageName(value),
      chosen: question.language === value,
      count,
      precision: counts.languagePrecision,
      set: { language: value },
      clear: { language: undefined },
    }),
  );
  return { id: 'language', title: words.facets.language, choices };
}

function choice(
  { question, currency, counts }: Ground,
  of: {
    label: string;
    chosen: boolean;
    count: number;
    precision?: Precision;
    set: Changes;
    clear: Changes;
  },
): FacetChoice {
  const { label, chosen, count, precision = counts.choicePrecision } = of;
  const href = freelancersHref(changed(question, chosen ? of.clear : of.set), currency);
  const sure = precision === 'about' && count === 0 ? 'exact' : precision;
  return { label, chosen, href, count: words.foundShort[sure](count) };
}

/** A choice that finds nobody is left out, unless it is the one that was made. */
function isWorth({ chosen, count }: FacetChoice): boolean {
  return chosen || count !== '0';
}
