import { z } from '@hono/zod-openapi';
import { type Criterion, rankOffers, USUAL_WEIGHTS } from '#domain/projects/best-value.ts';
import { markProposal } from '#domain/projects/commands/mark-proposal.ts';
import { MARK_LIMITS, NO_MARK } from '#domain/projects/mark.ts';
import {
  type ComparedProposal,
  type Comparison,
  comparison,
  offerOf,
} from '#domain/projects/queries/comparison.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, FREELANCER, IDS, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { moneyJson, moneyOrNull, time } from '../present.ts';
import { eventRef, extended, id, instant, money, orNull, partyRef, text } from '../schema.ts';
import { proposalState } from './proposal-view.ts';

const points = z.number().min(0).max(100);
const rate = z.number().min(0).max(1);
const stars = z.number().min(1).max(5);
const weight = z.coerce.number().min(0).max(100);
const each = z.strictObject({ price: points, time: points, quality: points });

const markView = z
  .strictObject({ shortlisted: z.boolean(), hidden: z.boolean(), note: z.string() })
  .openapi('ProposalMark');

const fitView = z
  .strictObject({
    place: z.int().openapi({ description: '1 is best; equal fits share a place.' }),
    fit: points.openapi({ description: 'The sum of the parts.' }),
    fit_high: points.openapi({ description: 'With the quality at the high end of its interval.' }),
    points: each,
    parts: each.openapi({ description: 'Points × the share of the weight.' }),
  })
  .openapi('Fit');

const compared = z
  .strictObject({
    id,
    freelancer: partyRef,
    state: proposalState,
    price: money,
    you_pay: money.openapi({ description: 'The price with the fee of the client on top.' }),
    they_receive: money.openapi({ description: 'The price less the fee of the freelancer.' }),
    hourly_rate: orNull(money),
    estimated_hours: z.int().nullable(),
    delivery_days: z.int(),
    quality: z.strictObject({
      score: stars.nullable(),
      low: stars.openapi({
        description: 'Where nothing is counted yet, what everybody begins with.',
      }),
      high: stars,
      contracts: z.int(),
    }),
    on_time: rate.nullable(),
    response_hours: z.number().nullable(),
    in_category: z
      .int()
      .openapi({ description: 'Ended contracts in the category of the project.' }),
    shore: z.enum(['onshore', 'nearshore', 'offshore']).nullable(),
    sent_at: instant,
    mark: markView,
    fit: orNull(fitView).openapi({ description: 'Null for a hidden one, which does not count.' }),
  })
  .openapi('ComparedProposal');

const verdict = z
  .strictObject({
    says: z.enum(['none', 'alone', 'lead', 'equal']).openapi({
      description: 'lead: the first stays first wherever in their intervals the qualities lie.',
    }),
    first_id: id.nullable(),
    ahead: points.nullable().openapi({ description: 'Points before the second.' }),
    equal_ids: z.array(id).openapi({ description: 'Those that may be as good as the first.' }),
  })
  .openapi('Verdict');

const view = z
  .strictObject({
    weights: z.strictObject({ price: rate, time: rate, quality: rate }),
    verdict,
    items: z.array(compared),
  })
  .openapi('Comparison');

const fitExample = {
  place: 1,
  fit: 86.628,
  fit_high: 88.628,
  points: { price: 91.428, time: 64.285, quality: 93 },
  parts: { price: 36.571, time: 12.857, quality: 37.2 },
};

const example = {
  weights: { price: 0.4, time: 0.2, quality: 0.4 },
  verdict: { says: 'alone' as const, first_id: IDS.proposal, ahead: null, equal_ids: [] },
  items: [
    {
      id: IDS.proposal,
      freelancer: FREELANCER,
      state: 'sent' as const,
      price: usd('560.00'),
      you_pay: usd('560.00'),
      they_receive: usd('504.00'),
      hourly_rate: usd('10.00'),
      estimated_hours: 56,
      delivery_days: 14,
      quality: { score: 4.84, low: 4.72, high: 4.92, contracts: 118 },
      on_time: 0.96,
      response_hours: 5,
      in_category: 12,
      shore: 'nearshore' as const,
      sent_at: AT,
      mark: { shortlisted: true, hidden: false, note: '' },
      fit: fitExample,
    },
  ],
};

const marked = extended(markView, { proposal_id: id, event: orNull(eventRef) }).openapi(
  'ProposalMarked',
);

