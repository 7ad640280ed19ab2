import { z } from '@hono/zod-openapi';
import { contractPage } from '#domain/contracts/queries/contract-page.ts';
import { giveFeedback } from '#domain/reputation/commands/give-feedback.ts';
import { feedbackOfContract } from '#domain/reputation/queries/feedback.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { eventRef, extended, id, list, text } from '../schema.ts';
import { feedbackExample, feedbackView, presentFeedback } from './feedback-view.ts';

export const feedbackOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/contracts/{contractId}/feedback',
    id: 'listContractFeedback',
    tag: 'Contracts',
    summary: 'What both sides said: your own at once, the other once it is revealed',
    scope: 'read',
    params: { contractId: id },
    answer: { schema: list(feedbackView), example: { items: [feedbackExample] } },
    async handle({ db, actor, params }) {
      await contractPage(db, actor, params.contractId);
      const rows = await feedbackOfContract(db, params.contractId, actor.partyId);
      return { body: { items: rows.map(presentFeedback) } };
    },
  }),
  operation({
    method: 'post',
    path: '/contracts/{contractId}/feedback',
    id: 'giveFeedback',
    tag: 'Contracts',
    summary: 'Rate the other side of an ended contract, once; double blind',
    scope: 'work',
    params: { contractId: id },
    body: {
      schema: z.strictObject({ stars: z.int().min(1).max(5), comment: text(2_000).default('') }),
      example: { stars: 5, comment: 'On time, and better than we had imagined.' },
    },
    answer: {
      status: 201,
      schema: extended(feedbackView, { event: eventRef }).openapi('FeedbackActed'),
      example: { ...feedbackExample, event: eventExample(IDS.contract, 9) },
    },
    refuses: ['wrong_state', 'feedback_given', 'feedback_closed'],
    async handle(call) {
      const { contractId } = call.params;
      const done = await call.act(giveFeedback, { contractId, ...call.body }, contractId);
      const rows = await feedbackOfContract(call.db, contractId, call.actor.partyId);
      const own = rows.find((row) => row.id === done.feedbackId);
      if (own === undefined) throw new Error('The feedback was just written');
      return {
        body: { ...presentFeedback(own), event: await eventOf(call, contractId, done.seq) },
        location: `/contracts/${contractId}/feedback`,
      };
    },
  }),
];
