import { expect, test } from 'vitest';
import { changeProfile } from '#domain/accounts/commands/change-profile.ts';
import { suspendMember } from '#domain/accounts/commands/suspend-member.ts';
import { decideMoneyRequest } from '#domain/billing/commands/decide-money-request.ts';
import { requestDeposit } from '#domain/billing/commands/request-deposit.ts';
import { acceptMilestone } from '#domain/contracts/commands/accept-milestone.ts';
import { deliverMilestone } from '#domain/contracts/commands/deliver-milestone.ts';
import { fundMilestone } from '#domain/contracts/commands/fund-milestone.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import { newId } from '#domain/kernel/ids.ts';
import { payIn, signedContract } from '#test/cast/contracts.ts';
import { clockwork } from '#test/cast/jobs.ts';
import { castMember, castOrganization } from '#test/cast/members.ts';
import { castOperator } from '#test/cast/operators.ts';
import { openProject, propose } from '#test/cast/projects.ts';
import { testDatabase } from '#test/database.ts';
import { notification, notifications } from '../queries/notifications.ts';
import { outbox, outboxMail } from '../queries/outbox.ts';
import { readAllNotifications, readNotification } from './read-notifications.ts';

const { run, db, readDb } = await testDatabase();
const { react } = clockwork({ run, readDb });
const mara = await castMember(run, 'Mara Oduya');
const firm = await castOrganization(run, mara, { name: 'Harrow & Lane', kind: 'client' });
const ioana = await castMember(run, 'Ioana Petrescu');
const pavel = await castMember(run, 'Pavel Novak');
const operator = await castOperator(run, 'Noor Haddad');

async function joins(memberId: string, role: 'manager' | 'member'): Promise<void> {
  const row = { organizationId: firm.partyId, memberId, role, joinedAt: new Date() };
  await db.insertInto('membership').values(row).execute();
}

async function titlesOf(actor: MemberActor): Promise<string[]> {
  const page = await notifications(readDb, actor, { limit: 100, timeZone: 'UTC' });
  return page.rows.map((row) => row.title.replaceAll('\u00a0', ' '));
}

test('a contract tells each side what the other did, once, and not the one who acted', async () => {
  await payIn(run, firm, { amountMinor: 500_000n });
  const pair = { client: firm, freelancer: ioana };
  const { milestones } = await signedContract(run, readDb, pair);
  const [first] = milestones;
  await run(fundMilestone, { milestoneId: first }, { actor: firm, root: first });
  const delivery = { milestoneId: first, note: 'Done.' };
  await run(deliverMilestone, delivery, { actor: ioana, root: first });
  await run(acceptMilestone, { milestoneId: first }, { actor: firm, root: first });
  await react();
  await react();
  expect(await titlesOf(ioana)).toEqual([
    'You are paid USD 540.00 for “Clay models”',
    'USD 600.00 is held in escrow for “Clay models”',
    'Harrow & Lane offers you USD 1,600.00 for “Six street views of a lighthouse visitor centre”',
  ]);
  expect(await titlesOf(mara)).toEqual([
    'Ioana Petrescu delivered “Clay models”: USD 600.00 waits for you',
    'Ioana Petrescu signed “Six street views of a lighthouse visitor centre” for USD 1,600.00',
    'Ioana Petrescu proposes USD 1,600.00 for “Six street views of a lighthouse visitor centre”',
    'USD 5,000.00 arrived in your account',
  ]);
  const mails = await db.selectFrom('mail').select('recipient').execute();
  expect(mails.filter((one) => one.recipient === 'ioana.petrescu@cast.test')).toHaveLength(3);
});

test('two processes that tell of the same event tell once', async () => {
  await openProject(run, firm).then((projectId) => propose(run, pavel, projectId));
  const before = (await titlesOf(mara)).length;
  await Promise.all([react(), react(), react()]);
  expect((await titlesOf(mara)).length).toBe(before + 1);
});

