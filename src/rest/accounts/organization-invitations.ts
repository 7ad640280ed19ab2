import { z } from '@hono/zod-openapi';
import { inviteToOrganization } from '#domain/accounts/commands/invite-to-organization.ts';
import { joinOrganization } from '#domain/accounts/commands/join-organization.ts';
import { withdrawInvitation } from '#domain/accounts/commands/withdraw-invitation.ts';
import { requireMember } from '#domain/accounts/permission.ts';
import { invitationByToken } from '#domain/accounts/queries/invitation-by-token.ts';
import { organizationPage } from '#domain/accounts/queries/organization-page.ts';
import { hashToken } from '#domain/accounts/secret-token.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { eventRef, extended, id, list, text } from '../schema.ts';
import { derivedSecret } from './derived-secret.ts';
import {
  invitationExample,
  openInvitation,
  presentOrganization,
  role,
} from './organization-view.ts';
import { requireOwnKey } from './own-account.ts';

const params = { organizationId: id.openapi({ example: IDS.client }) };

export const organizationInvitationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/organizations/{organizationId}/invitations',
    id: 'listOrganizationInvitations',
    tag: 'Accounts',
    summary: 'Invitations without an answer, newest first',
    scope: 'read',
    params,
    answer: { schema: list(openInvitation), example: { items: [invitationExample] } },
    async handle({ db, actor, params }) {
      const sight = { ...actor, scopes: [...actor.scopes, 'work' as const] };
      const page = await organizationPage(db, sight, params.organizationId);
      requireMember(sight, 'manage_members');
      return { body: { items: presentOrganization(page).invitations } };
    },
  }),
  operation({
    method: 'post',
    path: '/organizations/{organizationId}/invitations',
    id: 'inviteToOrganization',
    tag: 'Accounts',
    summary: 'Invite an address by mail; a newer invitation takes the place of an older one',
    scope: 'work',
    params,
    body: {
      schema: z.strictObject({ email: z.email().max(254), role }),
      example: { email: 'jon@harrow-lane.example', role: 'manager' },
    },
    answer: {
      status: 201,
      schema: extended(openInvitation, { event: eventRef }).openapi('OrganizationInvitationActed'),
      example: { ...invitationExample, event: eventExample(IDS.client, 4) },
    },
    refuses: ['already_member'],
    async handle(call) {
      const { organizationId } = call.params;
      const token = derivedSecret(call, 'organization invitation');
      const tokenHash = hashToken(token);
      const linkStart = `${call.services.publicUrl}/invitations/`;
      const input = { organizationId, ...call.body, token, tokenHash, linkStart };
      const done = await call.act(inviteToOrganization, input, organizationId);
      const page = await organizationPage(call.db, call.sight, organizationId);
      const made = presentOrganization(page).invitations.find(
        (one) => one.id === done.invitationId,
      );
      if (made === undefined) return refuse('invitation_invalid');
      return {
        body: { ...made, event: await eventOf(call, organizationId, done.seq) },
        location: `/organizations/${organizationId}/invitations`,
      };
    },
  }),
  operation({
    method: 'delete',
    path: '/organizations/{organizationId}/invitations/{invitationId}',
    id: 'withdrawOrganizationInvitation',
    tag: 'Accounts',
    summary: 'Take back an invitation that nobody has accepted',
    scope: 'work',
    params: { ...params, invitationId: id },
    answer: {
      schema: z.strictObject({ id, event: eventRef }),
      example: { id: IDS.other, event: eventExample(IDS.client, 5) },
    },
    refuses: ['invitation_invalid'],
    async handle(call) {
      const { organizationId, invitationId } = call.params;
      const { seq } = await call.act(withdrawInvitation, call.params, organizationId);
      return { body: { id: invitationId, event: await eventOf(call, organizationId, seq) } };
    },
  }),
  operation({
    method: 'post',
    path: '/organization-invitations/acceptance',
    id: 'joinOrganization',
    tag: 'Accounts',
    summary: 'Accept an invitation by the token of its link; only for the invited address',
    scope: 'work',
    body: {
      schema: z.strictObject({ token: text(100, 1) }),
      example: { token: 'Zf1VnQ7mJ0t4o2yX5kq8Wc3uRb6hTg9sLpAeDiNvMxE' },
    },
    answer: {
      schema: z.strictObject({ organization_id: id, role, event: eventRef }),
      example: {
        organization_id: IDS.client,
        role: 'manager',
        event: eventExample(IDS.client, 6),
      },
    },
    refuses: ['invitation_invalid', 'already_member'],
    async handle(call) {
      requireOwnKey(call.actor);
      const { token } = call.body;
      const seen = await invitationByToken(call.db, token, call.now);
      if (seen === null) return refuse('invitation_invalid');
      const { organizationId } = seen;
      const input = { organizationId, tokenHash: hashToken(token) };
      const done = await call.act(joinOrganization, input, organizationId);
      const event = await eventOf(call, organizationId, done.seq);
      return { body: { organization_id: organizationId, role: seen.role, event } };
    },
  }),
];
