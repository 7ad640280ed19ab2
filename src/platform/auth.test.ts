import { getMigrations } from 'better-auth/db/migration';
import { Kysely, PostgresDialect } from 'kysely';
import { expect, test } from 'vitest';
import { accountCallbacks } from '#domain/accounts/auth-callbacks.ts';
import { profileOf } from '#domain/accounts/queries/profile.ts';
import { testDatabase } from '#test/database.ts';
import { createAuth, endSessions, enrolAccount } from './auth.ts';

const { pool, db, readDb, run } = await testDatabase();

const PASSWORD = 'a lantern over water';
const baseUrl = 'http://market.test';
const callbacks = accountCallbacks({ run, readDb, baseUrl, marketName: 'Anyshore' });
const secret = 'for tests only: 3f9c1e5a7b2d4860';
const settings = { pool, secret, baseUrl, marketName: 'Anyshore', callbacks };
const auth = createAuth(settings);

let accounts = 0;

function address(): string {
  accounts += 1;
  return `ioana${accounts}@cast.test`;
}

async function mailsTo(recipient: string): Promise<{ reason: string; bodyText: string }[]> {
  return db
    .selectFrom('mail')
    .select(['reason', 'bodyText'])
    .where('recipient', '=', recipient)
    .orderBy('createdAt')
    .execute();
}

function tokenIn(body: string): string {
  return /\?token=([\w.%-]+)/.exec(body)?.[1] ?? 'none';
}

function signIn(email: string, password = PASSWORD) {
  return auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
}

test('the committed tables are the ones that better-auth asks for', async () => {
  const plan = await getMigrations(auth.options);
  expect(plan.toBeCreated.map((one) => one.table)).toEqual([]);
  expect(plan.toBeAdded).toEqual([]);
  expect(plan.toBeAddedIndexes).toEqual([]);
  expect(plan.schemaProblems).toEqual([]);
});

test('that comparison finds what is missing', async () => {
  const database = {
    db: new Kysely<never>({ dialect: new PostgresDialect({ pool }) }),
    type: 'postgres' as const,
    schemaName: 'public',
  };
  const plan = await getMigrations({ ...auth.options, database });
  expect(plan.toBeCreated.map((one) => one.table)).toContain('session');
});

test('signing up makes the member and mails a link; only the link opens the account', async () => {
  const email = address();
  const made = await auth.api.signUpEmail({
    body: { name: 'Ioana Petrescu', email, password: PASSWORD },
  });
  expect(made.token).toBeNull();
  expect(await profileOf(readDb, made.user.id)).toMatchObject({ name: 'Ioana Petrescu', email });
  await expect(signIn(email)).rejects.toMatchObject({ body: { code: 'EMAIL_NOT_VERIFIED' } });
  const [mail] = await mailsTo(email);
  expect(mail?.reason).toBe('verify_email');
  await auth.api.verifyEmail({ query: { token: tokenIn(mail?.bodyText ?? '') } });
  const { headers } = await signIn(email);
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^anyshore\.session_token=.*; HttpOnly; SameSite=Lax$/);
});

test('behind https cookies are secure', async () => {
  const secured = createAuth({ ...settings, baseUrl: 'https://market.test' });
  const { email } = await enrolAccount(auth, {
    name: 'Ioana',
    email: address(),
    password: PASSWORD,
  });
  const { headers } = await secured.api.signInEmail({
    body: { email, password: PASSWORD },
    returnHeaders: true,
  });
  expect(headers.getSetCookie()[0]).toMatch(/^__Secure-anyshore\.session_token=.*; Secure/);
});

test('a taken address answers like a free one; only its mailbox is told', async () => {
  const { id, email } = await enrolAccount(auth, {
    name: 'Ioana Petrescu',
    email: address(),
    password: PASSWORD,
  });
  const free = address();
  const body = { name: 'Eve', password: 'another long password' };
  const taken = await auth.api.signUpEmail({ body: { ...body, email } });
  const fresh = await auth.api.signUpEmail({ body: { ...body, email: free } });
  expect(Object.keys(taken.user).sort()).toEqual(Object.keys(fresh.user).sort());
  expect(taken.user.id).not.toBe(id);
  expect((await mailsTo(email)).map((one) => one.reason)).toEqual(['email_taken']);
  await expect(signIn(email, 'another long password')).rejects.toMatchObject({ statusCode: 401 });
});

