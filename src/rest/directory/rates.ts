import { z } from '@hono/zod-openapi';
import { countryName } from '#domain/accounts/country.ts';
import { marketTerms } from '#domain/billing/queries/market-terms.ts';
import { SCORE_EDGES } from '#domain/directory/listing.ts';
import { rateOverview } from '#domain/directory/queries/rate-overview.ts';
import { type CountryRates, type Rates, ratesByCountry } from '#domain/directory/queries/rates.ts';
import { hoursShared, mainZone, SHORES, shoreOf } from '#domain/directory/region.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { usd } from '../examples.ts';
import { type Operation, openOperation } from '../operation.ts';
import { moneyJson } from '../present.ts';
import { countryIn, extended, money, orNull, signedMoney, text } from '../schema.ts';

const MOST_HOURS = 10_000;

const score = z.number().min(1).max(5);

const figures = z.strictObject({
  low: money.openapi({ description: 'The lowest rate for an hour.' }),
  high: money.openapi({ description: 'The highest rate for an hour.' }),
  freelancers: z.int().min(1),
  scored: z.int().min(0).openapi({ description: 'How many of them have a quality score.' }),
  quality: orNull(score).openapi({ description: 'The mean of their scores.' }),
  quality_low: orNull(score).openapi({ description: 'Of its 95 % interval.' }),
  quality_high: orNull(score),
  on_time: orNull(z.number().min(0).max(1)).openapi({
    description: 'The mean of their on-time rates.',
  }),
});

const countryRates = extended(figures, {
  country: z.string().openapi({ example: 'ES' }),
  name: z.string(),
  median: money.openapi({ description: 'The median of (low + high) ÷ 2 of each freelancer.' }),
  shore: orNull(z.enum(SHORES)).openapi({ description: 'Seen from `from`.' }),
  hours_shared: orNull(z.number().min(0).max(8)).openapi({
    description: 'Of 9 to 17 by the main clocks of both countries today.',
  }),
  cost_low: money.openapi({ description: 'Of the hours asked.' }),
  cost_high: money,
  difference_to_onshore: orNull(signedMoney).openapi({
    description:
      'For the hours asked at median rates; negative where it costs less than in `from`.',
  }),
}).openapi('CountryRates');

const answer = z
  .strictObject({
    category: z.string(),
    hours: z.int(),
    total: orNull(figures),
    items: z.array(countryRates),
  })
  .openapi('Rates');

const figuresExample = {
  low: usd('40.00'),
  high: usd('40.00'),
  freelancers: 12,
  scored: 9,
  quality: 4.61,
  quality_low: 4.42,
  quality_high: 4.8,
  on_time: 0.94,
};

export const rateOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/rates',
    id: 'listRates',
    tag: 'Market',
    summary: 'What an hour of a kind of work costs, by country',
    description:
      'From what listed freelancers ask now, in the base currency of the market. Nothing is converted and nobody is left out.',
    query: {
      category: text(80, 1).openapi({ example: 'architectural-illustration' }),
      from: countryIn.optional().openapi({
        description: 'The country that looks: shores, shared hours and the difference need it.',
        example: 'GB',
      }),
      shore: z.enum(SHORES).optional(),
      hours_shared: z.coerce.number().min(0).max(8).optional().openapi({
        description: 'At least so many hours shared.',
      }),
      score: z.coerce.number().min(1).max(5).optional().openapi({
        description: 'Only freelancers with this score or better.',
        example: SCORE_EDGES[2],
      }),
      hours: z.coerce.number().int().min(1).max(MOST_HOURS).default(10),
    },
    answer: {
      schema: answer,
      example: {
        category: 'architectural-illustration',
        hours: 10,
        total: figuresExample,
        items: [
          {
            ...figuresExample,
            country: 'ES',
            name: 'Spain',
            median: usd('40.00'),
            shore: 'nearshore' as const,
            hours_shared: 7,
            cost_low: usd('400.00'),
            cost_high: usd('400.00'),
            difference_to_onshore: usd('200.00'),
          },
        ],
      },
    },
    async handle({ db, query, now }) {
      const { category, from = null, shore, hours, score } = query;
      const known = (await rateOverview(db)).some(({ slug }) => slug === category);
      if (!known) return refuse('not_found', { thing: 'category' });
      const { baseCurrency: currency } = await marketTerms(db);
      const asked = { category, from, shore, score, hoursShared: query.hours_shared, at: now };
      const { rows, total } = await ratesByCountry(db, asked);
      const own = from === null ? [] : (await ratesByCountry(db, { category, country: from })).rows;
      const onshore = own[0] ?? null;
      const seen = { from, onshore, hours, currency, now };
      return {
        body: {
          category,
          hours,
          total: total && presentFigures(total, currency),
          items: rows.map((row) => presentRow(row, seen)),
        },
      };
    },
  }),
];

function presentFigures(rates: Rates, currency: string) {
  return {
    low: moneyJson(rates.lowMinor, currency),
    high: moneyJson(rates.highMinor, currency),
    freelancers: rates.freelancers,
    scored: rates.scored,
    quality: rates.quality,
    quality_low: rates.qualityLow,
    quality_high: rates.qualityHigh,
    on_time: rates.onTime,
  };
}

type Seen = {
  from: string | null;
  onshore: CountryRates | null;
  hours: number;
  currency: string;
  now: Date;
};

function presentRow(row: CountryRates, { from, onshore, hours, currency, now }: Seen) {
  const times = BigInt(hours);
  const difference = onshore === null ? null : (row.medianMinor - onshore.medianMinor) * times;
  return {
    ...presentFigures(row, currency),
    country: row.country,
    name: countryName(row.country),
    median: moneyJson(row.medianMinor, currency),
    shore: shoreOf(from, row.country),
    hours_shared: from === null ? null : hoursShared(mainZone(from), mainZone(row.country), now),
    cost_low: moneyJson(row.lowMinor * times, currency),
    cost_high: moneyJson(row.highMinor * times, currency),
    difference_to_onshore: difference === null ? null : moneyJson(difference, currency),
  };
}
