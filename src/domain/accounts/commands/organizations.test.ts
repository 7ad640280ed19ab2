import { expect, test } from 'vitest';
import { ALL_SCOPES, type MemberActor } from '#domain/kernel/actor.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import type { OrganizationRole } from '../membership.ts';
import { invitationByToken } from '../queries/invitation-by-token.ts';
import { organizationPage } from '../queries/organization-page.ts';
import { actorForOrganization } from '../queries/viewer.ts';
import { hashToken, mintToken } from '../secret-token.ts';
import { changeRole } from './change-role.ts';
import { createApiKey } from './create-api-key.ts';
import { leaveOrganization, removeMember } from './end-membership.ts';
import { inviteToOrganization } from './invite-to-organization.ts';
import { joinOrganization } from './join-organization.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const { db, readDb, run } = await testDatabase();

let people = 0;

async function studio() {
  people += 1;
  const mara = await castMember(run, `Mara Oduya ${people}`);
  return castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
}

async function person(): Promise<{ actor: MemberActor; email: string }> {
  people += 1;
  const actor = await castMember(run, `Ioana Petrescu ${people}`);
  return { actor, email: `ioana.petrescu.${people}@cast.test` };
}

async function invite(owner: MemberActor, email: string, role: OrganizationRole = 'manager') {
  const token = mintToken();
  const { invitationId } = await run(
    inviteToOrganization,
    {
      organizationId: owner.partyId,
      email,
      role,
      token,
      tokenHash: hashToken(token),
      linkStart: 'http://market.test/invitations/',
    },
    { actor: owner, root: owner.partyId },
  );
  return { token, invitationId };
}

function join(owner: MemberActor, actor: MemberActor, token: string) {
  const input = { organizationId: owner.partyId, tokenHash: hashToken(token) };
  return run(joinOrganization, input, { actor, root: owner.partyId });
}

/** A new person in the organization, acting for it. */
async function colleague(owner: MemberActor, role: OrganizationRole): Promise<MemberActor> {
  const { actor, email } = await person();
  const { token } = await invite(owner, email, role);
  await join(owner, actor, token);
  return { ...actor, partyId: owner.partyId, role };
}

async function ownersOf(organizationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('memberId')
    .where('organizationId', '=', organizationId)
    .where('role', '=', 'owner')
    .execute();
  return rows.map((row) => row.memberId);
}

async function kindsAt(rootId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .select('kind')
    .where('rootId', '=', rootId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.kind);
}

test('an invitation goes by mail, is accepted once, and gives its role', async () => {
  const owner = await studio();
  const { actor, email } = await person();
  const { token } = await invite(owner, email.toUpperCase(), 'manager');
  const mail = await db
    .selectFrom('mail')
    .selectAll()
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow();
  expect(mail).toMatchObject({ secret: true, reason: 'organization.member_invited' });
  expect(mail.bodyText).toContain(`http://market.test/invitations/${token}`);
  const kept = JSON.stringify(await db.selectFrom('organizationInvitation').selectAll().execute());
  expect(kept).not.toContain(token);
  const events = JSON.stringify(await db.selectFrom('event').select('data').execute());
  expect(events).not.toContain(token);
  expect(await invitationByToken(readDb, token, new Date())).toMatchObject({
    state: 'open',
    email,
    role: 'manager',
    organizationName: 'Harrow & Lane',
  });

  await join(owner, actor, token);
  const acting = await actorForOrganization(readDb, actor, owner.partyId);
  expect(acting).toMatchObject({ role: 'manager', partyId: owner.partyId });
  await expect(join(owner, actor, token)).rejects.toMatchObject({ code: 'already_member' });
  expect(await invitationByToken(readDb, token, new Date())).toMatchObject({ state: 'accepted' });
  expect(await kindsAt(owner.partyId)).toEqual([
    'organization.founded',
    'organization.member_invited',
    'organization.member_joined',
  ]);
});

test('an invitation is for its address alone', async () => {
  const owner = await studio();
  const { token } = await invite(owner, (await person()).email);
  const { actor: stranger } = await person();
  await expect(join(owner, stranger, token)).rejects.toMatchObject({ code: 'not_allowed' });
});

test('a withdrawn, replaced, old or unknown invitation opens nothing', async () => {
  const owner = await studio();
  const { actor, email } = await person();
  const first = await invite(owner, email);
  const second = await invite(owner, email);
  await expect(join(owner, actor, first.token)).rejects.toMatchObject({
    code: 'invitation_invalid',
  });
  const withdraw = { organizationId: owner.partyId, invitationId: second.invitationId };
  await run(withdrawInvitation, withdraw, { actor: owner, root: owner.partyId });
  await expect(join(owner, actor, second.token)).rejects.toMatchObject({
    code: 'invitation_invalid',
  });
  await expect(
    run(withdrawInvitation, withdraw, { actor: owner, root: owner.partyId }),
  ).rejects.toMatchObject({ code: 'invitation_invalid' });
  await expect(join(owner, actor, mintToken())).rejects.toMatchObject({
    code: 'invitation_invalid',
  });
  const third = await invite(owner, email);
  const late = run(
    joinOrganization,
    { organizationId: owner.partyId, tokenHash: hashToken(third.token) },
    { actor, root: owner.partyId, now: new Date(Date.now() + 15 * 86_400_000) },
  );
  await expect(late).rejects.toMatchObject({ code: 'invitation_invalid' });
});

