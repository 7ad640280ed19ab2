import { redirect } from 'react-router';
import { readForm } from '#web/form-data.ts';
import { themeCookie, themeOf } from '#web/theme-cookie.ts';
import type { Route } from './+types/theme.ts';

/** POST /theme: light, dark or as the system says. */
export async function action({ request }: Route.ActionArgs): Promise<Response> {
  const form = await readForm(request);
  return redirect(pathOnly(request.headers.get('Referer')), {
    status: 303,
    headers: { 'Set-Cookie': themeCookie(themeOf(String(form.get('theme')))) },
  });
}

export function loader(): Response {
  return redirect('/');
}

function pathOnly(referer: string | null): string {
  if (referer === null || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return pathname.startsWith('//') ? '/' : pathname + search;
}
