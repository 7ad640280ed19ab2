import { isId } from '#domain/kernel/ids.ts';
import { scoreExport } from '#domain/reputation/queries/score-export.ts';
import { web } from '#web/context.ts';
import type { Route } from './+types/score-json.ts';
import { sideOfAddress } from './score-sight.ts';

/** Every input of a score, from which docs/recompute-score.mjs computes the same number. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { readDb, viewer } = web(context);
  const found = isId(params.id)
    ? await scoreExport(readDb, params.id, sideOfAddress(request), viewer?.actor.partyId)
    : null;
  if (found === null) return new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(found, null, 2)}\n`, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="score.json"',
    },
  });
}
