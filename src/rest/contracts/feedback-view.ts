import { z } from '@hono/zod-openapi';
import type { FeedbackRow } from '#domain/reputation/queries/feedback.ts';
import { AT, CLIENT, IDS } from '../examples.ts';
import { time, timeOrNull } from '../present.ts';
import { id, instant, orNull } from '../schema.ts';

const reply = z.strictObject({ text: z.string(), at: instant }).openapi('FeedbackReply');

export const feedbackView = z
  .strictObject({
    id,
    contract_id: id,
    contract_title: z.string(),
    from: z.strictObject({ id, name: z.string() }),
    about_id: id,
    stars: z.int(),
    comment: z.string(),
    given_at: instant,
    revealed_at: instant.nullable(),
    reply: orNull(reply).openapi({
      description: 'What the party that it is about answered in public, once.',
    }),
  })
  .openapi('Feedback');

export const feedbackExample = {
  id: IDS.feedback,
  contract_id: IDS.contract,
  contract_title: 'Six street views of a lighthouse visitor centre',
  from: { id: CLIENT.id, name: CLIENT.name },
  about_id: IDS.freelancer,
  stars: 5,
  comment: 'On time, and better than we had imagined.',
  given_at: AT,
  revealed_at: null,
  reply: null,
};

export function presentFeedback(row: FeedbackRow) {
  return {
    id: row.id,
    contract_id: row.contractId,
    contract_title: row.contractTitle,
    from: { id: row.fromParty, name: row.fromName },
    about_id: row.aboutParty,
    stars: row.stars,
    comment: row.comment,
    given_at: time(row.givenAt),
    revealed_at: timeOrNull(row.revealedAt),
    reply: row.reply === null ? null : { text: row.reply.text, at: time(row.reply.at) },
  };
}
