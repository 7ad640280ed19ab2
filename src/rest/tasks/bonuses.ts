/** More money, and words, for workers. */
import { z } from '@hono/zod-openapi';
import { workId } from '#domain/assignments/assignment.ts';
import { DECIDED_AT_ONCE } from '#domain/assignments/commands/approve-assignments.ts';
import {
  type GivenBonus,
  giveBonus,
  giveBonuses,
} from '#domain/assignments/commands/give-bonus.ts';
import { MESSAGE_LIMITS, messageWorker } from '#domain/assignments/commands/message-worker.ts';
import {
  type AssignmentSight,
  assignmentPage,
} from '#domain/assignments/queries/assignment-page.ts';
import {
  type BonusRow,
  batchBonuses,
  bonusesOf,
} from '#domain/assignments/queries/batch-bonuses.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, IDS, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { minorOf, moneyJson, time } from '../present.ts';
import { eventRef, extended, id, instant, list, money, page, paging, text } from '../schema.ts';

const params = { assignmentId: id.openapi({ example: IDS.delivery }) };
const batchParams = { batchId: id.openapi({ example: IDS.project }) };
const bonusIn = {
  amount: money.openapi({ description: 'The fee comes on top.' }),
  reason: text(4_000, 1).openapi({ description: 'The worker reads it.' }),
};

const bonusView = z
  .strictObject({
    id,
    assignment_id: id,
    worker_id: id,
    amount: money,
    fee: money,
    reason: z.string(),
    given_at: instant,
  })
  .openapi('Bonus');
const bonusActed = extended(bonusView, { event: eventRef }).openapi('BonusActed');

const example = {
  id: IDS.request,
  assignment_id: IDS.delivery,
  worker_id: IDS.freelancer,
  amount: usd('0.50'),
  fee: usd('0.10'),
  reason: 'The fastest of all.',
  given_at: AT,
};
const actedExample = { ...example, event: eventExample(IDS.contract, 5) };
const given = { amount: usd('0.50'), reason: example.reason };

const BONUS_REFUSED = [
  ...(['bonus_closed', 'insufficient_funds', 'budget_exceeded'] as const),
  ...(['amount_invalid', 'currency_mismatch', 'input_invalid'] as const),
];

export const bonusOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/assignments/{assignmentId}/bonuses',
    id: 'giveBonus',
    tag: 'Tasks',
    summary: 'Pay the worker more for an answer, out of your wallet',
    scope: 'money',
    keyRequired: true,
    params,
    body: { schema: z.strictObject(bonusIn), example: given },
    answer: { status: 201, schema: bonusActed, example: actedExample },
    refuses: BONUS_REFUSED,
    async handle(call) {
      const { assignmentId } = call.params;
      const { batchId, currency } = await asClient(call, assignmentId);
      const { amount, reason } = call.body;
      const input = { assignmentId, amountMinor: minorOf(amount, 'amount', currency), reason };
      const done = await call.act(giveBonus, input, assignmentId);
      const [body] = await presentGiven(call.db, { batchId, currency, given: [done] });
      if (body === undefined) throw new Error('A bonus that was given is there');
      return { body, location: `/batches/${batchId}/bonuses` };
    },
  }),
  operation({
    method: 'post',
    path: '/batches/{batchId}/bonuses',
    id: 'giveBonuses',
    tag: 'Tasks',
    summary: `Pay up to ${DECIDED_AT_ONCE} bonuses of a batch, all or none`,
    scope: 'money',
    keyRequired: true,
    params: batchParams,
    body: {
      schema: z.strictObject({
        bonuses: z
          .array(z.strictObject({ assignment_id: id, ...bonusIn }))
          .min(1)
          .max(DECIDED_AT_ONCE),
      }),
      example: { bonuses: [{ assignment_id: IDS.delivery, ...given }] },
    },
    answer: { status: 201, schema: list(bonusActed), example: { items: [actedExample] } },
    refuses: BONUS_REFUSED,
    async handle(call) {
      const { batchId } = call.params;
      const { currency } = await findBatch(call.db, call.sight, batchId);
      const bonuses = call.body.bonuses.map(({ assignment_id, amount, reason }, place) => ({
        assignmentId: assignment_id,
        amountMinor: minorOf(amount, `bonuses.${place}.amount`, currency),
        reason,
      }));
      const done = await call.act(giveBonuses, { batchId, bonuses }, batchId);
      const items = await presentGiven(call.db, { batchId, currency, given: done.given });
      return { body: { items }, location: `/batches/${batchId}/bonuses` };
    },
  }),
  operation({
    method: 'get',
    path: '/batches/{batchId}/bonuses',
    id: 'listBonuses',
    tag: 'Tasks',
    summary: 'The bonuses of a batch of yours, newest first',
    scope: 'read',
    params: batchParams,
    query: paging,
    answer: { schema: page(bonusView), example: { items: [example], next_cursor: null } },
    async handle({ db, actor, params: { batchId }, query: { cursor, limit } }) {
      const { currency } = await findBatch(db, actor, batchId);
      const found = await batchBonuses(db, batchId, {
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const items = found.rows.map((row) => present(row, currency));
      return { body: { items, next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/assignments/{assignmentId}/messages',
    id: 'messageWorker',
    tag: 'Tasks',
    summary: 'Write to the worker about its answer; it comes as a notice and a mail',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({
        subject: text(MESSAGE_LIMITS.subjectChars, 1),
        words: text(MESSAGE_LIMITS.wordsChars, 1),
      }),
      example: { subject: 'Your answers', words: 'Please look at the leaves, not at the trunk.' },
    },
    answer: {
      status: 201,
      schema: z.strictObject({ assignment_id: id, event: eventRef }).openapi('WorkerMessaged'),
      example: { assignment_id: IDS.delivery, event: eventExample(IDS.contract, 6) },
    },
    refuses: ['input_invalid'],
    async handle(call) {
      const { assignmentId } = call.params;
      const { batchId, workerId } = await asClient(call, assignmentId);
      const { seq } = await call.act(messageWorker, { assignmentId, ...call.body }, assignmentId);
      const event = await eventOf(call, workId(batchId, workerId), seq);
      return {
        body: { assignment_id: assignmentId, event },
        location: `/assignments/${assignmentId}`,
      };
    },
  }),
];

/** An assignment for its client; to its worker, as to everybody, it is none to act on so. */
async function asClient(
  call: { db: ReadDb; sight: MemberActor },
  assignmentId: string,
): Promise<AssignmentSight> {
  const row = await assignmentPage(call.db, call.sight, assignmentId);
  return row.side === 'client' ? row : refuse('not_found', { thing: 'assignment' });
}

async function presentGiven(
  db: ReadDb,
  { batchId, currency, given: done }: { batchId: string; currency: string; given: GivenBonus[] },
) {
  const rows = await bonusesOf(
    db,
    batchId,
    done.map((one) => one.bonusId),
  );
  const events = new Map(done.map((one) => [one.bonusId, { id: one.eventId, seq: one.seq }]));
  return rows.map((row) => {
    const { id: eventId = '', seq = 0 } = events.get(row.id) ?? {};
    const event = { id: eventId, root_id: workId(batchId, row.workerId), seq };
    return { ...present(row, currency), event };
  });
}

function present(row: BonusRow, currency: string) {
  return {
    id: row.id,
    assignment_id: row.assignmentId,
    worker_id: row.workerId,
    amount: moneyJson(row.amountMinor, currency),
    fee: moneyJson(row.feeMinor, currency),
    reason: row.reason,
    given_at: time(row.givenAt),
  };
}
