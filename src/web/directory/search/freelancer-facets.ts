/** The facets of a list of freelancers: what each choice is called, leads to and would find. */
import { AVAILABILITIES } from '#domain/directory/freelancer-profile.ts';
import type { FreelancerQuestion } from '#domain/directory/freelancer-question.ts';
import { RATE_EDGES, SCORE_EDGES } from '#domain/directory/listing.ts';
import type { freelancerFacets } from '#domain/directory/queries/freelancer-facets.ts';
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
  ].filter(({ choices, note }) => choices.length > 0 || note !== undefined);
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

/** Of the chosen kind of work, or the only one there is; any others that were chosen stay in sight. */
function skillFacet(ground: Ground): Facet {
  const { question, counts, categories } = ground;
  const { skills = [] } = question;
  const only = counts.categories.length === 1 ? counts.categories[0]?.value : undefined;
  const category = question.category ?? only;
  const title = words.facets.skills;
  const of = categories.find((one) => one.slug === category)?.skills ?? [];
  const slugs = [...new Set([...skills, ...of.map(({ slug }) => slug)])];
  if (slugs.length === 0) return { id: 'skills', title, choices: [], note: words.skillsHint };
  const choices = slugs.map((slug) => {
    const others = skills.filter((one) => one !== slug);
    return choice(ground, {
      label: skillName(categories, slug),
      chosen: skills.includes(slug),
      set: { skills: [...skills, slug] },
      clear: { skills: others.length === 0 ? undefined : others },
    });
  });
  return { id: 'skills', title, choices };
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

function choice(
  { question, currency, counts }: Ground,
  of: { label: string; chosen: boolean; count?: number; set: Changes; clear: Changes },
): FacetChoice {
  const { label, chosen, count } = of;
  const href = freelancersHref(changed(question, chosen ? of.clear : of.set), currency);
  const base = { label, chosen, href };
  if (count === undefined) return base;
  const precision =
    counts.choicePrecision === 'about' && count === 0 ? 'exact' : counts.choicePrecision;
  return { ...base, count: words.foundShort[precision](count) };
}

/** A choice that finds nobody is left out, unless it is the one that was made. */
function isWorth({ chosen, count }: FacetChoice): boolean {
  return chosen || (count !== undefined && count !== '0');
}