test('roles decide who hears of money; no mails for whom wants none', async () => {
  const manager = await castMember(run, 'Tomas Lind');
  const member = await castMember(run, 'Ada Okoye');
  await joins(manager.memberId, 'manager');
  await joins(member.memberId, 'member');
  const wish = { actor: manager, root: manager.memberId };
  await run(changeProfile, { mailNotices: false }, wish);
  await payIn(run, firm, { amountMinor: 777n });
  await openProject(run, firm).then((projectId) => propose(run, pavel, projectId));
  await react();
  expect(await titlesOf(manager)).toContain('USD 7.77 arrived in your account');
  expect((await titlesOf(member)).some((title) => title.includes('arrived'))).toBe(false);
  expect((await titlesOf(member))[0]).toMatch(/^Pavel Novak proposes USD 1,600.00/);
  const mails = await db
    .selectFrom('mail')
    .select('recipient')
    .where('recipient', 'in', ['tomas.lind@cast.test', 'ada.okoye@cast.test'])
    .execute();
  expect(new Set(mails.map((one) => one.recipient))).toEqual(new Set(['ada.okoye@cast.test']));
  const [mail] = await db
    .selectFrom('mail')
    .select('bodyText')
    .where('recipient', '=', 'ada.okoye@cast.test')
    .execute();
  expect(mail?.bodyText).toContain('This is for Harrow & Lane.');
});

test('operators hear of requests, the party of the decision', async () => {
  const asked = { currency: 'USD', amountMinor: 12_000n };
  const { requestId } = await run(requestDeposit, asked, { actor: pavel, root: pavel.partyId });
  await react();
  expect(await titlesOf(operator)).toEqual([
    'Pavel Novak pays in USD 120.00',
    'You are an operator now',
  ]);
  const no = { requestId, decision: 'reject' as const, note: 'Nothing arrived in a week.' };
  await run(decideMoneyRequest, no, { actor: operator, root: requestId });
  await react();
  const page = await notifications(readDb, pavel, { limit: 1, timeZone: 'UTC' });
  expect(page.rows[0]).toMatchObject({ link: '/money', partyName: 'Pavel Novak', readAt: null });
  expect(page.rows[0]?.body).toContain('Nothing arrived in a week.');
});

test('a suspended member is told of that alone', async () => {
  const out = await castMember(run, 'Gone Bad');
  const suspension = { memberId: out.memberId, reason: 'Spam.' };
  await run(suspendMember, suspension, { actor: operator, root: out.memberId });
  await payIn(run, out, { amountMinor: 5n });
  await react();
  expect(await titlesOf(out)).toEqual(['Your account is suspended']);
});

test('the list pages by a cursor', async () => {
  const first = await notifications(readDb, ioana, { limit: 2, timeZone: 'UTC' });
  const cursor = first.next ?? '';
  const rest = await notifications(readDb, ioana, { cursor, limit: 2, timeZone: 'UTC' });
  expect([...first.rows, ...rest.rows].map((row) => row.id)).toHaveLength(3);
  expect(new Set([...first.rows, ...rest.rows].map((row) => row.id)).size).toBe(3);
  expect(rest.next).toBeNull();
});

test('reading is for one’s own only', async () => {
  const page = await notifications(readDb, ioana, { unread: true, limit: 50, timeZone: 'UTC' });
  const id = page.rows[0]?.id ?? '';
  const theft = run(readNotification, { notificationId: id }, { actor: pavel, root: id });
  expect(await theft).toEqual({ read: 0 });
  await expect(notification(readDb, pavel, { id, timeZone: 'UTC' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(notification(readDb, pavel, { id: 'x', timeZone: 'UTC' })).rejects.toMatchObject({
    code: 'not_found',
  });
  const reading = { actor: ioana, root: id };
  expect(await run(readNotification, { notificationId: id }, reading)).toEqual({ read: 1 });
  expect(await run(readNotification, { notificationId: id }, reading)).toEqual({ read: 0 });
  const all = await run(readAllNotifications, null, { actor: ioana, root: ioana.memberId });
  expect(all.read).toBe(page.rows.length - 1);
});

test('the outbox hides texts that open something once mails are really sent', async () => {
  const id = newId(0);
  const mail = { recipient: 'a@b.test', subject: 'Reset', bodyText: 'https://secret', reason: 'r' };
  await db
    .insertInto('mail')
    .values({ ...mail, id, secret: true, createdAt: new Date() })
    .execute();
  const text = async (delivers: boolean) =>
    (await outboxMail(readDb, operator, { id, delivers })).text;
  expect(await text(false)).toBe('https://secret');
  expect(await text(true)).toBeNull();
  await expect(outbox(readDb, ioana, { limit: 5 })).rejects.toMatchObject({ code: 'not_allowed' });
  expect((await outbox(readDb, operator, { limit: 1 })).rows).toHaveLength(1);
});
