/** The refusals of projects and contracts, as the one table of this door says them. */
import { formatMoney } from '#domain/kernel/money.ts';
import type { RefusalData } from '#domain/kernel/refusal.ts';

export const CONTRACT_PROBLEMS = {
  own_project: {
    status: 409,
    title: 'The project is your own side',
    detail: 'A client and its own people cannot propose on its project or be invited to it.',
  },
  not_invited: {
    status: 403,
    title: 'Only invited freelancers may propose',
    detail: 'The client chose who may offer on this project.',
  },
  project_has_proposals: {
    status: 409,
    title: 'The project has proposals',
    detail:
      'Freelancers have answered this text, so it stays. Close it and post it anew to change it.',
  },
  proposal_exists: {
    status: 409,
    title: 'One proposal a project',
    detail:
      'A proposal stands here. Its author changes it with PUT /api/v1/proposals/{proposalId}.',
  },
  proposals_full: {
    status: 409,
    title: 'The project takes no more proposals',
    detail: (data: RefusalData) =>
      `The project has ${data.limit} proposals, the most that one takes.`,
  },
  milestones_must_sum: {
    status: 422,
    title: 'The milestones do not make the price',
    detail: 'The amounts of all milestones must sum to the price exactly.',
  },
  terms_changed: {
    status: 409,
    title: 'The terms have changed',
    detail: (data: RefusalData) =>
      data.totalMinor === undefined
        ? 'The proposal has another version than the one you named. Read it again before you award.'
        : `It costs ${totalOf(data)} now. Send that total if you agree.`,
  },
  contract_not_active: {
    status: 409,
    title: 'The contract is not active',
    detail: (data: RefusalData) => `The contract is "${data.state}", so nothing in it can move.`,
  },
  escrow_unanswered: {
    status: 409,
    title: 'Money is still in escrow',
    detail:
      'Say for every escrowed milestone who gets what: POST /api/v1/contracts/{contractId}/endings with one line each.',
  },
  deliveries_unanswered: {
    status: 409,
    title: 'Too many deliveries wait for an answer',
    detail: (data: RefusalData) =>
      `${data.limit} deliveries of this milestone wait. The client answers before the next one.`,
  },
  split_must_sum: {
    status: 422,
    title: 'The split does not make the amount',
    detail: 'The two parts of each line must sum to what the milestone holds, its fee aside.',
  },
  change_pending: {
    status: 409,
    title: 'A change waits for an answer',
    detail: (data: RefusalData) =>
      data.thing === 'batch'
        ? 'The batch is being extended. Try again when its extending is false.'
        : 'Answer the open change, or withdraw it, first.',
  },
  ending_pending: {
    status: 409,
    title: 'An ending waits for an answer',
    detail: 'Answer the open proposal to end, or withdraw it, first.',
  },
  feedback_given: {
    status: 409,
    title: 'Feedback was given',
    detail: 'Each side rates a contract once.',
  },
  feedback_closed: {
    status: 409,
    title: 'Too late for feedback',
    detail: 'The days for feedback on this contract are over.',
  },
} as const;

function totalOf({ totalMinor, currency }: RefusalData): string {
  return formatMoney({ amountMinor: BigInt(String(totalMinor)), currency: String(currency) });
}
