/** Fee rules as answers show them. */
import { z } from '@hono/zod-openapi';
import type { FeeRule, FeeRules } from '#domain/ledger/fee.ts';
import { moneyJson } from '../present.ts';
import { money, orNull } from '../schema.ts';

export const feeRule = z
  .strictObject({
    tiers: z.array(
      z.strictObject({
        up_to: orNull(money).openapi({
          description: 'Of all that was paid between the two so far; null is no end.',
        }),
        basis_points: z.int().openapi({ description: '100 is one percent.' }),
      }),
    ),
    minimum: orNull(money),
    maximum: orNull(money),
  })
  .openapi('FeeRule');

export const feeRules = z
  .strictObject({ freelancer: feeRule, client: feeRule })
  .openapi('FeeRules');

export const feeRulesExample = {
  freelancer: { tiers: [{ up_to: null, basis_points: 1000 }], minimum: null, maximum: null },
  client: { tiers: [{ up_to: null, basis_points: 0 }], minimum: null, maximum: null },
};

export function presentRule(rule: FeeRule, currency: string) {
  const sum = (minor: string | null) =>
    minor === null ? null : moneyJson(BigInt(minor), currency);
  return {
    tiers: rule.tiers.map((tier) => ({
      up_to: sum(tier.upToMinor),
      basis_points: tier.basisPoints,
    })),
    minimum: sum(rule.minimumMinor),
    maximum: sum(rule.maximumMinor),
  };
}

export function presentRules(rules: FeeRules, currency: string) {
  return {
    freelancer: presentRule(rules.freelancer, currency),
    client: presentRule(rules.client, currency),
  };
}
