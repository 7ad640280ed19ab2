import { signedIn } from '#web/context.ts';
import { eventNumberHref } from '#web/evidence/addresses.ts';
import { redirectWithFlash } from '#web/flash.ts';
import { text } from '#web/text/catalogue.ts';

type Context = Parameters<typeof signedIn>[0];

/** To the page of a money request, with what happened and the event that proves it. */
export function toRequest(
  context: Context,
  requestId: string,
  done: { seq: number; title: string; text: string },
): Response {
  const { actor } = signedIn(context);
  const { seq, ...words } = done;
  return redirectWithFlash(context, `/money/requests/${requestId}`, {
    tone: 'go',
    ...words,
    evidence: { href: eventNumberHref(actor.partyId, seq), label: text.parts.event(seq) },
  });
}
