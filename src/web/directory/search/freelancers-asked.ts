/** The question in an address, and the addresses of questions near it. */
import { countryName } from '#domain/accounts/country.ts';
import {
  type FreelancerQuestion,
  parseQuestion,
  printQuestion,
} from '#domain/directory/freelancer-question.ts';
import { languageName } from '#domain/directory/language.ts';
import { rateEdges } from '#domain/directory/listing.ts';
import { isRegion, regionName } from '#domain/directory/region.ts';
import type { TaxonomyCategory } from '#domain/directory/taxonomy.ts';
import { shortAmount } from '#web/directory/figures.tsx';
import { text } from '#web/text/catalogue.ts';
import { type Asked, readTolerantly } from './read-tolerantly.ts';

const words = text.directory.search;

export function readAsked(asked: URLSearchParams, currency: string): Asked<FreelancerQuestion> {
  return readTolerantly(asked, (params) => parseQuestion(params, currency));
}

type Changes = { [Part in keyof FreelancerQuestion]?: FreelancerQuestion[Part] | undefined };

/** A question with other parts; undefined takes one away. */
export function changed(question: FreelancerQuestion, changes: Changes): FreelancerQuestion {
  const entries = Object.entries({ ...question, ...changes });
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as FreelancerQuestion;
}

/** The address of a list of freelancers. */
export function freelancersHref(question: FreelancerQuestion, currency: string): string {
  const query = printQuestion(question, currency).toString();
  return query === '' ? '/freelancers' : `/freelancers?${query}`;
}

export type ChosenFilter = { label: string; without: FreelancerQuestion };

/** Every filter that is set, in words, with the question as it would be without it. */
export function chosenFilters(
  question: FreelancerQuestion,
  categories: readonly TaxonomyCategory[],
  currency: string,
): ChosenFilter[] {
  const { text: asked, category, skills = [], place, score, availability, language } = question;
  const one = (label: string, changes: Changes) => ({ label, without: changed(question, changes) });
  const rate = rateLabel(question, currency);
  return [
    ...(asked === undefined ? [] : [one(`“${asked}”`, { text: undefined })]),
    ...(category === undefined
      ? []
      : [one(categoryName(categories, category), { category: undefined })]),
    ...skills.map((slug) => {
      const others = skills.filter((other) => other !== slug);
      const label = skillName(categories, slug);
      return one(label, { skills: others.length === 0 ? undefined : others });
    }),
    ...(place === undefined ? [] : [one(placeName(place), { place: undefined })]),
    ...(rate === null ? [] : [one(rate, { rateFromMinor: undefined, rateToMinor: undefined })]),
    ...(score === undefined
      ? []
      : [one(words.scoreAtLeast(score.toFixed(1)), { score: undefined })]),
    ...(availability === undefined
      ? []
      : [one(text.directory.availability[availability].word, { availability: undefined })]),
    ...(language === undefined ? [] : [one(languageName(language), { language: undefined })]),
  ];
}

/** `USD 10 to 20`; null where no rate is asked. A band is named by both its edges. */
export function rateLabel(
  { rateFromMinor: from, rateToMinor }: FreelancerQuestion,
  currency: string,
): string | null {
  const next = rateToMinor === undefined ? undefined : rateToMinor + 1n;
  const to = rateEdges(currency).find((edge) => edge === next) ?? rateToMinor;
  const sum = (minor: bigint) => shortAmount(minor, currency);
  const coded = (says: string) => `${currency}\u00a0${says}`;
  if (to === undefined) return from === undefined ? null : words.rateAbove(coded(sum(from)));
  if (from === undefined || from === 0n) return words.rateUpTo(coded(sum(to)));
  return words.rateBetween(coded(sum(from)), sum(to));
}

export function placeName(place: string): string {
  return isRegion(place) ? regionName(place) : countryName(place);
}

export function categoryName(categories: readonly TaxonomyCategory[], slug: string): string {
  return categories.find((one) => one.slug === slug)?.name ?? slug;
}

export function skillName(categories: readonly TaxonomyCategory[], slug: string): string {
  const all = categories.flatMap(({ skills }) => skills);
  return all.find((one) => one.slug === slug)?.name ?? slug;
}
