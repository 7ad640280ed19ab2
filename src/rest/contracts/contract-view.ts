/** A contract and its milestones as answers show them. */
import { z } from '@hono/zod-openapi';
import type { ContractPage } from '#domain/contracts/queries/contract-page.ts';
import type { ContractRow } from '#domain/contracts/queries/contracts-of-party.ts';
import { AT, CLIENT, eventExample, FREELANCER, IDS, LATER, usd } from '../examples.ts';
import { feeRules, feeRulesExample, presentRules } from '../money/fee-view.ts';
import { moneyJson, moneyOrNull, time, timeOrNull } from '../present.ts';
import { pricing } from '../projects/project-view.ts';
import { eventRef, extended, id, instant, money, orNull, partyRef } from '../schema.ts';
import { changeView, endingView, presentChange, presentEnding } from './change-view.ts';
import { milestoneExample, milestoneView, presentMilestone } from './milestone-view.ts';

export const contractState = z.enum([
  'offered',
  'active',
  'ended',
  'declined',
  'lapsed',
  'withdrawn',
]);

export const contractCard = z
  .strictObject({
    id,
    title: z.string(),
    state: contractState,
    pricing,
    price: money,
    side: z.enum(['client', 'freelancer']),
    other: partyRef.omit({ country: true }),
    offered_at: instant,
    offer_expires_at: instant,
    ended_at: instant.nullable(),
    in_escrow: money,
    paid: money.openapi({ description: 'So far, before fees.' }),
    accept_by: instant.nullable(),
  })
  .openapi('ContractCard');

export const contractView = z
  .strictObject({
    id,
    project_id: id,
    proposal_id: id,
    title: z.string(),
    state: contractState,
    pricing,
    currency: z.string(),
    price: money,
    hourly_rate: orNull(money),
    weekly_limit_hours: z.int().nullable(),
    delivery_days: z.int(),
    client: partyRef,
    freelancer: partyRef,
    side: z
      .enum(['client', 'freelancer'])
      .nullable()
      .openapi({ description: 'Null for operators.' }),
    fee_rules: feeRules,
    acceptance_days: z.int(),
    security_days: z.int(),
    feedback_days: z.int(),
    offered_at: instant,
    offer_expires_at: instant,
    signed_at: instant.nullable(),
    ended_at: instant.nullable(),
    end_reason: z.enum(['completed', 'agreed', 'cancelled']).nullable(),
    paid_between_both: money.openapi({
      description:
        'Paid so far between the two in this currency, where the tiers of the fee stand.',
    }),
    milestones: z.array(milestoneView),
    open_changes: z.array(changeView),
    open_ending: orNull(endingView),
  })
  .openapi('Contract');

export const contractActed = extended(contractView, { event: eventRef }).openapi('ContractActed');

export const contractCardExample = {
  id: IDS.contract,
  title: 'Six street views of a lighthouse visitor centre',
  state: 'active' as const,
  pricing: 'fixed' as const,
  price: usd('1600.00'),
  side: 'client' as const,
  other: { id: FREELANCER.id, name: FREELANCER.name },
  offered_at: AT,
  offer_expires_at: LATER,
  ended_at: null,
  in_escrow: usd('600.00'),
  paid: usd('0.00'),
  accept_by: LATER,
};

export const contractExample = {
  id: IDS.contract,
  project_id: IDS.project,
  proposal_id: IDS.proposal,
  title: contractCardExample.title,
  state: 'active' as const,
  pricing: 'fixed' as const,
  currency: 'USD',
  price: usd('1600.00'),
  hourly_rate: null,
  weekly_limit_hours: null,
  delivery_days: 20,
  client: CLIENT,
  freelancer: FREELANCER,
  side: 'client' as const,
  fee_rules: feeRulesExample,
  acceptance_days: 14,
  security_days: 5,
  feedback_days: 14,
  offered_at: AT,
  offer_expires_at: LATER,
  signed_at: AT,
  ended_at: null,
  end_reason: null,
  paid_between_both: usd('0.00'),
  milestones: [milestoneExample],
  open_changes: [],
  open_ending: null,
};

export const contractActedExample = { ...contractExample, event: eventExample(IDS.contract, 2) };

export function presentContractCard(row: ContractRow) {
  const { currency } = row;
  return {
    id: row.id,
    title: row.title,
    state: row.state,
    pricing: row.pricing,
    price: moneyJson(row.priceMinor, currency),
    side: row.side,
    other: { id: row.otherPartyId, name: row.otherName },
    offered_at: time(row.offeredAt),
    offer_expires_at: time(row.offerExpiresAt),
    ended_at: timeOrNull(row.endedAt),
    in_escrow: moneyJson(row.escrowMinor, currency),
    paid: moneyJson(row.paidMinor, currency),
    accept_by: timeOrNull(row.acceptBy),
  };
}

export function presentContract(page: ContractPage) {
  const { contract } = page;
  const { currency } = contract;
  return {
    id: contract.id,
    project_id: contract.projectId,
    proposal_id: contract.proposalId,
    title: contract.title,
    state: contract.state,
    pricing: contract.pricing,
    currency,
    price: moneyJson(contract.priceMinor, currency),
    hourly_rate: moneyOrNull(contract.hourlyRateMinor, currency),
    weekly_limit_hours: contract.weeklyLimitHours,
    delivery_days: contract.deliveryDays,
    client: { id: contract.clientId, name: page.clientName, country: page.clientCountry },
    freelancer: {
      id: contract.freelancerId,
      name: page.freelancerName,
      country: page.freelancerCountry,
    },
    side: page.side,
    fee_rules: presentRules(contract.feeRules, currency),
    acceptance_days: contract.acceptanceDays,
    security_days: contract.securityDays,
    feedback_days: contract.feedbackDays,
    offered_at: time(contract.offeredAt),
    offer_expires_at: time(contract.offerExpiresAt),
    signed_at: timeOrNull(contract.signedAt),
    ended_at: timeOrNull(contract.endedAt),
    end_reason: contract.endReason,
    paid_between_both: moneyJson(page.lifetimeMinor, currency),
    milestones: page.milestones.map((one) => presentMilestone(one, currency)),
    open_changes: page.changes.map((one) => presentChange(one, currency)),
    open_ending: page.ending === null ? null : presentEnding(page.ending, currency),
  };
}
