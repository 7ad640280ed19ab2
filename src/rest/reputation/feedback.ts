import { z } from '@hono/zod-openapi';
import { partyProfile } from '#domain/accounts/queries/party-profile.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { replyToFeedback } from '#domain/reputation/commands/reply-to-feedback.ts';
import { feedbackAbout, feedbackById } from '#domain/reputation/queries/feedback.ts';
import { feedbackExample, feedbackView, presentFeedback } from '../contracts/feedback-view.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { eventExample, IDS, LATER } from '../examples.ts';
import { type Operation, openOperation, operation } from '../operation.ts';
import { eventRef, extended, id, page, paging, text } from '../schema.ts';
import { scoreSide } from './scores.ts';

const replied = {
  ...feedbackExample,
  revealed_at: LATER,
  reply: { text: 'A pleasure. The third view was yours.', at: LATER },
};

export const feedbackAboutOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/parties/{partyId}/feedback',
    id: 'listFeedbackAbout',
    tag: 'Reputation',
    summary: 'Revealed feedback about a party with its replies, newest first',
    params: { partyId: id },
    query: {
      ...paging,
      side: scoreSide.optional().openapi({
        description: 'As what the party was rated; without it both.',
      }),
    },
    answer: {
      schema: page(feedbackView),
      example: {
        items: [replied],
        next_cursor: null,
      },
    },
    async handle({ db, params, query }) {
      await partyProfile(db, params.partyId);
      const { rows, next } = await feedbackAbout(db, params.partyId, query);
      return { body: { items: rows.map(presentFeedback), next_cursor: next } };
    },
  }),
  operation({
    method: 'post',
    path: '/feedback/{feedbackId}/reply',
    id: 'replyToFeedback',
    tag: 'Reputation',
    summary: 'Answer feedback about your party in public: once, and it cannot be changed',
    scope: 'work',
    params: { feedbackId: id },
    body: {
      schema: z.strictObject({ text: text(2_000, 1) }),
      example: { text: 'A pleasure. The third view was yours.' },
    },
    answer: {
      status: 201,
      schema: extended(feedbackView, { event: eventRef }).openapi('FeedbackReplied'),
      example: { ...replied, event: eventExample(IDS.contract, 11) },
    },
    refuses: ['already_done'],
    async handle(call) {
      const { feedbackId } = call.params;
      const done = await call.act(replyToFeedback, { feedbackId, ...call.body }, feedbackId);
      const row = await feedbackById(call.db, feedbackId);
      if (row === undefined) return refuse('not_found', { thing: 'feedback' });
      const event = await eventOf(call, done.contractId, done.seq);
      return { body: { ...presentFeedback(row), event } };
    },
  }),
];
