/** A small marketplace with something in every state that an operation acts on. */

import { inviteToOrganization } from '#domain/accounts/commands/invite-to-organization.ts';
import { joinOrganization } from '#domain/accounts/commands/join-organization.ts';
import { revokeApiKey } from '#domain/accounts/commands/revoke-api-key.ts';
import { setOperator } from '#domain/accounts/commands/set-operator.ts';
import { suspendMember } from '#domain/accounts/commands/suspend-member.ts';
import { hashToken, mintToken } from '#domain/accounts/secret-token.ts';
import { requestDeposit } from '#domain/billing/commands/request-deposit.ts';
import { requestWithdrawal } from '#domain/billing/commands/request-withdrawal.ts';
import { ALL_SCOPES, type MemberActor, type Scope, systemActor } from '#domain/kernel/actor.ts';
import { namedId } from '#domain/kernel/ids.ts';
import type { Run } from '#platform/run.ts';
import { payIn } from '../cast/contracts.ts';
import { castMember, castOrganization } from '../cast/members.ts';
import type { TestDatabase } from '../database.ts';
import { type Deals, makeDeals } from './deals.ts';
import { keyOf } from './door.ts';
import { makeSaid, type Said } from './feedback.ts';
import { type Held, makeHeld } from './held.ts';
import { makePiecework, type Piecework } from './piecework.ts';
import { makeProfiles, type Profiles } from './profiles.ts';

export const ROLES = [
  'visitor',
  'stranger',
  'owner',
  'manager',
  'member',
  'freelancer',
  'rival',
  'operator',
  'owner reads',
  'owner works',
  'owner pays',
  'freelancer reads',
  'freelancer works',
  'freelancer pays',
  'revoked',
  'expired',
] as const;

export type Role = (typeof ROLES)[number];

export type World = Deals &
  Profiles &
  Said &
  Held &
  Piecework & {
    /** Stands in every text of this world, so that a leak is seen. */
    secret: string;
    keys: Record<Role, string | undefined>;
    clientId: string;
    ownerId: string;
    memberId: string;
    managerId: string;
    freelancerId: string;
    rivalId: string;
    suspendedId: string;
    strangerEmail: string;
    invitationId: string;
    invitationToken: string;
    ownerKeyId: string;
    freelancerKeyId: string;
    depositId: string;
    withdrawalId: string;
  };

/** Builds a world whose people and texts carry `name`. */
export async function buildWorld(database: TestDatabase, name: string): Promise<World> {
  const { run, readDb } = database;
  const secret = `secret-of-${name}`;
  const person = (who: string) => castMember(run, `${who} ${secret}`);
  const ownerSelf = await person('owner');
  const owner = await castOrganization(run, ownerSelf, { name: `firm ${secret}`, kind: 'client' });
  const manager = await joined(run, owner, { secret, role: 'manager' });
  const member = await joined(run, owner, { secret, role: 'member' });
  const [stranger, freelancer, rival] = [
    await person('stranger'),
    await person('freelancer'),
    await person('rival'),
  ];
  const operator = await operatorOf(run, await person('operator'));
  const suspended = await person('suspended');
  const { memberId: suspendedId } = suspended;
  const reason = { memberId: suspendedId, reason: secret };
  await run(suspendMember, reason, { actor: operator, root: suspendedId });
  await payIn(run, owner, { amountMinor: 1_000_000n });
  await payIn(run, freelancer, { amountMinor: 50_000n });
  const strangerEmail = addressOf('stranger', secret);
  const { invitationId, token } = await invited(run, owner, {
    email: strangerEmail,
    role: 'member',
  });
  const ownerKey = await keyOf(run, owner);
  const freelancerKey = await keyOf(run, freelancer);
  const root = owner.partyId;
  const sum = { currency: 'USD', amountMinor: 5_000n, note: secret };
  const deposit = await run(requestDeposit, sum, { actor: owner, root });
  const payout = { ...sum, payee: secret };
  const withdrawal = await run(requestWithdrawal, payout, { actor: owner, root });
  const people = { owner, manager, member, stranger, freelancer, rival, operator };
  const keys = await keysOf(run, people, {
    owner: ownerKey.secret,
    freelancer: freelancerKey.secret,
  });
  return {
    ...(await makeDeals({ run, readDb, secret, client: owner, freelancer, rival })),
    ...(await makeProfiles(run, freelancer, secret)),
    ...(await makeSaid(run, { client: owner, freelancer, rival })),
    ...(await makePiecework({ database, client: owner, worker: freelancer, secret })),
    ...(await makeHeld(run, { client: owner, freelancer, secret })),
    secret,
    keys,
    clientId: owner.partyId,
    ownerId: owner.memberId,
    memberId: member.memberId,
    managerId: manager.memberId,
    freelancerId: freelancer.memberId,
    rivalId: rival.memberId,
    suspendedId,
    strangerEmail,
    invitationId,
    invitationToken: token,
    ownerKeyId: ownerKey.keyId,
    freelancerKeyId: freelancerKey.keyId,
    depositId: deposit.requestId,
    withdrawalId: withdrawal.requestId,
  };
}

