import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Match } from '../choose-matches.ts';

/** Puts matches on a project's list; one that stands there already, removed or not, gets this state. */
export async function writeMatches(
  ctx: Context,
  projectId: string,
  list: { matches: readonly Match[]; state: 'suggested' | 'sent'; addedBy: string | null },
): Promise<void> {
  const { matches, state, addedBy } = list;
  if (matches.length === 0) return;
  await ctx.tx
    .insertInto('projectMatch')
    .values(
      matches.map(({ freelancerId, score, newcomer, reasons }) => ({
        projectId,
        freelancerId,
        state,
        score,
        newcomer,
        reasons: JSON.stringify(reasons),
        addedBy,
        madeAt: ctx.now,
        sentAt: state === 'sent' ? ctx.now : null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['projectId', 'freelancerId']).doUpdateSet({
        state,
        score: sql`excluded.score`,
        newcomer: sql`excluded.newcomer`,
        reasons: sql`excluded.reasons`,
        addedBy,
        madeAt: ctx.now,
        sentAt: sql`excluded.sent_at`,
      }),
    )
    .execute();
}
