import { z } from '@hono/zod-openapi';
import { findEvents } from '#domain/evidence/queries/find-events.ts';
import { askForLedgerCheck } from '#domain/market/commands/ask-for-ledger-check.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { lastLedgerCheck } from '#domain/market/queries/last-ledger-check.ts';
import { outbox } from '#domain/notifications/queries/outbox.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { eventView, eventViewExample, presentEvent } from '../evidence/events.ts';
import { AT, eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { moneyJson, time, timeOrNull } from '../present.ts';
import { eventRef, id, instant, page, paging, signedMoney, text } from '../schema.ts';

const mail = z
  .strictObject({
    id,
    recipient: z.string(),
    subject: z.string(),
    reason: z.string(),
    created_at: instant,
    sent_at: instant.nullable(),
    attempts: z.int(),
    last_error: z.string(),
  })
  .openapi('Mail');

const report = z
  .strictObject({
    asked_at: instant.nullable().openapi({ description: 'Of a check that has not answered yet.' }),
    checked_at: instant.nullable(),
    event_id: id.nullable(),
    accounts: z.int(),
    transfers: z.int(),
    took_ms: z.int(),
    difference_count: z.int(),
    differences: z.array(
      z.strictObject({
        what: z.string(),
        account: z.string(),
        expected: signedMoney,
        found: signedMoney,
      }),
    ),
    totals: z.array(z.strictObject({ kind: z.string(), total: signedMoney, accounts: z.int() })),
  })
  .openapi('LedgerReport');

export const oversightOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/operator/events',
    id: 'findEvents',
    tag: 'Operator',
    summary: 'The event log of the whole marketplace, newest first',
    scope: 'read',
    operator: true,
    query: {
      ...paging,
      kind: text(60).optional().openapi({ example: 'milestone.' }),
      root_id: id.optional(),
      member_id: id.optional().openapi({ description: 'Who acted.' }),
    },
    answer: { schema: page(eventView), example: { items: [eventViewExample], next_cursor: null } },
    async handle({ db, actor, query, now }) {
      const { limit, cursor, kind, root_id: rootId, member_id: memberId } = query;
      const found = await findEvents(db, actor, {
        limit,
        now,
        ...(cursor === undefined ? {} : { cursor }),
        ...(kind === undefined ? {} : { kind }),
        ...(rootId === undefined ? {} : { rootId }),
        ...(memberId === undefined ? {} : { memberId }),
      });
      return { body: { items: found.rows.map(presentEvent), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/operator/mails',
    id: 'listMails',
    tag: 'Operator',
    summary: 'The outbox, newest first; the texts stay on the pages',
    scope: 'read',
    operator: true,
    query: { ...paging, unsent: z.enum(['true', 'false']).default('false') },
    answer: {
      schema: page(mail),
      example: {
        items: [
          {
            id: IDS.other,
            recipient: 'mara@harrow-lane.example',
            subject: 'Ana Dumitru delivered “Clay models”',
            reason: 'milestone.delivered',
            created_at: AT,
            sent_at: AT,
            attempts: 1,
            last_error: '',
          },
        ],
        next_cursor: null,
      },
    },
    async handle({ db, actor, query }) {
      const { limit, cursor, unsent } = query;
      const found = await outbox(db, actor, {
        limit,
        unsent: unsent === 'true',
        ...(cursor === undefined ? {} : { cursor }),
      });
      const items = found.rows.map((row) => ({
        id: row.id,
        recipient: row.recipient,
        subject: row.subject,
        reason: row.reason,
        created_at: time(row.createdAt),
        sent_at: timeOrNull(row.sentAt),
        attempts: row.attempts,
        last_error: row.lastError,
      }));
      return { body: { items, next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/operator/ledger-report',
    id: 'readLedgerReport',
    tag: 'Operator',
    summary: 'The newest check of the ledger: every balance recomputed, every difference named',
    scope: 'read',
    operator: true,
    answer: {
      schema: report,
      example: {
        asked_at: null,
        checked_at: AT,
        event_id: IDS.event,
        accounts: 412,
        transfers: 1893,
        took_ms: 61,
        difference_count: 0,
        differences: [],
        totals: [
          { kind: 'outside', total: { amount: '-2000.00', currency: 'USD' }, accounts: 12 },
          { kind: 'wallet', total: { amount: '2000.00', currency: 'USD' }, accounts: 30 },
        ],
      },
    },
    async handle({ db }) {
      const { last, askedAt } = await lastLedgerCheck(db);
      const check = last?.check;
      return {
        body: {
          asked_at: timeOrNull(askedAt),
          checked_at: timeOrNull(last?.at ?? null),
          event_id: last?.eventId ?? null,
          accounts: check?.accounts ?? 0,
          transfers: check?.transfers ?? 0,
          took_ms: check?.tookMs ?? 0,
          difference_count: check?.differenceCount ?? 0,
          differences: (check?.differences ?? []).map((one) => ({
            what: one.what,
            account: one.account,
            expected: moneyJson(BigInt(one.expectedMinor), one.currency),
            found: moneyJson(BigInt(one.foundMinor), one.currency),
          })),
          totals: (check?.totals ?? []).map(({ kind, currency, totalMinor, accounts }) => ({
            kind,
            total: moneyJson(BigInt(totalMinor), currency),
            accounts,
          })),
        },
      };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/ledger-checks',
    id: 'askForLedgerCheck',
    tag: 'Operator',
    summary: 'Ask for the ledger to be recomputed now; the report shows the outcome',
    scope: 'work',
    operator: true,
    answer: {
      schema: z.strictObject({ event: eventRef }),
      example: { event: eventExample(MARKET_ROOT, 7) },
    },
    async handle(call) {
      const { seq } = await call.act(askForLedgerCheck, {}, MARKET_ROOT);
      return { body: { event: await eventOf(call, MARKET_ROOT, seq) } };
    },
  }),
];
