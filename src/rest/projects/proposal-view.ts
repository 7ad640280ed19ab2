/** A proposal as requests write it and answers show it. */
import { z } from '@hono/zod-openapi';
import { PROPOSAL_LIMITS, type ProposalTerms } from '#domain/projects/proposal-terms.ts';
import type { ProposalPage } from '#domain/projects/queries/proposal-page.ts';
import { AT, CLIENT, eventExample, FREELANCER, IDS, usd } from '../examples.ts';
import { minorOf, moneyJson, moneyOrNull, time } from '../present.ts';
import {
  count,
  eventRef,
  extended,
  id,
  instant,
  money,
  orNull,
  partyRef,
  text,
} from '../schema.ts';
import { fileExample, fileView, presentFile } from './file-view.ts';
import { fileIds, pricing, projectState } from './project-view.ts';

const limits = PROPOSAL_LIMITS;

export const proposalState = z.enum([
  'sent',
  'withdrawn',
  'offered',
  'accepted',
  'declined',
  'lapsed',
  'not_chosen',
]);

const common = {
  delivery_days: count(limits.deliveryDays).openapi({
    description: 'Days from the start to the last delivery.',
  }),
  cover: text(limits.coverChars, 1),
  file_ids: fileIds.optional(),
};

const milestoneTerms = z
  .strictObject({
    title: text(limits.milestoneTitleChars, 1),
    details: text(limits.milestoneDetailsChars).default(''),
    amount: money,
    due_days: count(limits.deliveryDays),
  })
  .openapi('ProposedMilestone');

export const proposalTerms = z
  .discriminatedUnion('pricing', [
    z.strictObject({
      pricing: z.literal('fixed'),
      price: money,
      milestones: z.array(milestoneTerms).min(1).max(limits.milestones),
      ...common,
    }),
    z.strictObject({
      pricing: z.literal('hourly'),
      hourly_rate: money,
      estimated_hours: count(limits.estimatedHours),
      weekly_limit_hours: count(limits.weeklyHours),
      ...common,
    }),
  ])
  .openapi('ProposalTerms');

export const termsExample = {
  pricing: 'fixed' as const,
  price: usd('1600.00'),
  milestones: [
    { title: 'Clay models', details: '', amount: usd('600.00'), due_days: 7 },
    { title: 'Final views', details: 'Six, 6,000 px wide', amount: usd('1000.00'), due_days: 20 },
  ],
  delivery_days: 20,
  cover: 'I drew the harbour of Constanța last year and can begin on Monday.',
};

export const proposalCard = z
  .strictObject({
    id,
    project_id: id,
    state: proposalState,
    pricing,
    price: money,
    hourly_rate: orNull(money),
    delivery_days: z.int(),
    sent_at: instant,
    changed_at: instant,
    version: z.int(),
  })
  .openapi('ProposalCard');

export const proposalView = extended(proposalCard, {
  title: z.string().openapi({ description: 'Of the project.' }),
  project_state: projectState,
  client: partyRef.omit({ country: true }),
  freelancer: partyRef,
  side: z.enum(['client', 'freelancer']),
  estimated_hours: z.int().nullable(),
  weekly_limit_hours: z.int().nullable(),
  cover: z.string(),
  milestones: z.array(
    z.strictObject({ title: z.string(), details: z.string(), amount: money, due_days: z.int() }),
  ),
  files: z.array(fileView),
  contract_id: id.nullable(),
}).openapi('Proposal');

export const proposalActed = extended(proposalView, { event: eventRef }).openapi('ProposalActed');

export const proposalCardExample = {
  id: IDS.proposal,
  project_id: IDS.project,
  state: 'sent' as const,
  pricing: 'fixed' as const,
  price: usd('1600.00'),
  hourly_rate: null,
  delivery_days: 20,
  sent_at: AT,
  changed_at: AT,
  version: 1,
};

export const proposalExample = {
  ...proposalCardExample,
  title: 'Six street views of a lighthouse visitor centre',
  project_state: 'open' as const,
  client: { id: CLIENT.id, name: CLIENT.name },
  freelancer: FREELANCER,
  side: 'freelancer' as const,
  estimated_hours: null,
  weekly_limit_hours: null,
  cover: termsExample.cover,
  milestones: termsExample.milestones,
  files: [fileExample],
  contract_id: null,
};

export const proposalActedExample = { ...proposalExample, event: eventExample(IDS.project, 3) };

/** The terms in minor units. Refuses `currency_mismatch` for another one than the project's. */
export function readTerms(given: z.output<typeof proposalTerms>, currency: string): ProposalTerms {
  const { delivery_days: deliveryDays, cover } = given;
  if (given.pricing === 'hourly') {
    return {
      pricing: 'hourly',
      hourlyRateMinor: minorOf(given.hourly_rate, 'hourly_rate', currency),
      estimatedHours: given.estimated_hours,
      weeklyLimitHours: given.weekly_limit_hours,
      deliveryDays,
      cover,
    };
  }
  return {
    pricing: 'fixed',
    priceMinor: minorOf(given.price, 'price', currency),
    milestones: given.milestones.map((one, index) => ({
      title: one.title,
      details: one.details,
      amountMinor: minorOf(one.amount, `milestones.${index}.amount`, currency),
      dueDays: one.due_days,
    })),
    deliveryDays,
    cover,
  };
}

type CardRow = Pick<
  ProposalPage['proposal'],
  | 'id'
  | 'projectId'
  | 'state'
  | 'pricing'
  | 'priceMinor'
  | 'hourlyRateMinor'
  | 'deliveryDays'
  | 'sentAt'
  | 'changedAt'
  | 'version'
>;

export function presentProposalCard(row: CardRow, currency: string) {
  return {
    id: row.id,
    project_id: row.projectId,
    state: row.state,
    pricing: row.pricing,
    price: moneyJson(row.priceMinor, currency),
    hourly_rate: moneyOrNull(row.hourlyRateMinor, currency),
    delivery_days: row.deliveryDays,
    sent_at: time(row.sentAt),
    changed_at: time(row.changedAt),
    version: row.version,
  };
}

export function presentProposal({ proposal, side, files, contract }: ProposalPage) {
  const { currency } = proposal;
  return {
    ...presentProposalCard(proposal, currency),
    title: proposal.title,
    project_state: proposal.projectState,
    client: { id: proposal.clientId, name: proposal.clientName },
    freelancer: {
      id: proposal.freelancerId,
      name: proposal.freelancerName,
      country: proposal.freelancerCountry,
    },
    side,
    estimated_hours: proposal.estimatedHours,
    weekly_limit_hours: proposal.weeklyLimitHours,
    cover: proposal.cover,
    milestones: proposal.milestones.map((one) => ({
      title: one.title,
      details: one.details,
      amount: moneyJson(one.amountMinor, currency),
      due_days: one.dueDays,
    })),
    files: files.map(presentFile),
    contract_id: contract?.id ?? null,
  };
}
