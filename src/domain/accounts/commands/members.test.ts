import { expect, test } from 'vitest';
import { systemActor } from '#domain/kernel/actor.ts';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { testDatabase } from '#test/database.ts';
import { profileOf } from '../queries/profile.ts';
import { memberView } from '../queries/viewer.ts';
import { changeProfile } from './change-profile.ts';
import { registerMember } from './register-member.ts';
import { setOperator } from './set-operator.ts';
import { restoreMember, suspendMember } from './suspend-member.ts';

const { db, readDb, run } = await testDatabase();

const system = systemActor('test');

async function eventsAt(rootId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .select('kind')
    .where('rootId', '=', rootId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.kind);
}

test('registering twice, and at once, makes one member and one event', async () => {
  const memberId = newId(drawHome());
  const input = { memberId, name: 'Ioana Petrescu', email: 'Ioana@Cast.test' };
  const register = () => run(registerMember, input, { actor: system, root: memberId });
  await Promise.all([register(), register(), register()]);
  await register();
  expect(await profileOf(readDb, memberId)).toMatchObject({
    name: 'Ioana Petrescu',
    email: 'ioana@cast.test',
    timeZone: 'UTC',
    theme: 'system',
  });
  expect(await eventsAt(memberId)).toEqual(['member.registered']);
});

test('an address belongs to one member, and nothing half is left of the second', async () => {
  await castMember(run, 'First Owner');
  const memberId = newId(drawHome());
  const input = { memberId, name: 'Second', email: 'first.owner@cast.test' };
  await expect(run(registerMember, input, { actor: system, root: memberId })).rejects.toMatchObject(
    { code: 'email_taken' },
  );
  expect(await db.selectFrom('party').select('id').where('id', '=', memberId).execute()).toEqual(
    [],
  );
});

test('a profile changes in parts, and the event names them', async () => {
  const actor = await castMember(run, 'Ioana Profile');
  const options = { actor, root: actor.memberId };
  const changed = await run(changeProfile, { country: 'RO', theme: 'dark' }, options);
  expect(changed).toEqual({ changed: ['country', 'theme'] });
  expect(await run(changeProfile, { country: 'RO' }, options)).toEqual({ changed: [] });
  expect(await profileOf(readDb, actor.memberId)).toMatchObject({
    name: 'Ioana Profile',
    country: 'RO',
    theme: 'dark',
  });
  expect(await eventsAt(actor.memberId)).toEqual(['member.registered', 'member.profile_changed']);
  await expect(run(changeProfile, { country: 'XX' }, options)).rejects.toMatchObject({
    code: 'input_invalid',
    field: 'country',
  });
  const reader = { ...actor, scopes: ['read'] as const };
  await expect(
    run(changeProfile, { name: 'Eve' }, { actor: reader, root: actor.memberId }),
  ).rejects.toMatchObject({ code: 'scope_missing' });
});

test('only an operator suspends, never itself, and with a reason', async () => {
  const plain = await castMember(run, 'Plain Person');
  const operator = await castMember(run, 'Olu Operator');
  const { memberId } = plain;
  const reason = 'Two complaints';
  await expect(
    run(suspendMember, { memberId, reason }, { actor: operator, root: memberId }),
  ).rejects.toMatchObject({ code: 'not_allowed' });
  await run(
    setOperator,
    { memberId: operator.memberId, operator: true },
    { actor: system, root: operator.memberId },
  );
  const view = await memberView(readDb, operator.memberId, null);
  const acting = view?.actor ?? operator;
  expect(acting.operator).toBe(true);
  const options = { actor: acting, root: memberId };
  const itself = run(
    suspendMember,
    { memberId: operator.memberId, reason },
    { actor: acting, root: operator.memberId },
  );
  await expect(itself).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(suspendMember, { memberId, reason: ' ' }, options)).rejects.toMatchObject({
    field: 'reason',
  });
  await run(suspendMember, { memberId, reason }, options);
  expect(await memberView(readDb, memberId, null)).toBeNull();
  await expect(run(suspendMember, { memberId, reason }, options)).rejects.toMatchObject({
    code: 'already_done',
  });
  await run(restoreMember, { memberId }, options);
  expect(await memberView(readDb, memberId, null)).not.toBeNull();
});

test('no member makes an operator', async () => {
  const actor = await castMember(run, 'Ambitious Person');
  const { memberId } = actor;
  await expect(
    run(setOperator, { memberId, operator: true }, { actor, root: memberId }),
  ).rejects.toMatchObject({ code: 'not_allowed' });
});

test('a viewer acts for itself, or for a party it has a role in', async () => {
  const mara = await castMember(run, 'Mara Oduya');
  const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
  const other = await castOrganization(run, await castMember(run, 'Someone Else'), {
    name: 'Brightwater',
    kind: 'client',
  });
  const itself = await memberView(readDb, mara.memberId, null);
  expect(itself).toMatchObject({ name: 'Mara Oduya', actor: { ...mara, role: 'self' } });
  expect(itself?.parties.map((one) => [one.name, one.role])).toEqual([
    ['Mara Oduya', 'self'],
    ['Harrow & Lane', 'owner'],
  ]);
  const forFirm = await memberView(readDb, mara.memberId, firm.partyId);
  expect(forFirm?.actor).toMatchObject({ partyId: firm.partyId, role: 'owner' });
  const forOther = await memberView(readDb, mara.memberId, other.partyId);
  expect(forOther?.actor).toMatchObject({ partyId: mara.memberId, role: 'self' });
});

test('a viewer sees a purse only where its role may', async () => {
  const mara = await castMember(run, 'Mara Purse');
  const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
  const balances = async () =>
    (await memberView(readDb, mara.memberId, null))?.parties.map((one) => one.balances);
  expect(await balances()).toEqual([[], []]);
  await db
    .updateTable('membership')
    .set({ role: 'member' })
    .where('organizationId', '=', firm.partyId)
    .execute();
  expect(await balances()).toEqual([[], null]);
});
