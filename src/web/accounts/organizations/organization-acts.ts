/** What the forms of an organization's page do, each for the organization that its address names. */
import { z } from 'zod';
import { changeRole } from '#domain/accounts/commands/change-role.ts';
import { leaveOrganization, removeMember } from '#domain/accounts/commands/end-membership.ts';
import { inviteToOrganization } from '#domain/accounts/commands/invite-to-organization.ts';
import { withdrawInvitation } from '#domain/accounts/commands/withdraw-invitation.ts';
import { ORGANIZATION_ROLES } from '#domain/accounts/membership.ts';
import { requireMember } from '#domain/accounts/permission.ts';
import { partyName } from '#domain/accounts/queries/party-name.ts';
import { hashToken, mintToken } from '#domain/accounts/secret-token.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { type FormCase, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';

const words = text.organizations;
const ROLE = z.enum(ORGANIZATION_ROLES);

type Surroundings = Parameters<typeof signedIn>[0];

export function organizationActs(
  context: Surroundings,
  actor: MemberActor,
): Record<string, FormCase> {
  const { run, readDb } = signedIn(context);
  const organizationId = actor.partyId;
  const page = `/organizations/${organizationId}`;
  const done = (title: string, more?: string, to = page): Response =>
    redirectWithFlash(context, to, {
      tone: 'go',
      title,
      ...(more === undefined ? {} : { text: more }),
    });
  const options = (key: string) => ({ actor, root: organizationId, key });
  const refused = { refusedTitle: words.members.refused };
  return {
    invite: inviteCase(context, actor, done),
    withdraw: formCase(
      z.object({ invitationId: z.uuid() }),
      async ({ invitationId }, key) => {
        await run(withdrawInvitation, { organizationId, invitationId }, options(key));
        return done(words.invitations.withdrawn);
      },
      refused,
    ),
    role: formCase(
      z.object({ memberId: z.uuid(), role: ROLE }),
      async ({ memberId, role }, key) => {
        await run(changeRole, { organizationId, memberId, role }, options(key));
        const name = await partyName(readDb, memberId);
        return done(words.members.changed(name, words.roles[role].toLowerCase()));
      },
      refused,
    ),
    remove: formCase(
      z.object({ memberId: z.uuid() }),
      async ({ memberId }, key) => {
        await run(removeMember, { organizationId, memberId }, options(key));
        return done(words.members.removed(await partyName(readDb, memberId)));
      },
      refused,
    ),
    leave: formCase(
      z.object({}),
      async (_nothing, key) => {
        await run(leaveOrganization, { organizationId }, options(key));
        const name = await partyName(readDb, organizationId);
        return done(words.members.left(name), undefined, '/organizations');
      },
      refused,
    ),
  };
}

function inviteCase(
  context: Surroundings,
  actor: MemberActor,
  done: (title: string, more?: string) => Response,
): FormCase {
  const { run, config } = signedIn(context);
  const organizationId = actor.partyId;
  return formCase(
    z.object({ email: z.email().max(200), role: ROLE }),
    async ({ email, role }) => {
      requireMember(actor, 'manage_members');
      const token = mintToken();
      const invitation = {
        organizationId,
        email,
        role,
        token,
        tokenHash: hashToken(token),
        linkStart: `${config.url}/invitations/`,
      };
      // Without a key: sent twice it is the same invitation anew, and only the newer link works.
      await run(inviteToOrganization, invitation, { actor, root: organizationId });
      return done(words.invitations.invited(email), words.invitations.invitedText);
    },
    { refusedTitle: words.invitations.refused },
  );
}
