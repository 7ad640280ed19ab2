/** One answer as the review shows it, and the one behind it. Server only. */
import { may } from '#domain/accounts/permission.ts';
import {
  REVIEW_STATES,
  type ReviewRow,
  reviewList,
  reviewOne,
} from '#domain/assignments/queries/review-list.ts';
import { isId } from '#domain/kernel/ids.ts';
import { encodeOrderCursor } from '#domain/kernel/order-cursor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { BatchRow } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { feeShare } from '../batch-words.ts';
import { orderedBatch } from '../batches/batch-data.ts';
import { sightOf } from '../order/rows-data.ts';
import { askedIn, questionOf } from './review-question.ts';

type Context = Parameters<typeof signedIn>[0];
export type AnswerData = Awaited<ReturnType<typeof loadAnswer>>;

const MOST_OTHERS = 20;

export async function loadAnswer(context: Context, params: { id: string; answerId: string }) {
  const { readDb, actor, request } = signedIn(context);
  const batch = await orderedBatch(context, params.id);
  const row = await findAnswer(context, batch, params.answerId);
  const { search } = new URL(request.url);
  const same = { states: REVIEW_STATES, taskId: row.taskId, limit: MOST_OTHERS };
  const others = (await reviewList(readDb, batch, same)).rows.filter(({ id }) => id !== row.id);
  return {
    batch,
    row,
    others,
    sight: sightOf(context, batch, { id: row.taskId, input: row.input }),
    share: feeShare(batch.feeRule, batch.currency),
    ...{ search, next: await nextOf(context, batch, row) },
    mayAccept: may(actor, 'accept'),
    mayPost: may(actor, 'post'),
  };
}

export async function findAnswer(
  context: Context,
  batch: BatchRow,
  answerId: string,
): Promise<ReviewRow> {
  const { readDb } = signedIn(context);
  const row = isId(answerId) ? await reviewOne(readDb, batch, answerId) : undefined;
  return row ?? refuse('not_found', { thing: 'assignment' });
}

/** The address of the answer behind this one, as the address of this one asks; or of the list. */
export async function nextOf(context: Context, batch: BatchRow, row: ReviewRow): Promise<string> {
  const { readDb, request } = signedIn(context);
  const url = new URL(request.url);
  const base = `/tasks/batches/${batch.id}/review`;
  const question = await questionOf(readDb, batch, { ...askedIn(url), cursor: '' });
  if (question === null) return base;
  // As PostgreSQL writes it; submissions are kept to the millisecond.
  const value = row.submittedAt.toISOString().replace('T', ' ').replace('Z', '+00');
  const cursor = encodeOrderCursor({ order: 'submitted', value, id: row.id });
  const { rows } = await reviewList(readDb, batch, { ...question, cursor, limit: 1 });
  const [next] = rows;
  return next === undefined ? base : `${base}/${next.id}${url.search}`;
}
