import { z } from '@hono/zod-openapi';
import { changeRole } from '#domain/accounts/commands/change-role.ts';
import { leaveOrganization, removeMember } from '#domain/accounts/commands/end-membership.ts';
import { foundOrganization } from '#domain/accounts/commands/found-organization.ts';
import { PROFILE_LIMITS } from '#domain/accounts/profile.ts';
import { myOrganizations } from '#domain/accounts/queries/my-organizations.ts';
import { organizationPage } from '#domain/accounts/queries/organization-page.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { ReadDb } from '#platform/database.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { AT, CLIENT, eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { time } from '../present.ts';
import { countryIn, eventRef, id, instant, list, text } from '../schema.ts';
import {
  organizationActed,
  organizationActedExample,
  organizationExample,
  organizationKind,
  organizationView,
  presentOrganization,
  role,
} from './organization-view.ts';
import { requireOwnKey } from './own-account.ts';

const membership = z
  .strictObject({ id, name: z.string(), kind: organizationKind, role, joined_at: instant })
  .openapi('Membership');

export const organizationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/organizations',
    id: 'listMyOrganizations',
    tag: 'Accounts',
    summary: 'The organizations that the member belongs to; for a key of an organization, that one',
    scope: 'read',
    answer: {
      schema: list(membership),
      example: {
        items: [{ id: CLIENT.id, name: CLIENT.name, kind: 'client', role: 'owner', joined_at: AT }],
      },
    },
    async handle({ db, actor }) {
      const rows = await myOrganizations(db, actor);
      const shown = rows.filter((row) => [row.id, actor.memberId].includes(actor.partyId));
      const items = shown.map(({ joinedAt, ...row }) => ({ ...row, joined_at: time(joinedAt) }));
      return { body: { items } };
    },
  }),
  operation({
    method: 'post',
    path: '/organizations',
    id: 'foundOrganization',
    tag: 'Accounts',
    summary: 'Found an organization with the member as its first owner',
    scope: 'work',
    body: {
      schema: z.strictObject({
        name: text(PROFILE_LIMITS.nameChars, 1),
        kind: organizationKind,
        country: countryIn.nullable().default(null),
        about: text(PROFILE_LIMITS.aboutChars).default(''),
      }),
      example: { name: 'Harrow & Lane', kind: 'client', country: 'GB' },
    },
    answer: { status: 201, schema: organizationActed, example: organizationActedExample },
    refuses: ['input_invalid'],
    async handle(call) {
      requireOwnKey(call.actor);
      const { organizationId, seq } = await call.act(foundOrganization, call.body, 'new');
      const owner = { ...call.sight, partyId: organizationId, role: 'owner' as const };
      return {
        body: await presentActed({ db: call.db, sight: owner }, organizationId, seq),
        location: `/organizations/${organizationId}`,
      };
    },
  }),
  operation({
    method: 'get',
    path: '/organizations/{organizationId}',
    id: 'getOrganization',
    tag: 'Accounts',
    summary: 'The organization that the key acts for, with its people',
    scope: 'read',
    params: { organizationId: id.openapi({ example: IDS.client }) },
    answer: { schema: organizationView, example: organizationExample },
    async handle({ db, actor, params }) {
      const page = await organizationPage(db, actor, params.organizationId);
      return { body: presentOrganization(page) };
    },
  }),
  operation({
    method: 'patch',
    path: '/organizations/{organizationId}/members/{memberId}',
    id: 'changeRole',
    tag: 'Accounts',
    summary: 'Give a member of the organization another role',
    scope: 'work',
    params: { organizationId: id, memberId: id },
    body: { schema: z.strictObject({ role }), example: { role: 'manager' } },
    answer: { schema: organizationActed, example: organizationActedExample },
    refuses: ['last_owner', 'already_done'],
    async handle(call) {
      const { organizationId } = call.params;
      const input = { ...call.params, role: call.body.role };
      const { seq } = await call.act(changeRole, input, organizationId);
      return { body: await presentActed(call, organizationId, seq) };
    },
  }),
  operation({
    method: 'delete',
    path: '/organizations/{organizationId}/members/{memberId}',
    id: 'endMembership',
    tag: 'Accounts',
    summary: 'Remove a member, or leave oneself; its keys of the organization end too',
    scope: 'work',
    params: { organizationId: id, memberId: id },
    answer: {
      schema: z.strictObject({ organization_id: id, member_id: id, event: eventRef }),
      example: {
        organization_id: IDS.client,
        member_id: IDS.member,
        event: eventExample(IDS.client, 6),
      },
    },
    refuses: ['last_owner'],
    async handle(call) {
      const { organizationId, memberId } = call.params;
      const { actor } = call;
      const own = memberId === actor.memberId;
      if (own && ![organizationId, memberId].includes(actor.partyId)) {
        refuse('not_found', { thing: 'organization' });
      }
      const { seq } = own
        ? await call.act(leaveOrganization, { organizationId }, organizationId)
        : await call.act(removeMember, { organizationId, memberId }, organizationId);
      const event = await eventOf(call, organizationId, seq);
      return { body: { organization_id: organizationId, member_id: memberId, event } };
    },
  }),
];

async function presentActed(
  call: { db: ReadDb; sight: MemberActor },
  organizationId: string,
  seq: number,
) {
  const page = await organizationPage(call.db, call.sight, organizationId);
  return { ...presentOrganization(page), event: await eventOf(call, organizationId, seq) };
}
