import { z } from '@hono/zod-openapi';
import { refuse } from '#domain/kernel/refusal.ts';
import { blockWorker, unblockWorker } from '#domain/qualifications/commands/block-worker.ts';
import { QUALIFICATION_LIMITS } from '#domain/qualifications/qualification.ts';
import { type BlockRow, workerBlocks } from '#domain/qualifications/queries/worker-blocks.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, eventExample, FREELANCER, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time, timeCursor } from '../present.ts';
import { eventRef, extended, id, instant, page, paging, partyRef, text } from '../schema.ts';

const blockView = z
  .strictObject({
    worker: partyRef,
    reason: z.string().openapi({ description: 'Yours only: the worker does not read it.' }),
    blocked_by: z.string(),
    blocked_at: instant,
  })
  .openapi('WorkerBlock');

const example = {
  worker: FREELANCER,
  reason: 'Copied answers of others.',
  blocked_by: 'Mara Oduya',
  blocked_at: AT,
};

export const blockOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/blocks',
    id: 'listBlocks',
    tag: 'Qualifications',
    summary: 'Workers whose work your party does not take',
    scope: 'read',
    query: paging,
    answer: { schema: page(blockView), example: { items: [example], next_cursor: null } },
    async handle({ db, actor, query }) {
      const { cursor, limit } = query;
      const found = await workerBlocks(db, actor, { before: timeCursor(cursor), limit });
      return { body: { items: found.rows.map(present), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/blocks',
    id: 'blockWorker',
    tag: 'Qualifications',
    summary: 'Take no more work of a worker; what was handed in is decided as usual',
    scope: 'work',
    body: {
      schema: z.strictObject({
        worker_id: id,
        reason: text(QUALIFICATION_LIMITS.blockReasonChars, 1),
      }),
      example: { worker_id: IDS.freelancer, reason: example.reason },
    },
    answer: {
      status: 201,
      schema: extended(blockView, { event: eventRef }).openapi('WorkerBlocked'),
      example: { ...example, event: eventExample(IDS.client, 47) },
    },
    refuses: ['already_done', 'input_invalid'],
    async handle(call) {
      const { worker_id: workerId, reason } = call.body;
      const { partyId } = call.actor;
      const { seq } = await call.act(blockWorker, { workerId, reason }, partyId);
      const { rows } = await workerBlocks(call.db, call.sight, { workerId, limit: 1 });
      const [block] = rows;
      if (block === undefined) return refuse('not_found', { thing: 'block' });
      const event = await eventOf(call, partyId, seq);
      return { body: { ...present(block), event }, location: '/blocks' };
    },
  }),
  operation({
    method: 'delete',
    path: '/blocks/{workerId}',
    id: 'unblockWorker',
    tag: 'Qualifications',
    summary: 'Take work of a worker again',
    scope: 'work',
    params: { workerId: id.openapi({ example: IDS.freelancer }) },
    answer: {
      schema: z.strictObject({ worker_id: id, event: eventRef }).openapi('WorkerUnblocked'),
      example: { worker_id: IDS.freelancer, event: eventExample(IDS.client, 48) },
    },
    async handle(call) {
      const { workerId } = call.params;
      const { partyId } = call.actor;
      const { seq } = await call.act(unblockWorker, { workerId }, partyId);
      return { body: { worker_id: workerId, event: await eventOf(call, partyId, seq) } };
    },
  }),
];

function present(row: BlockRow) {
  return {
    worker: { id: row.workerId, name: row.workerName, country: row.workerCountry },
    reason: row.reason,
    blocked_by: row.blockerName,
    blocked_at: time(row.blockedAt),
  };
}
