/** Who looks at a page: the session in its cookies, and the party the member acts for. */
import { type MemberView, memberView } from '#domain/accounts/queries/viewer.ts';
import type { Auth } from '#platform/auth.ts';
import type { ReadDb } from '#platform/database.ts';
import type { Viewer } from '#web/context.ts';
import { readCookies } from '#web/cookies.ts';
import { readActing } from './acting-cookie.ts';

export type ViewerSettings = { auth: Auth; readDb: ReadDb; secret: string };

/** For `mountWeb`: the viewer of a request, or null for a visitor. Renewed cookies go into `headers`. */
export function createLoadViewer(
  settings: ViewerSettings,
): (request: Request, headers: Headers) => Promise<Viewer | null> {
  const { auth, readDb, secret } = settings;
  return async (request, headers) => {
    const cookies = readCookies(request.headers.get('Cookie'));
    // The name carries a prefix behind https; without any session cookie the database is spared.
    if (![...cookies.keys()].some((name) => name.endsWith('anyshore.session_token'))) return null;
    const found = await auth.api.getSession({
      headers: request.headers,
      // An act may write its own session cookie, which a renewed one must not undo.
      query: { disableRefresh: request.method !== 'GET' },
      returnHeaders: true,
    });
    for (const cookie of found.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
    if (found.response === null) return null;
    const { id } = found.response.user;
    const view = await memberView(readDb, id, readActing(cookies, id, secret));
    return view && asViewer(view);
  };
}

function asViewer(view: MemberView): Viewer {
  return {
    actor: view.actor,
    name: view.name,
    country: view.country,
    actingFor: view.parties,
    unreadNotifications: view.unreadNotifications,
    theme: view.theme === 'system' ? null : view.theme,
    timeZone: view.timeZone,
  };
}