test('a reset of an unknown address answers like one of a known address', async () => {
  const { email } = await enrolAccount(auth, {
    name: 'Ioana',
    email: address(),
    password: PASSWORD,
  });
  const unknown = address();
  const known = await auth.api.requestPasswordReset({ body: { email } });
  expect(await auth.api.requestPasswordReset({ body: { email: unknown } })).toEqual(known);
  expect(await mailsTo(unknown)).toEqual([]);
  expect((await mailsTo(email)).map((one) => one.reason)).toEqual(['reset_password']);
});

test('a reset ends all sessions, proves the mailbox, and its link works once', async () => {
  const email = address();
  await auth.api.signUpEmail({ body: { name: 'Ioana', email, password: 'chosen by a stranger' } });
  await auth.api.requestPasswordReset({ body: { email } });
  const mails = await mailsTo(email);
  const token = tokenIn(mails.at(-1)?.bodyText ?? '');
  const kept = await pool.query('select identifier from "auth"."verification"');
  expect(JSON.stringify(kept.rows)).not.toContain(token);
  await auth.api.resetPassword({ body: { token, newPassword: PASSWORD } });
  await expect(signIn(email, 'chosen by a stranger')).rejects.toMatchObject({ statusCode: 401 });
  const { headers } = await signIn(email);
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(await auth.api.getSession({ headers: new Headers({ cookie }) })).not.toBeNull();
  await expect(
    auth.api.resetPassword({ body: { token, newPassword: 'once again, once again' } }),
  ).rejects.toMatchObject({ body: { code: 'INVALID_TOKEN' } });
  await auth.api.requestPasswordReset({ body: { email } });
  const second = tokenIn((await mailsTo(email)).at(-1)?.bodyText ?? '');
  await auth.api.resetPassword({ body: { token: second, newPassword: 'yet another password' } });
  expect(await auth.api.getSession({ headers: new Headers({ cookie }) })).toBeNull();
  expect((await mailsTo(email)).at(-1)?.reason).toBe('password_changed');
});

test('a member that was missed at sign-up is made at sign-in', async () => {
  const failing = createAuth({
    ...settings,
    callbacks: { ...callbacks, registered: () => Promise.reject(new Error('the process ended')) },
  });
  const email = address();
  const enrolled = enrolAccount(failing, { name: 'Ioana Petrescu', email, password: PASSWORD });
  await expect(enrolled).rejects.toThrow('the process ended');
  const { rows } = await pool.query('select id from "auth"."user" where email = $1', [email]);
  expect(rows).toHaveLength(1);
  await auth.api.requestPasswordReset({ body: { email } });
  const token = tokenIn((await mailsTo(email)).at(-1)?.bodyText ?? '');
  await auth.api.resetPassword({ body: { token, newPassword: PASSWORD } });
  await signIn(email);
  expect(await profileOf(readDb, rows[0].id)).toMatchObject({ name: 'Ioana Petrescu', email });
});

test('a suspended member gets no session, and its sessions can be ended', async () => {
  const { id, email } = await enrolAccount(auth, {
    name: 'Ioana',
    email: address(),
    password: PASSWORD,
  });
  const { headers } = await signIn(email);
  await db.updateTable('member').set({ suspendedAt: new Date() }).where('id', '=', id).execute();
  await expect(signIn(email)).rejects.toMatchObject({ code: 'member_suspended' });
  await endSessions(auth, id);
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  expect(await auth.api.getSession({ headers: new Headers({ cookie }) })).toBeNull();
});

test.each(['short', 'elevenchars', 'x'.repeat(129)])('%s is no password', async (password) => {
  const body = { name: 'Ioana', email: address(), password };
  await expect(auth.api.signUpEmail({ body })).rejects.toMatchObject({ statusCode: 400 });
});
