import {
  type Counts,
  countByKinds,
  countFact,
  countFitting,
  countOneByOne,
  scaled,
} from '#domain/search/queries/count-listings.ts';
import {
  countedListings,
  cutsBands,
  kindFits,
  type ListingFilter,
  listingFilter,
} from '#domain/search/queries/listing-filter.ts';
import { expectedRows } from '#domain/search/queries/listing-plan.ts';
import {
  anyPart,
  factParts,
  type Part,
  understandWords,
} from '#domain/search/queries/understand-words.ts';
import type { ReadDb } from '#platform/database.ts';
import type { FreelancerQuestion } from '../freelancer-question.ts';
import { frequentSkills } from '../frequent-skills.ts';
import {
  AVAILABILITY_CODES,
  type Availability,
  EVERY_KIND,
  EVERYWHERE,
  MOST_COUNTED,
  partsOfKind,
  RATE_EDGES,
  SCORE_EDGES,
  scoreBandOf,
} from '../listing.ts';
import { exactLexemes } from '../listing-lexemes.ts';
import { regionOf } from '../region.ts';

export type FacetCount<Value> = { value: Value; count: number };

/** about: estimated, to two digits. at_least: counting ended there, there are more. */
export const PRECISIONS = ['exact', 'about', 'at_least'] as const;
export type Precision = (typeof PRECISIONS)[number];

export type FreelancerFacets = {
  /** How many listings fit the whole question. */
  total: number;
  precision: Precision;
  /** That of the counts below. */
  choicePrecision: Precision;
  /**
   * Each facet leaves its own part of the question out. Values without a listing are left out.
   * Where words fit more than MOST_COUNTED listings, these are the counts among so many of them,
   * or what a sample says of all. Where rates cut a band, they are estimated as well.
   */
  categories: FacetCount<string>[];
  /** Countries (ES) and regions (europe). */
  places: FacetCount<string>[];
  /** By the lower edge of the band, in whole units of base currency: one of RATE_EDGES. */
  rateBands: FacetCount<number>[];
  /** How many have this score or better: SCORE_EDGES. */
  scoreBands: FacetCount<number>[];
  availability: FacetCount<Availability>[];
  /**
   * How many have this skill beside those asked for, which come first: the MOST_SKILLS most
   * frequent ones, or all that belong to the category asked for.
   */
  skills: FacetCount<string>[];
  languages: FacetCount<string>[];
  /** That of the languages, which are counted for themselves where one is asked for. */
  languagePrecision: Precision;
};

/** How many listings fit a question, and how many would if one of its parts were another. */
export async function freelancerFacets(
  db: ReadDb,
  question: FreelancerQuestion,
): Promise<FreelancerFacets> {
  const { language, ...inAnyLanguage } = question;
  const [facets, others] = await Promise.all([
    facetsOf(db, question),
    language === undefined ? undefined : facetsOf(db, inAnyLanguage),
  ]);
  if (others === undefined) return facets;
  return { ...facets, languages: others.languages, languagePrecision: others.choicePrecision };
}

async function facetsOf(db: ReadDb, question: FreelancerQuestion): Promise<FreelancerFacets> {
  const filter = await listingFilter(db, question);
  const words = question.text ? (await understandWords(db, question.text)).parts : [];
  const facts = await factParts(db, question);
  if (words.length + facts.length === 0) return facetsOfKinds(db, filter);
  if (words.length === 0) return facetsOfFacts(db, filter, { question, parts: facts });
  const found = await facetsOfWords(db, filter, [...words, ...facts]);
  if (found.total > 0 || words.length < 2) return found;
  return facetsOfWords(db, filter, [anyPart(words), ...facts]);
}

async function facetsOfKinds(db: ReadDb, filter: ListingFilter): Promise<FreelancerFacets> {
  if (cutsBands(filter) && ((await countedListings(db, [EVERYONE]))[0] ?? 0) <= MOST_COUNTED) {
    return toFacets(filter, (await countOneByOne(db, filter, [])).counts, 'exact');
  }
  const precision = cutsBands(filter) ? 'about' : 'exact';
  return toFacets(filter, await countByKinds(db, filter), precision);
}

async function facetsOfFacts(
  db: ReadDb,
  filter: ListingFilter,
  { question, parts }: { question: FreelancerQuestion; parts: readonly Part[] },
): Promise<FreelancerFacets> {
  const { skills = [], language } = question;
  const languages = language === undefined ? [] : [language];
  const [fact, ...more] = exactLexemes({ skills, languages });
  const isKept = fact !== undefined && more.length === 0 && !cutsBands(filter);
  const kept = isKept ? await countFact(db, filter, fact) : undefined;
  return facetsOfWords(db, filter, parts, kept);
}

/**
 * Of words that very many listings say, the facets are those of a sample of the directory: an index
 * would have to list all of them first. A total that is kept needs not be counted.
 */
