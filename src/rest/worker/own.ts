/** What a worker holds, has handed in and has earned. */
import { z } from '@hono/zod-openapi';
import { requireWorkerReader } from '#domain/accounts/permission.ts';
import { profileOf } from '#domain/accounts/queries/profile.ts';
import {
  type WorkerAssignment,
  workerQueue,
  workerSubmissions,
} from '#domain/assignments/queries/worker-assignments.ts';
import { type EarningsSum, workerEarnings } from '#domain/assignments/queries/worker-earnings.ts';
import { CLIENT, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { moneyJson } from '../present.ts';
import { day, id, list, money, page, paging } from '../schema.ts';
import {
  appealState,
  assignmentBase,
  assignmentBaseExample,
  presentBase,
} from '../tasks/assignment-view.ts';

const ownRow = z
  .strictObject({ ...assignmentBase, appeal: appealState.nullable() })
  .openapi('OwnAssignment');
const rowExample = { ...assignmentBaseExample, appeal: null };

const sums = {
  currency: z.string(),
  today: money.openapi({ description: 'Rewards approved since midnight in your time zone.' }),
  pending: money.openapi({ description: 'Rewards of answers that wait for a decision.' }),
  earned: money.openapi({ description: 'Rewards, bonuses and top-ups, ever.' }),
  bonuses: money,
  top_ups: money,
  paid: money.openapi({ description: 'Of what was earned, what is in your wallet, or was.' }),
  waiting: z.int(),
  approved: z.int(),
  rejected: z.int(),
  active_seconds: z.int(),
};

const earnings = z
  .strictObject({
    currencies: z.array(z.strictObject(sums)),
    clients: z.array(z.strictObject({ client: z.strictObject({ id, name: z.string() }), ...sums })),
  })
  .openapi('Earnings');

const sumsExample = {
  currency: 'USD',
  today: usd('4.20'),
  pending: usd('1.15'),
  earned: usd('212.40'),
  bonuses: usd('3.00'),
  top_ups: usd('0.00'),
  paid: usd('212.40'),
  waiting: 23,
  approved: 4_188,
  rejected: 9,
  active_seconds: 61_200,
};

export const ownWorkOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/worker/queue',
    id: 'listQueue',
    tag: 'Work',
    summary: 'The tasks that you hold, the nearest deadline first',
    scope: 'read',
    answer: {
      schema: list(ownRow),
      example: {
        items: [
          {
            ...rowExample,
            state: 'accepted',
            submitted_at: null,
            active_seconds: null,
            versions: 0,
          },
        ],
      },
    },
    async handle({ db, actor }) {
      return { body: { items: (await workerQueue(db, actor)).map(presentOwn) } };
    },
  }),
  operation({
    method: 'get',
    path: '/worker/submissions',
    id: 'listSubmissions',
    tag: 'Work',
    summary: 'What you handed in, newest first, with what came of it',
    scope: 'read',
    query: {
      ...paging,
      state: z.enum(['submitted', 'approved', 'rejected']).optional(),
      day: day.optional().openapi({ description: 'Only of this day of UTC.' }),
      client_id: id.optional(),
    },
    answer: { schema: page(ownRow), example: { items: [rowExample], next_cursor: null } },
    async handle({ db, actor, query }) {
      const { state, day: ofDay, client_id: clientId, cursor, limit } = query;
      const found = await workerSubmissions(db, actor, {
        limit,
        ...(state === undefined ? {} : { state }),
        ...(ofDay === undefined ? {} : { day: ofDay }),
        ...(clientId === undefined ? {} : { clientId }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { body: { items: found.rows.map(presentOwn), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/worker/earnings',
    id: 'getEarnings',
    tag: 'Work',
    summary: 'What you earned with tasks, by currency and by client',
    scope: 'read',
    answer: {
      schema: earnings,
      example: {
        currencies: [sumsExample],
        clients: [{ client: { id: CLIENT.id, name: CLIENT.name }, ...sumsExample }],
      },
    },
    async handle({ db, actor, now }) {
      const { memberId } = requireWorkerReader(actor);
      const { timeZone } = await profileOf(db, memberId);
      const found = await workerEarnings(db, actor, { timeZone, now });
      const clients = found.clients.map(({ clientId, clientName, ...row }) => {
        return { client: { id: clientId, name: clientName }, ...presentSums(row) };
      });
      return { body: { currencies: found.sums.map(presentSums), clients } };
    },
  }),
];

function presentOwn(row: WorkerAssignment) {
  return { ...presentBase(row), appeal: row.appeal };
}

function presentSums(row: EarningsSum) {
  const { currency, waiting, approved, rejected } = row;
  const sum = (minor: bigint) => moneyJson(minor, currency);
  return {
    currency,
    today: sum(row.todayMinor),
    pending: sum(row.pendingMinor),
    earned: sum(row.earnedMinor),
    bonuses: sum(row.bonusMinor),
    top_ups: sum(row.topUpMinor),
    paid: sum(row.paidMinor),
    ...{ waiting, approved, rejected },
    active_seconds: Number(row.activeSeconds),
  };
}
