import { redirect } from 'react-router';
import { z } from 'zod';
import { queueMail } from '#domain/accounts/commands/queue-mail.ts';
import { passwordChangedMail } from '#domain/accounts/mail-texts.ts';
import { profileOf } from '#domain/accounts/queries/profile.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '#platform/auth-limits.ts';
import { countedProof } from '#web/accounts/attempts.ts';
import { authHeaders, refusing, withCookies } from '#web/accounts/auth-request.ts';
import { signedIn, type Web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Section } from '#web/ui/page-head.tsx';
import { StateBadge } from '#web/ui/state.tsx';
import type { Route } from './+types/security-page.ts';
import { deviceName } from './device.ts';
import { PasswordForm } from './password-form.tsx';
import { SessionTable } from './session-table.tsx';
import { SettingsPage } from './settings-page.tsx';

const words = text.settings.security;

export const meta = () => [{ title: text.site.title(words.title) }];

export async function loader({ context }: Route.LoaderArgs) {
  const all = signedIn(context);
  const headers = authHeaders(all);
  const current = await all.auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (current === null) throw redirect('/sign-in');
  const sessions = await all.auth.api.listSessions({ headers });
  return {
    twoFactor: current.user.twoFactorEnabled === true,
    // The tokens stay here: a page that shows them would give them away.
    sessions: sessions
      .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
      .map((session) => ({
        id: session.id,
        here: session.id === current.session.id,
        device: deviceName(session.userAgent),
        address: session.ipAddress ?? null,
        createdAt: session.createdAt,
        updatedAt: session.updatedAt,
      })),
  };
}

const password = z.object({
  currentPassword: z.string().max(MAX_PASSWORD_CHARACTERS),
  newPassword: z.string().min(MIN_PASSWORD_CHARACTERS).max(MAX_PASSWORD_CHARACTERS),
  others: z.literal('yes').optional(),
});

export async function action({ context, request }: Route.ActionArgs) {
  const all = signedIn(context);
  const done = (title: string, more?: string) => {
    const flash = { tone: 'go', title, ...(more === undefined ? {} : { text: more }) } as const;
    return redirectWithFlash(context, '/settings/security', flash);
  };
  return actOnIntent(request, {
    password: formCase(
      password,
      async (given) => {
        const headers = await changePassword(all, all.actor.memberId, given);
        const more = given.others === 'yes' ? words.password.doneOthers : undefined;
        return withCookies(done(words.password.done, more), headers);
      },
      { refusedTitle: words.password.refused },
    ),
    end: formCase(z.object({ sessionId: z.string() }), async ({ sessionId }) => {
      const headers = authHeaders(all);
      const sessions = await all.auth.api.listSessions({ headers });
      const session = sessions.find((one) => one.id === sessionId);
      if (session === undefined) return refuse('already_done');
      await all.auth.api.revokeSession({ headers, body: { token: session.token } });
      return done(words.sessions.ended);
    }),
    endOthers: formCase(z.object({}), async () => {
      await all.auth.api.revokeOtherSessions({ headers: authHeaders(all) });
      return done(words.sessions.othersEnded);
    }),
  });
}

async function changePassword(
  all: Web,
  memberId: string,
  given: z.output<typeof password>,
): Promise<Headers> {
  const { currentPassword, newPassword, others } = given;
  const changed = await countedProof(all, memberId, () =>
    refusing(
      all.auth.api.changePassword({
        body: { currentPassword, newPassword, revokeOtherSessions: others === 'yes' },
        headers: authHeaders(all),
        returnHeaders: true,
      }),
      { INVALID_PASSWORD: { field: 'currentPassword', rule: 'password_wrong' } },
    ),
  );
  const { email } = await profileOf(all.readDb, memberId);
  const mail = passwordChangedMail({
    marketName: text.site.name,
    resetLink: `${all.config.url}/forgot-password`,
  });
  const actor = { kind: 'system', name: 'sign-in' } as const;
  const input = { ...mail, recipient: email, secret: false, reason: 'password_changed' };
  await all.run(queueMail, input, { actor, root: memberId });
  return changed.headers;
}

export default function SecurityPage({ loaderData, actionData }: Route.ComponentProps) {
  const { twoFactor, sessions } = loaderData;
  const factor = text.settings.twoFactor;
  return (
    <SettingsPage place="security" title={words.title} lead={words.lead}>
      <Section
        id="second-factor"
        title={factor.title}
        beside={
          twoFactor ? (
            <StateBadge icon="shield-check" tone="go" word={factor.on} />
          ) : (
            <StateBadge icon="circle-dashed" tone="rest" word={factor.off} />
          )
        }
      >
        <p className="mt-1 max-w-[62ch]">{twoFactor ? factor.onText : factor.offText}</p>
        <a className="btn mt-4" href="/settings/security/two-factor">
          {twoFactor ? factor.manage : factor.setUp}
        </a>
      </Section>
      <Section id="password" title={words.password.title}>
        <PasswordForm problems={actionData} />
      </Section>
      <Section id="sessions" title={words.sessions.title}>
        <SessionTable sessions={sessions} problems={actionData} />
      </Section>
    </SettingsPage>
  );
}
