import { z } from '@hono/zod-openapi';
import { ORGANIZATION_ROLES } from '#domain/accounts/membership.ts';
import { ORGANIZATION_KINDS } from '#domain/accounts/profile.ts';
import type { OrganizationPage } from '#domain/accounts/queries/organization-page.ts';
import { AT, CLIENT, eventExample, IDS, LATER } from '../examples.ts';
import { time } from '../present.ts';
import { eventRef, extended, id, instant } from '../schema.ts';

export const role = z.enum(ORGANIZATION_ROLES as ['owner', 'manager', 'member']);
export const organizationKind = z.enum(ORGANIZATION_KINDS);

const person = z
  .strictObject({ member_id: id, name: z.string(), email: z.string(), role, joined_at: instant })
  .openapi('OrganizationMember');

export const openInvitation = z
  .strictObject({ id, email: z.string(), role, created_at: instant, expires_at: instant })
  .openapi('OrganizationInvitation');

export const organizationView = z
  .strictObject({
    id,
    name: z.string(),
    kind: organizationKind,
    country: z.string().nullable(),
    about: z.string(),
    created_at: instant,
    members: z.array(person),
    invitations: z
      .array(openInvitation)
      .openapi({ description: 'Without an answer; only for those who manage members.' }),
  })
  .openapi('Organization');

export const organizationActed = extended(organizationView, { event: eventRef }).openapi(
  'OrganizationActed',
);

export const invitationExample = {
  id: IDS.other,
  email: 'jon@harrow-lane.example',
  role: 'manager' as const,
  created_at: AT,
  expires_at: LATER,
};

export const organizationExample = {
  ...CLIENT,
  kind: 'client' as const,
  about: '',
  created_at: AT,
  members: [
    {
      member_id: IDS.member,
      name: 'Mara Oduya',
      email: 'mara@harrow-lane.example',
      role: 'owner' as const,
      joined_at: AT,
    },
  ],
  invitations: [invitationExample],
};

export const organizationActedExample = {
  ...organizationExample,
  event: eventExample(IDS.client, 5),
};

export function presentOrganization(page: OrganizationPage) {
  return {
    id: page.id,
    name: page.name,
    kind: page.kind,
    country: page.country,
    about: page.about,
    created_at: time(page.createdAt),
    members: page.members.map((one) => ({
      member_id: one.memberId,
      name: one.name,
      email: one.email,
      role: one.role,
      joined_at: time(one.joinedAt),
    })),
    invitations: page.invitations.map((one) => ({
      id: one.id,
      email: one.email,
      role: one.role,
      created_at: time(one.createdAt),
      expires_at: time(one.expiresAt),
    })),
  };
}
