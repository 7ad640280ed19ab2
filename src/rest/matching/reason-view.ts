/** Reasons of a matching score as answers show them: points, and what they were counted from. */
import { PART_NAMES, type Reason } from '#domain/matching/match-score.ts';
import { snake } from '../present.ts';
import { z } from '../schema.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

export const reasonView = z
  .strictObject({
    part: z.enum(PART_NAMES),
    points: z.number(),
    of: z.number(),
    key: z.string().openapi({ description: 'What was found; docs/matching.md lists the keys.' }),
    values: z.record(z.string(), value).openapi({
      description: 'What it was counted from. Rates are in minor units of the base currency.',
    }),
  })
  .openapi('MatchReason');

export const reasonsExample = [
  {
    part: 'fit' as const,
    points: 35,
    of: 35,
    key: 'fit_same',
    values: {
      category: 'architectural-illustration',
      skills: ['exterior-rendering'],
      asked: 1,
    },
  },
];

export function presentReasons(reasons: readonly Reason[]) {
  return reasons.map(({ part, points, of, says: { key, ...values } }) => ({
    part,
    points,
    of,
    key,
    values: Object.fromEntries(Object.entries(values).map(([name, one]) => [snake(name), one])),
  }));
}
