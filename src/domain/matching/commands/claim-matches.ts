import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { type Choice, chooseMatches, type Match } from '../choose-matches.ts';
import { type MatchLimits, weekBefore } from '../match-limits.ts';

/**
 * Chooses the best who may still be told this week. Their profiles stay locked until the end of the
 * transaction, so that projects published at the same moment cannot tell one freelancer more often
 * than the cap allows.
 */
export async function claimMatches(
  ctx: Context,
  candidates: readonly Match[],
  limits: MatchLimits & Choice,
): Promise<Match[]> {
  const free = new Map<string, boolean>();
  for (;;) {
    const possible = candidates.filter((one) => free.get(one.freelancerId) !== false);
    const chosen = chooseMatches(possible, limits);
    const unasked = chosen.map((one) => one.freelancerId).filter((id) => !free.has(id));
    if (unasked.length === 0) return chosen;
    const claimed = await claimFreelancers(ctx, unasked, { limits, wait: free.size === 0 });
    for (const id of unasked) free.set(id, claimed.has(id));
  }
}

/**
 * Locks these profiles and gives those that may be told: listed, wanting notices, below the cap.
 * The first lot of a transaction is waited for, in the order of ids; a later one would stand out of
 * order, so who is being told of another project just then is passed over (`wait` false).
 */
export async function claimFreelancers(
  ctx: Context,
  ids: readonly string[],
  { limits, wait }: { limits: Pick<MatchLimits, 'perWeek'>; wait: boolean },
): Promise<Set<string>> {
  const { rows: locked } = await sql<{ id: string }>`
    select id from freelancer
    where id = any(${[...ids]}::uuid[]) and match_notices and listed_at is not null
    order by id for no key update ${wait ? sql`` : sql`skip locked`}`.execute(ctx.tx);
  const { rows: free } = await sql<{ id: string }>`
    select asked.id from unnest(${locked.map(({ id }) => id)}::uuid[]) asked (id)
    where (
      select count(*) from project_invitation i
      where i.freelancer_id = asked.id and i.source = 'match'
        and i.invited_at > ${weekBefore(ctx.now)}
    ) < ${limits.perWeek}`.execute(ctx.tx);
  return new Set(free.map(({ id }) => id));
}