async function facetsOfWords(
  db: ReadDb,
  filter: ListingFilter,
  parts: readonly Part[],
  kept?: number,
): Promise<FreelancerFacets> {
  const [all = 0] = await countedListings(db, [EVERYONE]);
  const sampled = await facetsOfSample(db, filter, { parts, all });
  const counted = sampled === undefined ? await countOneByOne(db, filter, parts) : undefined;
  if (counted?.exact) return toFacets(filter, counted.counts, 'exact');
  const facets = sampled ?? (counted && toFacets(filter, counted.counts, 'at_least'));
  if (facets === undefined) throw new Error('Either a sample was counted or all');
  if (kept !== undefined) return { ...facets, total: kept, precision: 'exact' };
  if (!narrows(filter)) return sampled ?? { ...facets, total: MOST_COUNTED };
  const { total, exact } = await countFitting(db, filter, parts);
  return { ...facets, total, precision: exact ? 'exact' : 'at_least' };
}

async function facetsOfSample(
  db: ReadDb,
  filter: ListingFilter,
  { parts, all }: { parts: readonly Part[]; all: number },
): Promise<FreelancerFacets | undefined> {
  if (all <= 4 * SAMPLED || expectedRows(all, all, parts) < FREQUENT) return undefined;
  const factor = all / SAMPLED;
  const { counts, looked } = await countOneByOne(db, filter, parts, 100 / factor);
  if (looked < FEW_SAMPLED) return undefined;
  return toFacets(filter, scaled(counts, factor), 'about');
}

/** So many listings are a sample; it is taken for words that at least so many say. */
const SAMPLED = 8_000;
const FREQUENT = 15_000;
/** With fewer hits a sample says too little. */
const FEW_SAMPLED = 60;

const EVERYONE = { categoryNo: 0, place: EVERYWHERE, kinds: [EVERY_KIND] };

function narrows({ categoryNo, place, score, availability, ...rates }: ListingFilter): boolean {
  const { rateFromMinor, rateBelowMinor } = rates;
  const others = [score, availability, rateFromMinor, rateBelowMinor];
  return categoryNo !== 0 || place !== EVERYWHERE || others.some((one) => one !== undefined);
}

function toFacets(filter: ListingFilter, counts: Counts, precision: Precision): FreelancerFacets {
  const { kinds, kindsInRate } = counts;
  const known = precision === 'about' ? twoDigits : (count: number) => count;
  const sumOf = (some: ReadonlyMap<number, number>, holds: KindTest) => known(sum(some, holds));
  return {
    total: sumOf(kindsInRate, kindFits(filter)),
    precision,
    choicePrecision: precision,
    categories: largestFirst(counts.categories, known),
    places: largestFirst(withRegions(counts.places), known),
    rateBands: told(RATE_EDGES, (_, band) =>
      sumOf(kinds, (kind) => kind.rateBand === band && kindFits(filter, ['rate'])(kind)),
    ),
    scoreBands: told(SCORE_EDGES, (edge) =>
      sumOf(
        kindsInRate,
        (kind) => kind.scoreBand >= scoreBandOf(edge) && kindFits(filter, ['score'])(kind),
      ),
    ),
    availability: told(Object.keys(AVAILABILITY_CODES) as Availability[], (one) =>
      sumOf(
        kindsInRate,
        (kind) =>
          kind.availability === AVAILABILITY_CODES[one] && kindFits(filter, ['availability'])(kind),
      ),
    ),
    skills: frequentSkills(
      { category: filter.categorySlug, skills: filter.skills },
      largestFirst(counts.skills, known),
    ),
    languages: largestFirst(counts.languages, known),
    languagePrecision: precision,
  };
}

type KindTest = ReturnType<typeof kindFits>;

function sum(counts: ReadonlyMap<number, number>, holds: KindTest): number {
  const held = [...counts].filter(([kind]) => holds(partsOfKind(kind)));
  return held.reduce((all, [, count]) => all + count, 0);
}

/** An estimate knows no more. */
function twoDigits(count: number): number {
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.round(count / digit) * digit;
}

function told<Value>(
  values: readonly Value[],
  count: (value: Value, place: number) => number,
): FacetCount<Value>[] {
  return values
    .map((value, place) => ({ value, count: count(value, place) }))
    .filter((one) => one.count > 0);
}

function largestFirst(
  counts: ReadonlyMap<string, number>,
  known: (count: number) => number,
): FacetCount<string>[] {
  return [...counts]
    .map(([value, count]) => ({ value, count: known(count) }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Countries alone were counted one by one; their regions follow from them. */
function withRegions(places: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const countries = [...places].filter(([place]) => place.length === 2);
  if (countries.length < places.size) return places;
  const all = new Map(places);
  for (const [country, count] of countries) {
    const region = regionOf(country);
    all.set(region, (all.get(region) ?? 0) + count);
  }
  return all;
}
