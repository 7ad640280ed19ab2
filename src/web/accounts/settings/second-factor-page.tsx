import { data } from 'react-router';
import { z } from 'zod';
import { MAX_PASSWORD_CHARACTERS } from '#platform/auth-limits.ts';
import { countedProof } from '#web/accounts/attempts.ts';
import { authHeaders, refusing, withCookies } from '#web/accounts/auth-request.ts';
import { NO_STORE } from '#web/accounts/shown-once.tsx';
import { signedIn, type Web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, type FormCase, formCase, type Problems } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import type { Route } from './+types/second-factor-page.ts';
import { qrCode } from './qr-code.ts';
import { ManageFactor, RecoveryCodes, ScanCode, StartFactor } from './second-factor-steps.tsx';
import { SettingsPage } from './settings-page.tsx';

const words = text.settings.twoFactor;

export const meta = () => [{ title: text.site.title(words.title) }];
export const headers = () => NO_STORE;

export async function loader({ context }: Route.LoaderArgs) {
  const all = signedIn(context);
  const current = await all.auth.api.getSession({
    headers: authHeaders(all),
    query: { disableRefresh: true },
  });
  // Turning it on ends the session that asked and begins another, which this request cannot know.
  return { on: current === null || current.user.twoFactorEnabled === true };
}

/** What a step leaves on the page, because it must not have an address. */
type Shown = { scan: Scan } | { codes: readonly string[]; renewed: boolean };
type Scan = { uri: string; svg: string; secret: string };

const PASSWORD = z.object({ password: z.string().max(MAX_PASSWORD_CHARACTERS) });
const CODE = z.object({ totp: z.string(), uri: z.string() });
const WRONG = {
  INVALID_PASSWORD: { field: 'password', rule: 'password_wrong' },
  TOTP_ALREADY_ENABLED: { field: 'state', rule: 'factor_on' },
  TWO_FACTOR_NOT_ENABLED: { field: 'state', rule: 'factor_off' },
  TOTP_NOT_ENABLED: { field: 'state', rule: 'factor_off' },
  INVALID_CODE: { field: 'totp', rule: 'code_wrong' },
};

export async function action({ context, request }: Route.ActionArgs) {
  const all = signedIn(context);
  const { api } = all.auth;
  const headers = authHeaders(all);
  const prove = <Value,>(work: () => Promise<Value>): Promise<Value> =>
    countedProof(all, all.actor.memberId, () => refusing(work(), WRONG));
  const notChanged = { refusedTitle: words.notChanged };
  const start = async (body: z.output<typeof PASSWORD>) => {
    const made = await prove(() => api.enableTwoFactor({ body, headers }));
    return data({ scan: await scanOf('totpURI' in made ? (made.totpURI ?? '') : '') });
  };
  const renew = async (body: z.output<typeof PASSWORD>) => {
    const made = await prove(() => api.generateBackupCodes({ body, headers }));
    return data({ codes: made.backupCodes, renewed: true });
  };
  const turnOff = async (body: z.output<typeof PASSWORD>) => {
    const off = () => api.disableTwoFactor({ body, headers, returnHeaders: true });
    const done = await prove(off);
    const flash = { tone: 'go', title: words.turnedOff } as const;
    return withCookies(redirectWithFlash(context, '/settings/security', flash), done.headers);
  };
  return actOnIntent<Shown>(request, {
    start: formCase(PASSWORD, start, { refusedTitle: words.refused }),
    confirm: scanAgain(
      formCase(CODE, ({ totp }) => confirm(all, all.actor.memberId, totp), {
        refusedTitle: words.refused,
      }),
    ),
    renew: formCase(PASSWORD, renew, notChanged),
    off: formCase(PASSWORD, turnOff, notChanged),
  });
}

async function confirm(all: Web, memberId: string, typed: string) {
  const { auth, limits } = all;
  const body = { code: typed.replaceAll(/\s/g, '') };
  const verify = () =>
    auth.api.verifyTOTP({ body, headers: authHeaders(all), returnHeaders: true });
  const turnedOn = await countedProof(all, memberId, () => refusing(verify(), WRONG));
  // The code that turned it on must not open a session besides.
  await limits.take('code_used', `${memberId} ${body.code}`);
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: memberId } });
  const cookies = turnedOn.headers.getSetCookie();
  return data(
    { codes: backupCodes, renewed: false },
    { headers: cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]) },
  );
}

/** After a wrong code the same picture comes back, from what the form carried. */
function scanAgain(only: FormCase<Shown>): FormCase<Shown> {
  return {
    act: async (form) => {
      const result = await only.act(form);
      const uri = String(form.get('uri'));
      const right = uri.startsWith('otpauth://totp/') && uri.length < 500 && URL.canParse(uri);
      if (result instanceof Response || !('intent' in result.data) || !right) return result;
      return data({ ...result.data, scan: await scanOf(uri) }, result.init ?? {});
    },
  };
}

async function scanOf(uri: string): Promise<Scan> {
  return { uri, svg: await qrCode(uri), secret: new URL(uri).searchParams.get('secret') ?? '' };
}

export default function SecondFactorPage({ loaderData, actionData }: Route.ComponentProps) {
  const shown: Partial<Problems & { scan: Scan; codes: readonly string[]; renewed: boolean }> =
    actionData ?? {};
  const problems = shown.intent === undefined ? undefined : (shown as Problems);
  const title = loaderData.on ? words.manageTitle : words.setUpTitle;
  return (
    <SettingsPage place="security" title={title}>
      {shown.codes !== undefined ? (
        <RecoveryCodes codes={shown.codes} renewed={shown.renewed === true} />
      ) : shown.scan !== undefined ? (
        <ScanCode {...shown.scan} problems={problems} />
      ) : loaderData.on ? (
        <ManageFactor problems={problems} />
      ) : (
        <StartFactor problems={problems} />
      )}
    </SettingsPage>
  );
}