test('two joins with one token at once: one joins', async () => {
  const owner = await studio();
  const { actor, email } = await person();
  const { token } = await invite(owner, email);
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => join(owner, actor, token)));
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  for (const one of tries) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'already_member' });
  }
  const joined = (await kindsAt(owner.partyId)).filter((kind) => kind.endsWith('joined'));
  expect(joined).toHaveLength(1);
});

test('the last two owners leaving at once: one stays', async () => {
  const mara = await studio();
  const second = await colleague(mara, 'owner');
  const input = { organizationId: mara.partyId };
  const tries = await Promise.allSettled(
    [mara, second].map((actor) => run(leaveOrganization, input, { actor, root: mara.partyId })),
  );
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const refused = tries.find((one) => one.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'last_owner' });
  expect(await ownersOf(mara.partyId)).toHaveLength(1);
});

test('two owners who demote each other at once: one stays', async () => {
  const mara = await studio();
  const second = await colleague(mara, 'owner');
  const demote = (actor: MemberActor, memberId: string) =>
    run(
      changeRole,
      { organizationId: mara.partyId, memberId, role: 'member' },
      { actor, root: mara.partyId },
    );
  const tries = await Promise.allSettled([
    demote(mara, second.memberId),
    demote(second, mara.memberId),
  ]);
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  expect(await ownersOf(mara.partyId)).toHaveLength(1);
});

test('the last owner can be neither demoted nor removed', async () => {
  const owner = await studio();
  const { partyId: organizationId, memberId } = owner;
  const options = { actor: owner, root: organizationId };
  await expect(
    run(changeRole, { organizationId, memberId, role: 'member' }, options),
  ).rejects.toMatchObject({ code: 'last_owner' });
  await expect(run(removeMember, { organizationId, memberId }, options)).rejects.toMatchObject({
    code: 'last_owner',
  });
});

test('a role that was taken away counts at once, not at the next request', async () => {
  const mara = await studio();
  const second = await colleague(mara, 'owner');
  const { partyId: organizationId } = mara;
  const demote = { organizationId, memberId: second.memberId, role: 'member' as const };
  await run(changeRole, demote, { actor: mara, root: organizationId });
  const revenge = run(
    removeMember,
    { organizationId, memberId: mara.memberId },
    { actor: second, root: organizationId },
  );
  await expect(revenge).rejects.toMatchObject({ code: 'not_allowed' });
});

test.each(['manager', 'member'] as const)('a %s manages nobody', async (role) => {
  const owner = await studio();
  const actor = await colleague(owner, role);
  const { partyId: organizationId } = owner;
  const options = { actor, root: organizationId };
  await expect(invite(actor, 'somebody@cast.test')).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(
    run(removeMember, { organizationId, memberId: owner.memberId }, options),
  ).rejects.toMatchObject({ code: 'not_allowed' });
  const page = await organizationPage(readDb, actor, organizationId);
  expect(page.members.map((one) => one.role)).toEqual(['owner', role]);
  expect(page.invitations).toEqual([]);
});

test('an organization is nothing to an owner of another one', async () => {
  const owner = await studio();
  const stranger = await studio();
  const { partyId: organizationId } = owner;
  const input = { organizationId, memberId: owner.memberId };
  await expect(
    run(removeMember, input, { actor: stranger, root: organizationId }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await expect(organizationPage(readDb, stranger, organizationId)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('who leaves takes no key along, also not when it comes back', async () => {
  const owner = await studio();
  const actor = await colleague(owner, 'manager');
  const { partyId: organizationId } = owner;
  const token = mintToken();
  const key = {
    name: 'CI',
    scopes: ALL_SCOPES,
    expiresAt: null,
    prefix: 'ash_',
    secretHash: token,
  };
  const { keyId } = await run(createApiKey, key, { actor, root: actor.memberId });
  const { memberId } = actor;
  await run(removeMember, { organizationId, memberId }, { actor: owner, root: organizationId });
  const kept = await db
    .selectFrom('apiKey')
    .select('revokedAt')
    .where('id', '=', keyId)
    .executeTakeFirstOrThrow();
  expect(kept.revokedAt).not.toBeNull();
});

test('a member of it is not invited again', async () => {
  const owner = await studio();
  const { actor, email } = await person();
  const { token } = await invite(owner, email);
  await join(owner, actor, token);
  await expect(invite(owner, email)).rejects.toMatchObject({
    code: 'already_member',
    field: 'email',
  });
});
