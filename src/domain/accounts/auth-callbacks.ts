/** What the marketplace does when the sign-in tells it something: members and mails. */
import { systemActor } from '#domain/kernel/actor.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import type { AuthCallbacks, AuthUser } from '#platform/auth.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Run } from '#platform/run.ts';
import { type NewMail, queueMail } from './commands/queue-mail.ts';
import { registerMember } from './commands/register-member.ts';
import {
  type MailText,
  passwordChangedMail,
  resetMail,
  takenMail,
  verificationMail,
} from './mail-texts.ts';
import { signInState } from './queries/sign-in-state.ts';

const signIn = systemActor('sign-in');

export type AccountSurroundings = {
  run: Run;
  readDb: ReadDb;
  /** The address that people use, without a slash at its end. */
  baseUrl: string;
  marketName: string;
};

export function accountCallbacks(around: AccountSurroundings): AuthCallbacks {
  const { run, readDb, baseUrl, marketName } = around;
  const page = (path: string, token?: string): string =>
    `${baseUrl}${path}${token === undefined ? '' : `?token=${encodeURIComponent(token)}`}`;
  const register = async (user: AuthUser): Promise<void> => {
    const member = { memberId: user.id, name: user.name, email: user.email };
    await run(registerMember, member, { actor: signIn, root: user.id });
  };
  const send = async (user: AuthUser, mail: MailText & Pick<NewMail, 'secret' | 'reason'>) => {
    await run(queueMail, { ...mail, recipient: user.email }, { actor: signIn, root: user.id });
  };
  return {
    registered: register,
    async beforeSession(user) {
      const state = await signInState(readDb, user.id);
      if (state === 'suspended') refuse('member_suspended');
      // The account was made, and the process ended before its member was.
      if (state === 'missing') await register(user);
    },
    sendVerification: (user, token) => {
      const mail = verificationMail({ marketName, link: page('/verify-email', token) });
      return send(user, { ...mail, secret: true, reason: 'verify_email' });
    },
    sendReset: (user, token) => {
      const mail = resetMail({ marketName, link: page('/reset-password', token) });
      return send(user, { ...mail, secret: true, reason: 'reset_password' });
    },
    sendTaken: (user) => {
      const links = { signInLink: page('/sign-in'), resetLink: page('/forgot-password') };
      const mail = takenMail({ marketName, ...links });
      return send(user, { ...mail, secret: false, reason: 'email_taken' });
    },
    sendPasswordChanged: (user) => {
      const mail = passwordChangedMail({ marketName, resetLink: page('/forgot-password') });
      return send(user, { ...mail, secret: false, reason: 'password_changed' });
    },
  };
}