type People = Record<
  'owner' | 'manager' | 'member' | 'stranger' | 'freelancer' | 'rival' | 'operator',
  MemberActor
>;

/** A key for each role; two of them were made before, because their ids are needed. */
async function keysOf(
  run: Run,
  people: People,
  made: { owner: string; freelancer: string },
): Promise<World['keys']> {
  const secretOf = async (actor: MemberActor, scopes: readonly Scope[] = ALL_SCOPES) =>
    (await keyOf(run, actor, { scopes })).secret;
  const revoked = await keyOf(run, people.owner);
  await run(
    revokeApiKey,
    { keyId: revoked.keyId },
    { actor: people.owner, root: people.owner.memberId },
  );
  return {
    visitor: undefined,
    stranger: await secretOf(people.stranger),
    owner: made.owner,
    manager: await secretOf(people.manager),
    member: (await keyOf(run, people.member, { scopes: ['read', 'work'] })).secret,
    freelancer: made.freelancer,
    rival: await secretOf(people.rival),
    operator: await secretOf(people.operator),
    'owner reads': await secretOf(people.owner, ['read']),
    'owner works': await secretOf(people.owner, ['work']),
    'owner pays': await secretOf(people.owner, ['money']),
    'freelancer reads': await secretOf(people.freelancer, ['read']),
    'freelancer works': await secretOf(people.freelancer, ['work']),
    'freelancer pays': await secretOf(people.freelancer, ['money']),
    revoked: revoked.secret,
    expired: await expiredKey(run, people.owner),
  };
}

/** An id of the right form that nobody gave out. */
export const UNKNOWN_ID = namedId(7, 'nobody');

async function operatorOf(run: Run, actor: MemberActor): Promise<MemberActor> {
  const made = { memberId: actor.memberId, operator: true };
  await run(setOperator, made, { actor: systemActor('world'), root: actor.memberId });
  return { ...actor, operator: true };
}

async function invited(
  run: Run,
  owner: MemberActor,
  whom: { email: string; role: 'manager' | 'member' },
): Promise<{ invitationId: string; token: string }> {
  const organizationId = owner.partyId;
  const token = mintToken();
  const link = { token, tokenHash: hashToken(token), linkStart: 'http://market.test/invitations/' };
  const input = { organizationId, ...whom, ...link };
  const { invitationId } = await run(inviteToOrganization, input, {
    actor: owner,
    root: organizationId,
  });
  return { invitationId, token };
}

/** Somebody new, who works for the owner's organization in this role. */
async function joined(
  run: Run,
  owner: MemberActor,
  { secret, role }: { secret: string; role: 'manager' | 'member' },
): Promise<MemberActor> {
  const member = await castMember(run, `${role} ${secret}`);
  const email = addressOf(role, secret);
  const organizationId = owner.partyId;
  const { token } = await invited(run, owner, { email, role });
  const input = { organizationId, tokenHash: hashToken(token) };
  await run(joinOrganization, input, { actor: member, root: organizationId });
  return { ...member, partyId: organizationId, role };
}

/** The address that `castMember` gave. */
function addressOf(who: string, secret: string): string {
  return `${`${who} ${secret}`.replace(/\W+/g, '.')}@cast.test`;
}

/** Made a minute before it ran out, an hour ago. */
async function expiredKey(run: Run, actor: MemberActor): Promise<string> {
  const hourAgo = new Date(Date.now() - 3_600_000);
  const expiresAt = new Date(hourAgo.getTime() + 60_000).toISOString();
  return (await keyOf(run, actor, { expiresAt, now: hourAgo })).secret;
}
