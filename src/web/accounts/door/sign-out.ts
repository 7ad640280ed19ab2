import { redirect } from 'react-router';
import { authHeaders, withCookies } from '#web/accounts/auth-request.ts';
import { web } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { text } from '#web/text/catalogue.ts';
import type { Route } from './+types/sign-out.ts';

/** POST /sign-out: ends this session; also one that is over already. */
export async function action({ context }: Route.ActionArgs): Promise<Response> {
  const all = web(context);
  const done = await all.auth.api.signOut({ headers: authHeaders(all), returnHeaders: true });
  const flash = { tone: 'go', title: text.accounts.signIn.signedOut } as const;
  return withCookies(redirectWithFlash(context, '/', flash), done.headers);
}

export function loader(): Response {
  return redirect('/');
}
