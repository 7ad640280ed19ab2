import { z } from '@hono/zod-openapi';
import { eventPage } from '#domain/evidence/queries/event-page.ts';
import { type EventSight, eventsOfRoot } from '#domain/evidence/queries/events.ts';
import type { TransferSight } from '#domain/ledger/queries/event-transfers.ts';
import { AT, IDS, usd } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { moneyJson, numberCursor, numberCursorOf, pageOf, snake, time } from '../present.ts';
import { extended, id, instant, money, page, paging, text } from '../schema.ts';

export const eventView = z
  .strictObject({
    id,
    kind: z.string(),
    root_kind: z.enum(['party', 'project', 'contract', 'batch', 'work', 'market']),
    root_id: id,
    seq: z.int(),
    subject_id: id.nullable(),
    by: z.strictObject({
      member_id: id.nullable(),
      party_id: id.nullable(),
      name: z.string().openapi({ description: 'The member, or the rule that acted by itself.' }),
    }),
    data: z.record(z.string(), z.unknown()).openapi({
      description: 'What the kind of event carries; sums as Money.',
    }),
    at: instant,
  })
  .openapi('Event');

const transfer = z
  .strictObject({
    id,
    at: instant,
    act: z.string(),
    reference: z.string(),
    amount: money,
    from: z.string().openapi({ description: 'The kind of account that was debited.' }),
    to: z.string(),
  })
  .openapi('Transfer');

const withTransfers = extended(eventView, { transfers: z.array(transfer) }).openapi(
  'EventWithTransfers',
);

export const eventViewExample = {
  id: IDS.event,
  kind: 'milestone.funded',
  root_kind: 'contract' as const,
  root_id: IDS.contract,
  seq: 3,
  subject_id: IDS.milestone,
  by: { member_id: IDS.member, party_id: IDS.client, name: 'Mara Oduya' },
  data: { title: 'Clay models', currency: 'USD', amount: usd('600.00') },
  at: AT,
};

export const eventOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/events',
    id: 'listEvents',
    tag: 'Evidence',
    summary: 'What happened in one project, contract or account, newest first',
    scope: 'read',
    query: {
      ...paging,
      root_id: id.openapi({ example: IDS.contract }),
      subject_id: id.optional(),
      kind: text(60)
        .regex(/^[a-z_.]+$/, 'must be a kind such as milestone.paid, or its beginning')
        .optional()
        .openapi({ example: 'milestone.' }),
    },
    answer: {
      schema: page(eventView),
      example: { items: [eventViewExample], next_cursor: null },
    },
    async handle({ db, actor, query }) {
      const { limit, root_id: rootId, subject_id: subjectId, kind } = query;
      const before = numberCursor(query.cursor);
      const rows = await eventsOfRoot(db, actor, {
        rootId,
        limit,
        ...(before === undefined ? {} : { before }),
        ...(subjectId === undefined ? {} : { subjectId }),
        ...(kind === undefined ? {} : { kinds: [kind.replaceAll('_', '\\_')] }),
      });
      const cursor = (row: EventSight) => numberCursorOf(row.seq);
      return { body: pageOf(rows, limit, { item: presentEvent, cursor }) };
    },
  }),
  operation({
    method: 'get',
    path: '/events/{eventId}',
    id: 'getEvent',
    tag: 'Evidence',
    summary: 'One event with the transfers that it caused',
    scope: 'read',
    params: { eventId: id.openapi({ example: IDS.event }) },
    answer: {
      schema: withTransfers,
      example: {
        ...eventViewExample,
        transfers: [
          {
            id: IDS.transfer,
            at: AT,
            act: 'milestone.funded',
            reference: `milestone:${IDS.milestone}:fund`,
            amount: usd('600.00'),
            from: 'wallet',
            to: 'escrow',
          },
        ],
      },
    },
    async handle({ db, actor, params }) {
      const { event, transfers } = await eventPage(db, actor, params.eventId);
      return { body: { ...presentEvent(event), transfers: transfers.map(presentTransfer) } };
    },
  }),
];

export function presentEvent(row: EventSight) {
  return {
    id: row.id,
    kind: row.kind,
    root_kind: row.rootKind,
    root_id: row.rootId,
    seq: row.seq,
    subject_id: row.subjectId,
    by: { member_id: row.actorMemberId, party_id: row.actorPartyId, name: row.actorName },
    data: presentData(row.data, row.data.currency) as Record<string, unknown>,
    at: time(row.at),
  };
}

/** Sums are kept in minor units beside their currency; told, they are money like everywhere else. */
function presentData(value: unknown, currency: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => presentData(one, currency));
  if (typeof value !== 'object' || value === null) return value;
  const told: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const sum = name.endsWith('Minor') && typeof currency === 'string' && /^-?\d+$/.test(`${part}`);
    if (sum) told[snake(name.slice(0, -'Minor'.length))] = moneyJson(BigInt(`${part}`), currency);
    else told[snake(name)] = presentData(part, currency);
  }
  return told;
}

function presentTransfer(row: TransferSight) {
  return {
    id: row.id,
    at: time(row.at),
    act: row.act,
    reference: row.reference,
    amount: moneyJson(row.amountMinor, row.currency),
    from: row.debitKind,
    to: row.creditKind,
  };
}
