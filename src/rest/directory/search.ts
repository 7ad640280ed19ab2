import { AVAILABILITIES } from '#domain/directory/freelancer-profile.ts';
import {
  FREELANCER_SORTS,
  type FreelancerQuestion,
  parseQuestion,
  QUESTION_LIMITS,
} from '#domain/directory/freelancer-question.ts';
import { SCORE_EDGES } from '#domain/directory/listing.ts';
import { freelancerFacets, PRECISIONS } from '#domain/directory/queries/freelancer-facets.ts';
import {
  type FreelancerRow,
  searchFreelancers,
} from '#domain/directory/queries/search-freelancers.ts';
import { termsNow } from '#domain/market/queries/terms.ts';
import type { ReadDb } from '#platform/database.ts';
import { AT, FREELANCER, usd } from '../examples.ts';
import { type Operation, openOperation } from '../operation.ts';
import { moneyJson, time } from '../present.ts';
import { country, extended, id, instant, money, orNull, page, paging, text, z } from '../schema.ts';

const decimal = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,4})?$/, 'must be a decimal such as 40 or 39.50')
  .optional();

const asked = {
  q: text(QUESTION_LIMITS.textChars).optional().openapi({
    description: 'Words to look for; errors of typing are put right.',
    example: 'logo',
  }),
  category: text(80).optional().openapi({ example: 'architectural-illustration' }),
  skills: text(400)
    .optional()
    .openapi({ description: 'Slugs with commas between; all of them.', example: 'photo-montage' }),
  place: text(20)
    .optional()
    .openapi({ description: 'A country (ES) or a region (europe).', example: 'ES' }),
  rate_from: decimal.openapi({ description: 'An hour, in base currency: this or more.' }),
  rate_to: decimal.openapi({
    description: 'An hour, in base currency: this or less.',
    example: '50',
  }),
  score: z
    .enum(SCORE_EDGES.map(String) as [string, ...string[]])
    .optional()
    .openapi({ description: 'This quality score or better.', example: '4' }),
  available: z.enum(AVAILABILITIES).optional(),
  language: text(3).optional().openapi({ description: 'ISO 639.', example: 'ro' }),
};

const listing = z
  .strictObject({
    id,
    name: z.string(),
    country,
    headline: z.string(),
    rate_low: money.openapi({ description: "An hour, in the market's base currency." }),
    rate_high: money,
    availability: z.enum(AVAILABILITIES),
    quality: orNull(
      z.strictObject({ score: z.number(), low: z.number(), high: z.number() }),
    ).openapi({ description: 'The score with its 95 % interval; null while nothing counted.' }),
    contracts: z.int(),
    on_time: orNull(z.number().min(0).max(1)),
    categories: z.array(z.string()),
    skills: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    listed_at: instant.openapi({ description: 'When it was first listed.' }),
  })
  .openapi('Listing');

const understood = z
  .strictObject({
    category: z.string().nullable().openapi({ description: 'That the words stand for.' }),
    skills: z.array(z.string()),
    corrected: z
      .string()
      .nullable()
      .openapi({ description: 'The words as they were read, when not as they were typed.' }),
  })
  .openapi('UnderstoodWords');

const textCounts = z.array(z.strictObject({ value: z.string(), count: z.int() }));
const numberCounts = z.array(z.strictObject({ value: z.number(), count: z.int() }));

const facets = z
  .strictObject({
    total: z.int(),
    precision: z
      .enum(PRECISIONS)
      .openapi({ description: 'Of the total. about: estimated. at_least: there are more.' }),
    choice_precision: z.enum(PRECISIONS).openapi({ description: 'Of the other counts.' }),
    categories: textCounts,
    places: textCounts.openapi({ description: 'Countries and regions.' }),
    rate_bands: numberCounts.openapi({ description: 'By the lower edge, in base currency.' }),
    scores: numberCounts.openapi({ description: 'This score or better.' }),
    availability: textCounts,
    skills: textCounts.openapi({
      description:
        'How many have this skill beside those asked for, which come first: the 20 most frequent, or all that belong to the category asked for.',
    }),
    languages: textCounts.openapi({ description: 'ISO 639.' }),
    language_precision: z.enum(PRECISIONS).openapi({ description: 'Of the languages.' }),
  })
  .openapi('FreelancerFacets');

