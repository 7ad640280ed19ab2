import { z } from '@hono/zod-openapi';
import { AT, FREELANCER, IDS } from '../examples.ts';
import { id, instant } from '../schema.ts';

const share = z.number().min(0).max(1);
const seen = z
  .strictObject({
    value: share,
    part: z.number(),
    whole: z.number(),
    events: z.array(z.int()).openapi({ description: "Numbers of the contract's events." }),
  })
  .openapi('SeenValue');

/** The public export of a score; its form is the version of the formula. */
export const exportView = z
  .strictObject({
    party: z.strictObject({ id, name: z.string() }),
    side: z.enum(['freelancer', 'client']),
    as_of: instant,
    score: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    weight: z.number(),
    formula: z.strictObject({
      version: z.int(),
      prior_weight: z.number(),
      prior_mean: z.number(),
      half_life_days: z.number(),
      stake_unit: z.number(),
      stake_most: z.number(),
      say_alone: z.number(),
      say_share: z.number(),
      reach_least: z.number(),
      reach_few: z.number(),
      deviation: z.number(),
      z: z.number(),
      components: z.record(z.string(), z.number()),
    }),
    base_currency: z.string(),
    outcomes: z.array(
      z.strictObject({
        contract_id: id,
        counterparty: z.int().openapi({ description: 'The same number is the same party.' }),
        counterparty_name: z
          .string()
          .nullable()
          .openapi({ description: 'Of an organization; persons are not named.' }),
        category: z.string(),
        ended_at: instant,
        stake_in_base: z.number().openapi({ description: 'To two digits, in base currency.' }),
        values: z.record(z.string(), seen),
        weight: z.number(),
        contribution: z.number(),
      }),
    ),
  })
  .openapi('ScoreExport');

export const exportExample = {
  party: { id: FREELANCER.id, name: FREELANCER.name },
  side: 'freelancer' as const,
  as_of: AT,
  score: 4.4045,
  low: 3.5831,
  high: 5,
  weight: 1.3383,
  formula: {
    version: 1,
    prior_weight: 3,
    prior_mean: 0.75,
    half_life_days: 540,
    stake_unit: 100,
    stake_most: 4,
    say_alone: 4,
    say_share: 0.3,
    reach_least: 0.4,
    reach_few: 0.6,
    deviation: 0.25,
    z: 1.96,
    components: { stars: 0.6, on_time: 0.2, kept: 0.2 },
  },
  base_currency: 'USD',
  outcomes: [
    {
      contract_id: IDS.contract,
      counterparty: 1,
      counterparty_name: 'Harrow & Lane',
      category: 'architectural-illustration',
      ended_at: AT,
      stake_in_base: 1600,
      values: { stars: { value: 1, part: 5, whole: 5, events: [9] } },
      weight: 1.3383,
      contribution: 0.3085,
    },
  ],
};
