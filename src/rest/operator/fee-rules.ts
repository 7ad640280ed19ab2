import { z } from '@hono/zod-openapi';
import { refuse } from '#domain/kernel/refusal.ts';
import { addFeeRule } from '#domain/market/commands/add-fee-rule.ts';
import { endFeeRule } from '#domain/market/commands/end-fee-rule.ts';
import { CONTRACT_KINDS, MOST_TIERS, PAYERS } from '#domain/market/fee-rule.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { type FeeRuleRow, feeRuleList } from '#domain/market/queries/fee-rule-list.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { eventExample, IDS, LATER, usd } from '../examples.ts';
import { presentRule } from '../money/fee-view.ts';
import { type Operation, operation } from '../operation.ts';
import { type MoneyJson, minorOf, time, timeOrNull } from '../present.ts';
import {
  currency,
  eventRef,
  extended,
  id,
  instant,
  instantIn,
  list,
  money,
  orNull,
} from '../schema.ts';

const tier = z.strictObject({ up_to: orNull(money), basis_points: z.int().min(0).max(10_000) });

const ruleView = z
  .strictObject({
    id: z.string(),
    contract_kind: z.enum(CONTRACT_KINDS),
    payer: z.enum(PAYERS),
    currency: z.string().nullable(),
    tiers: z.array(tier),
    minimum: orNull(money),
    maximum: orNull(money),
    starts_at: instant,
    ends_at: instant.nullable(),
    state: z.enum(['coming', 'in_force', 'replaced', 'ended']),
  })
  .openapi('FeeRuleWithHistory');

const newRule = z
  .strictObject({
    contract_kind: z.enum(CONTRACT_KINDS),
    payer: z.enum(PAYERS),
    currency: currency
      .nullable()
      .default(null)
      .openapi({ description: 'Null for every currency; then the rule can name no sums.' }),
    tiers: z.array(tier).min(1).max(MOST_TIERS),
    minimum: orNull(money).default(null),
    maximum: orNull(money).default(null),
    starts_at: instantIn,
  })
  .openapi('NewFeeRule');

const newExample = {
  contract_kind: 'fixed' as const,
  payer: 'freelancer' as const,
  currency: 'USD',
  tiers: [
    { up_to: usd('10000.00'), basis_points: 1000 },
    { up_to: null, basis_points: 500 },
  ],
  starts_at: '2027-01-01T00:00:00Z',
};

const example = {
  id: IDS.other,
  ...newExample,
  minimum: null,
  maximum: null,
  starts_at: LATER,
  ends_at: null,
  state: 'coming' as const,
};

export const operatorFeeOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/operator/fee-rules',
    id: 'listFeeRules',
    tag: 'Operator',
    summary: 'Every fee rule with its history',
    scope: 'read',
    operator: true,
    answer: { schema: list(ruleView), example: { items: [example] } },
    async handle({ db, now }) {
      return { body: { items: (await feeRuleList(db, now)).map(present) } };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/fee-rules',
    id: 'addFeeRule',
    tag: 'Operator',
    summary: 'Add a rule for offers made after its start; what was offered before keeps its rules',
    scope: 'money',
    operator: true,
    body: { schema: newRule, example: newExample },
    answer: {
      status: 201,
      schema: extended(ruleView, { event: eventRef }).openapi('FeeRuleActed'),
      example: { ...example, event: eventExample(MARKET_ROOT, 3) },
    },
    refuses: ['input_invalid', 'date_in_past', 'currency_mismatch'],
    async handle(call) {
      const { seq, ruleId } = await call.act(addFeeRule, readRule(call.body), MARKET_ROOT);
      const made = (await feeRuleList(call.db, call.now)).find((row) => row.id === ruleId);
      // Told again under its Idempotency-Key after it was taken back.
      if (made === undefined) return refuse('not_found', { thing: 'fee rule' });
      return {
        body: { ...present(made), event: await eventOf(call, MARKET_ROOT, seq) },
        location: '/operator/fee-rules',
      };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/fee-rules/{ruleId}/end',
    id: 'endFeeRule',
    tag: 'Operator',
    summary: 'End a rule now; one that has not begun is taken back',
    scope: 'money',
    operator: true,
    params: { ruleId: id },
    answer: {
      schema: z.strictObject({ id, withdrawn: z.boolean(), event: eventRef }),
      example: { id: IDS.other, withdrawn: true, event: eventExample(MARKET_ROOT, 4) },
    },
    refuses: ['already_done'],
    async handle(call) {
      const { ruleId } = call.params;
      const { withdrawn, seq } = await call.act(endFeeRule, { ruleId }, MARKET_ROOT);
      return { body: { id: ruleId, withdrawn, event: await eventOf(call, MARKET_ROOT, seq) } };
    },
  }),
];

function readRule(given: z.output<typeof newRule>) {
  const { currency } = given;
  const minor = (sum: MoneyJson | null, field: string) => {
    if (sum === null) return null;
    if (currency === null) refuse('input_invalid', { rule: 'sums_need_currency' }, 'currency');
    return minorOf(sum, field, currency).toString();
  };
  return {
    contractKind: given.contract_kind,
    payer: given.payer,
    currency,
    tiers: given.tiers.map((one, index) => ({
      upToMinor: minor(one.up_to, `tiers.${index}.up_to`),
      basisPoints: one.basis_points,
    })),
    minimumMinor: minor(given.minimum, 'minimum'),
    maximumMinor: minor(given.maximum, 'maximum'),
    startsAt: given.starts_at,
  };
}

function present(row: FeeRuleRow) {
  return {
    id: row.id,
    contract_kind: row.contractKind,
    payer: row.payer,
    currency: row.currency,
    ...presentRule(row, row.currency ?? 'XXX'),
    starts_at: time(row.startsAt),
    ends_at: timeOrNull(row.endsAt),
    state: row.state,
  };
}
