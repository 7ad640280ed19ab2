import { redirect } from 'react-router';
import { z } from 'zod';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { addressGroup } from '#platform/attempt-limits.ts';
import {
  authErrorCode,
  authHeaders,
  nextOf,
  onlyVisitors,
  refusing,
  withCookies,
  withNext,
} from '#web/accounts/auth-request.ts';
import { type Web, web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { actOnIntent, formCase } from '#web/form-act.ts';
import { text } from '#web/text/catalogue.ts';
import { Form } from '#web/ui/form/form.tsx';
import { SubmitButton } from '#web/ui/form/submit-button.tsx';
import { TextField } from '#web/ui/form/text-fields.tsx';
import type { Route } from './+types/two-factor.ts';
import { DoorPage, Neighbour } from './door-page.tsx';

const words = text.accounts.twoFactor;

type Surroundings = Route.ActionArgs['context'];

export const meta = () => [{ title: text.site.title(words.title) }];

export function loader({ context, request }: Route.LoaderArgs) {
  onlyVisitors(web(context));
  const recovery = new URL(request.url).searchParams.has('recovery');
  const next = nextOf(request);
  const here = withNext('/two-factor', next);
  const other = recovery ? here : `${here}${here.includes('?') ? '&' : '?'}recovery`;
  return { recovery, other };
}

export async function action({ context, request }: Route.ActionArgs) {
  const all = web(context);
  const refused = { refusedTitle: words.refused };
  return actOnIntent(request, {
    app: formCase(
      z.object({ totp: z.string() }),
      ({ totp }) =>
        restartable(context, all, () => byApp(context, all, totp.replaceAll(/\s/g, ''))),
      refused,
    ),
    recovery: formCase(
      z.object({ secret: z.string() }),
      ({ secret }) => restartable(context, all, () => byRecovery(all, secret)),
      refused,
    ),
  });
}

async function byApp(context: Surroundings, all: Web, code: string): Promise<Response> {
  const { auth, limits } = all;
  await limits.take('second_factor_address', addressGroup(all.address));
  const done = await refusing(
    auth.api.verifyTOTP({ body: { code }, headers: authHeaders(all), returnHeaders: true }),
    { INVALID_CODE: { field: 'totp', rule: 'code_wrong' } },
  );
  await limits.giveBack('second_factor_address', addressGroup(all.address));
  try {
    await limits.take('code_used', `${done.response.user.id} ${code}`);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await endNewSession(all, done.headers);
    const flash = { tone: 'miss', title: words.used, text: words.usedText } as const;
    return redirectWithFlash(context, withNext('/sign-in', nextOf(all.request)), flash);
  }
  return withCookies(redirect(nextOf(all.request), 303), done.headers);
}

async function byRecovery(all: Web, code: string): Promise<Response> {
  const { auth, limits } = all;
  await limits.take('second_factor_address', addressGroup(all.address));
  const done = await refusing(
    auth.api.verifyBackupCode({ body: { code }, headers: authHeaders(all), returnHeaders: true }),
    { INVALID_BACKUP_CODE: { field: 'secret', rule: 'recovery_wrong' } },
  );
  await limits.giveBack('second_factor_address', addressGroup(all.address));
  return withCookies(redirect(nextOf(all.request), 303), done.headers);
}

/** A code that was used a moment ago may have been read over a shoulder. */
async function endNewSession(all: Web, made: Headers): Promise<void> {
  const cookie = made.getSetCookie().map((one) => one.split(';')[0]);
  await all.auth.api.signOut({ headers: new Headers({ Cookie: cookie.join('; ') }) });
}

/** A challenge that is over, or guessed at too often, starts again at the password. */
async function restartable(
  context: Surroundings,
  all: Web,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!OVER.has(authErrorCode(error) ?? '')) throw error;
    const flash = { tone: 'miss', title: words.over, text: words.overText } as const;
    return redirectWithFlash(context, withNext('/sign-in', nextOf(all.request)), flash);
  }
}

const OVER = new Set([
  'INVALID_TWO_FACTOR_COOKIE',
  'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE',
  'ACCOUNT_TEMPORARILY_LOCKED',
  'TOTP_NOT_ENABLED',
  'BACKUP_CODES_NOT_ENABLED',
]);

export default function TwoFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { recovery, other } = loaderData;
  return (
    <DoorPage title={words.title} lead={recovery ? words.recoveryLead : words.lead}>
      <Form intent={recovery ? 'recovery' : 'app'} problems={actionData}>
        {recovery ? (
          <TextField
            name="secret"
            label={words.recoveryCode}
            hint={words.recoveryHint}
            autoComplete="off"
          />
        ) : (
          <TextField
            name="totp"
            label={words.code}
            hint={words.codeHint}
            autoComplete="one-time-code"
            inputMode="numeric"
          />
        )}
        <SubmitButton>{words.submit}</SubmitButton>
      </Form>
      <Neighbour
        question={words.lost}
        href={other}
        label={recovery ? words.useApp : words.useRecovery}
      />
    </DoorPage>
  );
}
