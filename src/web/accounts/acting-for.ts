import { redirect } from 'react-router';
import { refuse } from '#domain/kernel/refusal.ts';
import { signedIn } from '#web/context.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { readForm } from '#web/form-data.ts';
import { text } from '#web/text/catalogue.ts';
import type { Route } from './+types/acting-for.ts';
import { actingCookie } from './acting-cookie.ts';
import { ownPath } from './auth-request.ts';

/** POST /acting-for: `partyId` is who the member acts for from now on, `next` where it goes on. */
export async function action({ context, request }: Route.ActionArgs): Promise<Response> {
  const { viewer, actor, config } = signedIn(context);
  const form = await readForm(request);
  const party = viewer.actingFor.find((one) => one.partyId === form.get('partyId'));
  if (party === undefined) return refuse('not_found');
  const words = text.accounts.acting;
  const title = party.role === 'self' ? words.itself : words.now(party.name);
  const next = ownPath(String(form.get('next') ?? '')) ?? '/';
  const response = redirectWithFlash(context, next, { tone: 'go', title });
  const secure = config.url.startsWith('https:');
  const cookie = actingCookie(actor.memberId, party.partyId, { secret: config.secret, secure });
  response.headers.append('Set-Cookie', cookie);
  return response;
}

export function loader(): Response {
  return redirect('/');
}
