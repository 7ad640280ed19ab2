import { partyProfile } from '#domain/accounts/queries/party-profile.ts';
import { feedbackAbout } from '#domain/reputation/queries/feedback.ts';
import { feedbackExample, feedbackView, presentFeedback } from '../contracts/feedback-view.ts';
import { LATER } from '../examples.ts';
import { type Operation, openOperation } from '../operation.ts';
import { id, page, paging } from '../schema.ts';

export const feedbackAboutOperations: Operation[] = [
  openOperation({
    method: 'get',
    path: '/parties/{partyId}/feedback',
    id: 'listFeedbackAbout',
    tag: 'Reputation',
    summary: 'Revealed feedback about a party with its replies, newest first',
    params: { partyId: id },
    query: paging,
    answer: {
      schema: page(feedbackView),
      example: {
        items: [
          {
            ...feedbackExample,
            revealed_at: LATER,
            reply: { text: 'A pleasure. The third view was yours.', at: LATER },
          },
        ],
        next_cursor: null,
      },
    },
    async handle({ db, params, query }) {
      await partyProfile(db, params.partyId);
      const { rows, next } = await feedbackAbout(db, params.partyId, query);
      return { body: { items: rows.map(presentFeedback), next_cursor: next } };
    },
  }),
];