const listingExample = {
  id: FREELANCER.id,
  name: FREELANCER.name,
  country: 'RO',
  headline: 'Street views of public buildings',
  rate_low: usd('10.00'),
  rate_high: usd('15.00'),
  availability: 'open' as const,
  quality: { score: 4.62, low: 4.41, high: 4.78 },
  contracts: 41,
  on_time: 0.97,
  categories: ['architectural-illustration'],
  skills: [{ slug: 'photo-montage', name: 'Photo montage' }],
  listed_at: AT,
};

const several = (value: string, count: number) => [{ value, count }];

export const searchOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/freelancers',
    id: 'searchFreelancers',
    tag: 'Directory',
    summary: 'Listed freelancers that fit a question, a page at a time',
    query: { ...paging, ...asked, sort: z.enum(FREELANCER_SORTS).default('best') },
    answer: {
      schema: extended(page(listing), { understood }),
      example: {
        items: [listingExample],
        next_cursor: null,
        understood: { category: null, skills: [], corrected: null },
      },
    },
    refuses: ['input_invalid'],
    async handle({ db, query }) {
      const { limit, cursor, ...words } = query;
      const { question, currency } = await readQuestion(db, words);
      const found = await searchFreelancers(db, {
        ...question,
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const { category = null, skills, corrected = null } = found.understood;
      return {
        body: {
          items: found.rows.map((row) => presentListing(row, currency)),
          next_cursor: found.next,
          understood: { category, skills, corrected },
        },
      };
    },
  }),
  openOperation({
    method: 'get',
    path: '/freelancers/facets',
    id: 'countFreelancers',
    tag: 'Directory',
    summary: 'How many fit a question, and how many would with another choice',
    description:
      'Each facet leaves its own part of the question out; a skill is counted beside those asked for.',
    query: asked,
    answer: {
      schema: facets,
      example: {
        total: 12,
        precision: 'exact' as const,
        choice_precision: 'exact' as const,
        categories: several('architectural-illustration', 12),
        places: several('ES', 12),
        rate_bands: [{ value: 30, count: 12 }],
        scores: [{ value: 4, count: 7 }],
        availability: several('open', 9),
        skills: several('photo-montage', 8),
        languages: several('ro', 5),
        language_precision: 'exact' as const,
      },
    },
    refuses: ['input_invalid'],
    async handle({ db, query }) {
      const { question } = await readQuestion(db, query);
      const found = await freelancerFacets(db, question);
      const { rateBands, scoreBands, choicePrecision, languagePrecision, ...counts } = found;
      const precisions = {
        choice_precision: choicePrecision,
        language_precision: languagePrecision,
      };
      return { body: { ...counts, ...precisions, rate_bands: rateBands, scores: scoreBands } };
    },
  }),
];

/** The same names and rules as the address of the page. */
async function readQuestion(
  db: ReadDb,
  given: Record<string, string | undefined>,
): Promise<{ question: FreelancerQuestion; currency: string }> {
  const { baseCurrency } = await termsNow(db);
  const pairs = Object.entries(given).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return {
    question: parseQuestion(new URLSearchParams(pairs), baseCurrency),
    currency: baseCurrency,
  };
}

function presentListing(row: FreelancerRow, currency: string): z.input<typeof listing> {
  const { quality, qualityLow, qualityHigh } = row;
  return {
    id: row.id,
    name: row.name,
    country: row.country,
    headline: row.headline,
    rate_low: moneyJson(row.rateLowMinor, currency),
    rate_high: moneyJson(row.rateHighMinor, currency),
    availability: row.availability,
    quality:
      quality === null
        ? null
        : { score: quality, low: qualityLow ?? quality, high: qualityHigh ?? quality },
    contracts: row.contracts,
    on_time: row.onTime,
    categories: row.categories,
    skills: row.skills,
    listed_at: time(row.listedAt),
  };
}
