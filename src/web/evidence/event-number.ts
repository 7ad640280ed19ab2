/** `event 41` of a root, for whoever knows only the number: leads on to the event itself. */
import { redirect } from 'react-router';
import { eventOfNumber } from '#domain/evidence/queries/event-page.ts';
import { signedIn } from '#web/context.ts';
import type { Route } from './+types/event-number.ts';
import { eventHref } from './addresses.ts';

export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const { readDb, actor } = signedIn(context);
  const question = { rootId: params.root, seq: Number(params.seq) };
  return redirect(eventHref(await eventOfNumber(readDb, actor, question)));
}
