import { z } from '@hono/zod-openapi';
import { restoreMember, suspendMember } from '#domain/accounts/commands/suspend-member.ts';
import {
  type FoundMember,
  findMembers,
  memberForOperator,
} from '#domain/accounts/queries/find-members.ts';
import { findOrganizations } from '#domain/accounts/queries/find-organizations.ts';
import { organizationKind } from '../accounts/organization-view.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, CLIENT, eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time, timeOrNull } from '../present.ts';
import { eventRef, extended, id, instant, page, paging, text } from '../schema.ts';

const member = z
  .strictObject({
    id,
    name: z.string(),
    email: z.string(),
    country: z.string().nullable(),
    operator: z.boolean(),
    suspended_at: instant.nullable(),
    created_at: instant,
  })
  .openapi('Member');

const memberActed = extended(member, { event: eventRef }).openapi('MemberActed');

const organization = z
  .strictObject({
    id,
    name: z.string(),
    kind: organizationKind,
    country: z.string().nullable(),
    created_at: instant,
    members: z.int(),
    owners: z.array(z.string()),
  })
  .openapi('FoundOrganization');

const example = {
  id: IDS.freelancer,
  name: 'Ana Dumitru',
  email: 'ana@dumitru.example',
  country: 'RO',
  operator: false,
  suspended_at: null,
  created_at: AT,
};

const search = { ...paging, q: text(120, 1).optional().openapi({ example: 'Ana' }) };

export const operatorMemberOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/operator/members',
    id: 'listMembers',
    tag: 'Operator',
    summary: 'Members by a part of their name or address, newest first',
    scope: 'read',
    operator: true,
    query: search,
    answer: { schema: page(member), example: { items: [example], next_cursor: null } },
    async handle({ db, actor, query }) {
      const found = await findMembers(db, actor, readSearch(query));
      return { body: { items: found.rows.map(presentMember), next_cursor: found.next } };
    },
  }),
  operation({
    method: 'get',
    path: '/operator/organizations',
    id: 'listOrganizations',
    tag: 'Operator',
    summary: 'Organizations by a part of their name, newest first',
    scope: 'read',
    operator: true,
    query: search,
    answer: {
      schema: page(organization),
      example: {
        items: [{ ...CLIENT, kind: 'client', created_at: AT, members: 3, owners: ['Mara Oduya'] }],
        next_cursor: null,
      },
    },
    async handle({ db, actor, query }) {
      const found = await findOrganizations(db, actor, readSearch(query));
      const items = found.rows.map(({ createdAt, ...row }) => ({
        ...row,
        created_at: time(createdAt),
      }));
      return { body: { items, next_cursor: found.next } };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/members/{memberId}/suspension',
    id: 'suspendMember',
    tag: 'Operator',
    summary: 'Shut a member out; its contracts go on by their rules',
    scope: 'work',
    operator: true,
    params: { memberId: id },
    body: {
      schema: z.strictObject({ reason: text(1_000, 1) }),
      example: { reason: 'Asked clients to pay elsewhere.' },
    },
    answer: {
      schema: memberActed,
      example: { ...example, suspended_at: AT, event: eventExample(IDS.freelancer, 12) },
    },
    refuses: ['already_done'],
    async handle(call) {
      const { memberId } = call.params;
      const { seq } = await call.act(suspendMember, { memberId, ...call.body }, memberId);
      const shown = presentMember(await memberForOperator(call.db, call.sight, memberId));
      return { body: { ...shown, event: await eventOf(call, memberId, seq) } };
    },
  }),
  operation({
    method: 'post',
    path: '/operator/members/{memberId}/restoration',
    id: 'restoreMember',
    tag: 'Operator',
    summary: 'Let a suspended member act again',
    scope: 'work',
    operator: true,
    params: { memberId: id },
    answer: {
      schema: memberActed,
      example: { ...example, event: eventExample(IDS.freelancer, 13) },
    },
    refuses: ['already_done'],
    async handle(call) {
      const { memberId } = call.params;
      const { seq } = await call.act(restoreMember, { memberId }, memberId);
      const shown = presentMember(await memberForOperator(call.db, call.sight, memberId));
      return { body: { ...shown, event: await eventOf(call, memberId, seq) } };
    },
  }),
];

function readSearch(query: { q?: string | undefined; cursor?: string | undefined; limit: number }) {
  const { q, cursor, limit } = query;
  return {
    limit,
    ...(q === undefined ? {} : { search: q }),
    ...(cursor === undefined ? {} : { cursor }),
  };
}

function presentMember(row: FoundMember) {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    country: row.country,
    operator: row.operator,
    suspended_at: timeOrNull(row.suspendedAt),
    created_at: time(row.createdAt),
  };
}
