import { z } from '@hono/zod-openapi';
import {
  readAllNotifications,
  readNotification,
} from '#domain/notifications/commands/read-notifications.ts';
import {
  type Notification,
  notification,
  notifications,
} from '#domain/notifications/queries/notifications.ts';
import { AT, CLIENT, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time, timeOrNull } from '../present.ts';
import { id, instant, page, paging } from '../schema.ts';
import { requireOwnKey } from './own-account.ts';

const view = z
  .strictObject({
    id,
    kind: z.string(),
    party: z.strictObject({ id, name: z.string() }),
    title: z.string(),
    body: z.string(),
    link: z.string().openapi({ description: 'A page of this marketplace.' }),
    created_at: instant,
    read_at: instant.nullable(),
  })
  .openapi('Notification');

const example = {
  id: IDS.other,
  kind: 'milestone.delivered',
  party: { id: CLIENT.id, name: CLIENT.name },
  title: 'Ana Dumitru delivered “Clay models”',
  body: 'Accept it, or ask for changes, by 3 Dec 2026.',
  link: `/contracts/${IDS.contract}`,
  created_at: AT,
  read_at: null,
};

const timeZone = 'UTC';

export const notificationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/notifications',
    id: 'listNotifications',
    tag: 'Accounts',
    summary: 'What the member was told, for whichever party, newest first',
    scope: 'read',
    query: { ...paging, unread: z.enum(['true', 'false']).default('false') },
    answer: { schema: page(view), example: { items: [example], next_cursor: null } },
    async handle({ db, actor, query }) {
      requireOwnKey(actor);
      const { limit, cursor, unread } = query;
      const found = await notifications(db, actor, {
        limit,
        timeZone,
        unread: unread === 'true',
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { body: { items: found.rows.map(present), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/notifications/reading',
    id: 'readAllNotifications',
    tag: 'Accounts',
    summary: 'Mark everything as read',
    scope: 'work',
    answer: { schema: z.strictObject({ read: z.int() }), example: { read: 3 } },
    async handle(call) {
      requireOwnKey(call.actor);
      return { body: await call.act(readAllNotifications, {}, call.actor.memberId) };
    },
  }),
  operation({
    method: 'post',
    path: '/notifications/{notificationId}/reading',
    id: 'readNotification',
    tag: 'Accounts',
    summary: 'Mark one notification as read',
    scope: 'work',
    params: { notificationId: id },
    answer: { schema: view, example: { ...example, read_at: AT } },
    async handle(call) {
      requireOwnKey(call.actor);
      const { notificationId } = call.params;
      const question = { id: notificationId, timeZone };
      await notification(call.db, call.actor, question);
      await call.act(readNotification, { notificationId }, notificationId);
      return { body: present(await notification(call.db, call.actor, question)) };
    },
  }),
];

function present(row: Notification) {
  return {
    id: row.id,
    kind: row.kind,
    party: { id: row.partyId, name: row.partyName },
    title: row.title,
    body: row.body,
    link: row.link,
    created_at: time(row.createdAt),
    read_at: timeOrNull(row.readAt),
  };
}
