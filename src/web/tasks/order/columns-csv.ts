import { variablesOf } from '#domain/forms/variables.ts';
import { findBatch } from '#domain/tasks/queries/find-batch.ts';
import { signedIn } from '#web/context.ts';
import { csvResponse } from '#web/evidence/csv.ts';
import type { Route } from './+types/columns-csv.ts';

/** An empty file whose columns are the places of the form. */
export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const { readDb, actor } = signedIn(context);
  const batch = await findBatch(readDb, actor, params.id);
  return csvResponse([], { columns: variablesOf(batch.form), name: 'rows' });
}