export const comparisonOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/projects/{projectId}/comparison',
    id: 'compareProposals',
    tag: 'Projects',
    summary: 'All proposals of a project ranked by best value, for its client',
    description:
      'The fit is the mean of three points of 0 to 100, by these weights: cheapest ÷ price, fastest ÷ days, and the low end of the quality interval. Only the proportions of the weights count.',
    scope: 'read',
    params: { projectId: id },
    query: {
      price: weight.default(USUAL_WEIGHTS.price),
      time: weight.default(USUAL_WEIGHTS.time),
      quality: weight.default(USUAL_WEIGHTS.quality),
    },
    answer: { schema: view, example },
    async handle({ db, actor, params, query, now }) {
      const found = await comparison(db, actor, { projectId: params.projectId, now });
      return { body: present(found, query) };
    },
  }),
  operation({
    method: 'put',
    path: '/proposals/{proposalId}/mark',
    id: 'markProposal',
    tag: 'Projects',
    summary: 'Shortlist, hide or note a proposal; its author never sees it',
    scope: 'work',
    params: { proposalId: id },
    body: {
      schema: z.strictObject({
        shortlisted: z.boolean().default(false),
        hidden: z.boolean().default(false),
        note: text(MARK_LIMITS.noteChars).default(''),
      }),
      example: { shortlisted: true, hidden: false, note: 'Ask for a sketch.' },
    },
    answer: {
      schema: marked,
      example: {
        ...NO_MARK,
        shortlisted: true,
        note: 'Ask for a sketch.',
        proposal_id: IDS.proposal,
        event: eventExample(IDS.project, 9),
      },
    },
    async handle(call) {
      const { proposalId } = call.params;
      const done = await call.act(markProposal, { proposalId, ...call.body }, proposalId);
      const event = done.seq === null ? null : await eventOf(call, done.projectId, done.seq);
      return { body: { ...done.mark, proposal_id: proposalId, event } };
    },
  }),
];

type Weighing = { price: number; time: number; quality: number };

function present({ project, proposals }: Comparison, weights: Weighing) {
  const offers = proposals.filter((one) => !one.mark.hidden).map(offerOf);
  const { shares, fits, verdict: said } = rankOffers(offers, weights);
  const fitOf = new Map(fits.map((fit) => [fit.id, fit]));
  const place = (one: ComparedProposal) => fitOf.get(one.id)?.place ?? proposals.length + 1;
  const items = [...proposals]
    .sort((a, b) => place(a) - place(b))
    .map((one) => presentOne(one, project.currency, fitOf.get(one.id)));
  return {
    weights: { ...shares },
    verdict: {
      says: said.says,
      first_id: 'firstId' in said ? said.firstId : null,
      ahead: 'ahead' in said ? said.ahead : null,
      equal_ids: 'withIds' in said ? said.withIds : [],
    },
    items,
  };
}

function presentOne(
  one: ComparedProposal,
  currency: string,
  fit: ReturnType<typeof rankOffers>['fits'][number] | undefined,
) {
  const { record, fees } = one;
  return {
    id: one.id,
    freelancer: { id: one.freelancerId, name: one.name, country: one.country },
    state: one.state,
    price: moneyJson(one.priceMinor, currency),
    you_pay: moneyJson(fees.clientPaysMinor, currency),
    they_receive: moneyJson(fees.freelancerReceivesMinor, currency),
    hourly_rate: moneyOrNull(one.hourlyRateMinor, currency),
    estimated_hours: one.estimatedHours,
    delivery_days: one.deliveryDays,
    quality: {
      score: record.score,
      low: record.low,
      high: record.high,
      contracts: record.contracts,
    },
    on_time: record.onTime,
    response_hours: record.responseHours,
    in_category: one.inCategory,
    shore: one.shore,
    sent_at: time(one.sentAt),
    mark: one.mark,
    fit: fit === undefined ? null : presentFit(fit),
  };
}

function presentFit(fit: ReturnType<typeof rankOffers>['fits'][number]) {
  const bounded = (of: number) => Math.min(100, Math.max(0, of));
  const all = (of: Readonly<Record<Criterion, number>>) => ({
    price: bounded(of.price),
    time: bounded(of.time),
    quality: bounded(of.quality),
  });
  return {
    place: fit.place,
    fit: bounded(fit.fit),
    fit_high: bounded(fit.fitHigh),
    points: all(fit.points),
    parts: all(fit.parts),
  };
}
