import { expect, test } from 'vitest';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { hashToken, mintToken } from '../secret-token.ts';
import { inviteToOrganization } from './invite-to-organization.ts';
import { INVITATION_MAILS } from './queue-invitation-mail.ts';

const { run } = await testDatabase();

function invite(owner: MemberActor, email: string) {
  const token = mintToken();
  const tokenHash = hashToken(token);
  const linkStart = 'http://market.test/invitations/';
  const organizationId = owner.partyId;
  const invitation = {
    organizationId,
    email,
    role: 'member' as const,
    token,
    tokenHash,
    linkStart,
  };
  return run(inviteToOrganization, invitation, { actor: owner, root: organizationId });
}

const found = (actor: MemberActor, name: string) =>
  castOrganization(run, actor, { name, kind: 'client' });

test('a member mails as many in a day as the limit allows, however many organizations it has', async () => {
  const mara = await castMember(run, 'Mara Oduya');
  const owners = [await found(mara, 'Harrow & Lane'), await found(mara, 'Quay House')];
  const tries = await Promise.allSettled(
    Array.from({ length: INVITATION_MAILS.byMember + 3 }, (_, place) =>
      invite(owners[place % 2] as MemberActor, `guest.${place}@many.test`),
    ),
  );
  const refused = tries.filter((one) => one.status === 'rejected').map((one) => one.reason);
  expect(refused.map((one) => one.code)).toEqual(Array(3).fill('rate_limited'));
  expect(refused[0].data.retryAfterSeconds).toBeGreaterThan(86_000);
  expect(refused[0].data.retryAfterSeconds).toBeLessThanOrEqual(86_400);
});

test('an address gets as many in a day as the limit allows, however many members ask', async () => {
  const owner = async (n: number) => found(await castMember(run, `Owner ${n}`), `House ${n}`);
  for (let n = 0; n < INVITATION_MAILS.toAddress; n += 1) {
    await invite(await owner(n), 'Wanted@many.test');
  }
  const last = await owner(INVITATION_MAILS.toAddress);
  await expect(invite(last, 'wanted@many.test')).rejects.toMatchObject({ code: 'rate_limited' });
  await invite(last, 'unwanted@many.test');
});
