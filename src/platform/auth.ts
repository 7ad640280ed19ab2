/**
 * Sign-in: accounts, passwords, sessions and the second factor, kept by better-auth in the schema
 * `auth`. Its HTTP routes are not mounted; our own pages call `auth.api`, so that every form works
 * without script. The domain knows only the member whose id the account carries.
 */
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { drawHome, newId } from '#domain/kernel/ids.ts';
import { createAttemptLimits } from './attempt-limits.ts';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS, RECOVERY_CODES } from './auth-limits.ts';

/** The request header in which the web door hands over the visitor's address; it overwrites it. */
export const ADDRESS_HEADER = 'x-anyshore-address';

const SESSION_SECONDS = 30 * 86_400;
const LINK_SECONDS = 3_600;

export type AuthUser = { id: string; name: string; email: string };

/** What the marketplace does when something happens to an account. */
export type AuthCallbacks = {
  /** A new account exists: makes its member. */
  registered(user: AuthUser): Promise<void>;
  /** Before each new session; throws the refusal `member_suspended` where nobody may come in. */
  beforeSession(user: AuthUser): Promise<void>;
  sendVerification(user: AuthUser, token: string): Promise<void>;
  sendReset(user: AuthUser, token: string): Promise<void>;
  /** Somebody signed up with an address that has an account; only its mailbox is told. */
  sendTaken(user: AuthUser): Promise<void>;
  sendPasswordChanged(user: AuthUser): Promise<void>;
};

export type AuthSettings = {
  pool: pg.Pool;
  secret: string;
  /** The address that people use; an https one makes the cookies Secure. */
  baseUrl: string;
  /** What authenticator apps show above the code. */
  marketName: string;
  callbacks: AuthCallbacks;
  onError?: (message: string, details: unknown[]) => void;
};

export type Auth = ReturnType<typeof createAuth>;

export function createAuth(settings: AuthSettings) {
  return betterAuth(authOptions(settings));
}

/** Makes an account whose address needs no proof, for the command line and the demo. */
export async function enrolAccount(
  auth: Auth,
  account: { id?: string; name: string; email: string; password: string },
): Promise<AuthUser> {
  const { internalAdapter, password } = await auth.$context;
  const email = account.email.toLowerCase();
  const user = await internalAdapter.createUser(
    { ...(account.id && { id: account.id }), name: account.name, email, emailVerified: true },
    { method: 'admin' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await password.hash(account.password),
  });
  return { id: user.id, name: user.name, email };
}

/** Ends every session of a member at once. */
export async function endSessions(auth: Auth, memberId: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.deleteUserSessions(memberId);
}

function authOptions(settings: AuthSettings) {
  const { callbacks, pool } = settings;
  const limits = createAttemptLimits(pool);
  return {
    appName: settings.marketName,
    baseURL: settings.baseUrl,
    secret: settings.secret,
    telemetry: { enabled: false },
    logger: {
      // Wrong passwords are everyday; only errors are news.
      level: 'error',
      log: (_level, message, ...details) => settings.onError?.(message, details),
    },
    database: {
      db: new Kysely<never>({ dialect: new PostgresDialect({ pool }) }),
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    advanced: {
      cookiePrefix: 'anyshore',
      useSecureCookies: settings.baseUrl.startsWith('https:'),
      // A test compares the tables with better-auth's wish, so that each start need not.
      database: { generateId: () => newId(drawHome()), joins: true, validateSchema: false },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 64 },
    },
    // Counted by AttemptLimits, per account and address, over all processes.
    rateLimit: { enabled: false },
    session: { expiresIn: SESSION_SECONDS, updateAge: 86_400 },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: MIN_PASSWORD_CHARACTERS,
      maxPasswordLength: MAX_PASSWORD_CHARACTERS,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => callbacks.sendReset(user, token),
      onExistingUserSignUp: ({ user }) => callbacks.sendTaken(user),
      onPasswordReset: async ({ user }) => {
        // Whoever used the link reads that mailbox, which is all that a verification proves.
        await pool.query('update "auth"."user" set "emailVerified" = true where "id" = $1', [
          user.id,
        ]);
        await limits.clear('sign_in_account', user.email);
        await callbacks.sendPasswordChanged(user);
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      // The sign-in page sends it, because it counts how often.
      sendOnSignIn: false,
      autoSignInAfterVerification: false,
      expiresIn: LINK_SECONDS,
      sendVerificationEmail: ({ user, token }) => callbacks.sendVerification(user, token),
    },
    verification: { storeIdentifier: 'hashed' },
    plugins: [
      twoFactor({
        issuer: settings.marketName,
        backupCodeOptions: { amount: RECOVERY_CODES },
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 },
      }),
    ],
    databaseHooks: {
      user: { create: { after: (user) => callbacks.registered(user) } },
      session: {
        create: {
          before: async ({ userId }, endpoint) => {
            const user = await endpoint?.context.internalAdapter.findUserById(userId);
            if (user) await callbacks.beforeSession(user);
          },
        },
      },
    },
  } satisfies BetterAuthOptions;
}
