/** Takes what is filled in so far, while the page stays where it is. */
import { data } from 'react-router';
import { assignmentPage } from '#domain/assignments/queries/assignment-page.ts';
import { signedIn } from '#web/context.ts';
import { readForm } from '#web/form-data.ts';
import type { Route } from './+types/draft.ts';
import { keepDraft } from './assignment-acts.ts';

export function loader(): never {
  throw data(null, 405);
}

export async function action({ context, request, params }: Route.ActionArgs): Promise<Response> {
  const { readDb, run, actor } = signedIn(context);
  const form = await readForm(request);
  const sight = await assignmentPage(readDb, actor, params.id);
  const kept = await keepDraft({ run, actor, sight }, form);
  return new Response(null, { status: kept ? 204 : 409 });
}
