import { z } from '@hono/zod-openapi';
import { committedValue } from '#domain/contracts/queries/lifetime-value.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { previewFees } from '#domain/ledger/fee.ts';
import { feeRulesAt } from '#domain/ledger/queries/fee-rules.ts';
import { findProject } from '#domain/projects/queries/find-project.ts';
import { IDS, usd } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { minorOf, moneyJson } from '../present.ts';
import { pricing } from '../projects/project-view.ts';
import { currency, id, money, text } from '../schema.ts';
import { feeRules, feeRulesExample, presentRules } from './fee-view.ts';

const preview = z
  .strictObject({
    client_pays: money,
    client_fee: money,
    amount: money,
    freelancer_fee: money,
    freelancer_receives: money,
    rules: feeRules,
  })
  .openapi('FeePreview');

export const feeOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/fee-rules',
    id: 'getFeeRules',
    tag: 'Money',
    summary: 'The fee rules that an offer made now would keep',
    query: { pricing: pricing.default('fixed'), currency },
    answer: { schema: feeRules, example: feeRulesExample },
    async handle({ db, query, now }) {
      const { pricing, currency } = query;
      const rules = await feeRulesAt(db, { contractKind: pricing, currency, at: now });
      return { body: presentRules(rules, currency) };
    },
  }),
  operation({
    method: 'get',
    path: '/fee-preview',
    id: 'previewFees',
    tag: 'Money',
    summary: 'What each side pays and receives for a list of payments',
    scope: 'read',
    query: {
      pricing: pricing.default('fixed'),
      currency,
      amounts: text(600, 1)
        .regex(/^\d{1,15}(\.\d{1,4})?(,\d{1,15}(\.\d{1,4})?){0,19}$/, 'must be 1 to 20 amounts')
        .openapi({
          description: 'One for each milestone, comma between.',
          example: '600.00,1000.00',
        }),
      project_id: id.optional().openapi({
        description:
          'Counts what you and the client of this project paid, or have in escrow, already.',
        example: IDS.project,
      }),
    },
    answer: {
      schema: preview,
      example: {
        client_pays: usd('1600.00'),
        client_fee: usd('0.00'),
        amount: usd('1600.00'),
        freelancer_fee: usd('160.00'),
        freelancer_receives: usd('1440.00'),
        rules: feeRulesExample,
      },
    },
    refuses: ['amount_invalid'],
    async handle({ db, actor, query, now }) {
      const { pricing, currency, amounts, project_id: projectId } = query;
      const payments = amounts.split(',').map((amount) => minorOf({ amount, currency }, 'amounts'));
      if (payments.some((amountMinor) => amountMinor === 0n)) {
        refuse('amount_invalid', { currency }, 'amounts');
      }
      const rules = await feeRulesAt(db, { contractKind: pricing, currency, at: now });
      let lifetimeMinor = 0n;
      if (projectId !== undefined) {
        const { clientId } = await findProject(db, actor, projectId);
        const pair = { clientId, freelancerId: actor.partyId, currency };
        lifetimeMinor = await committedValue(db, pair);
      }
      const sums = previewFees(rules, payments, lifetimeMinor);
      return {
        body: {
          client_pays: moneyJson(sums.clientPaysMinor, currency),
          client_fee: moneyJson(sums.clientFeeMinor, currency),
          amount: moneyJson(sums.amountMinor, currency),
          freelancer_fee: moneyJson(sums.freelancerFeeMinor, currency),
          freelancer_receives: moneyJson(sums.freelancerReceivesMinor, currency),
          rules: presentRules(rules, currency),
        },
      };
    },
  }),
];
