import { isRefusal, refuse } from '#domain/kernel/refusal.ts';
import type { Context } from '#platform/context.ts';
import type { ReadDb } from '#platform/database.ts';
import { appendEvent } from '#platform/event-log.ts';
import { type NewResults, newResults } from '../queries/new-results.ts';
import { dueBefore, lookedUntil, type SearchKind, searchLink } from '../saved-search.ts';

/**
 * Looks for what came since this search looked last and tells its member of it, if anything did;
 * run it with the search's id as root. What was told is not told again: the look moves on with the
 * event.
 */
export async function tellSavedSearch(
  ctx: Context,
  { searchId }: { searchId: string },
): Promise<{ told: number }> {
  if (ctx.actor.kind !== 'system') return refuse('not_allowed', { act: 'tell' });
  const due = dueBefore(ctx.now);
  const search = await ctx.tx
    .selectFrom('savedSearch')
    .selectAll()
    .where('id', '=', searchId)
    .where('alerts', '=', true)
    .where('lookedAt', '<=', due.looked)
    .where((on) => on.or([on('toldAt', 'is', null), on('toldAt', '<=', due.told)]))
    .forUpdate()
    .executeTakeFirst();
  if (search === undefined) return { told: 0 };
  const { kind, query, name, memberId, lookedAt: since } = search;
  const until = lookedUntil(ctx.now);
  const found = await look(ctx, { kind, query, memberId, since, until });
  await ctx.tx
    .updateTable('savedSearch')
    .set({ lookedAt: until, ...(found.count === 0 ? {} : { toldAt: ctx.now }) })
    .where('id', '=', searchId)
    .execute();
  if (found.count === 0) return { told: 0 };
  await appendEvent(ctx, {
    kind: 'saved_search.told',
    rootKind: 'party',
    rootId: memberId,
    subjectId: memberId,
    parties: [memberId],
    data: { searchId, kind, name, ...found, link: searchLink(kind, query) },
  });
  return { told: found.count };
}

async function look(
  ctx: Context,
  question: { kind: SearchKind; query: string; memberId: string; since: Date; until: Date },
): Promise<NewResults> {
  try {
    const { count, first } = await newResults(ctx.tx as unknown as ReadDb, question);
    return { count, first: `The newest: ${first.replace(/[.\s]+$/, '')}.` };
  } catch (error) {
    // A question that can be asked no more, after a rule changed, finds nothing.
    if (isRefusal(error)) return { count: 0, first: '' };
    throw error;
  }
}
