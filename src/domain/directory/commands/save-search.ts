import { parseWorkAsked, printWorkAsked } from '#domain/assignments/work-question.ts';
import type { MemberActor } from '#domain/kernel/actor.ts';
import type { EventKind } from '#domain/kernel/event.ts';
import { isId, newId } from '#domain/kernel/ids.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { parseProjectQuestion, printProjectQuestion } from '#domain/projects/project-question.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { parseQuestion, printQuestion } from '../freelancer-question.ts';
import {
  rightSearchName,
  SAVED_SEARCH_LIMITS,
  SEARCH_KINDS,
  type SearchKind,
} from '../saved-search.ts';

export type SaveSearch = {
  kind: SearchKind;
  name: string;
  /** As an address asks it, without the question mark. */
  query: string;
  alerts?: boolean;
};

/**
 * Keeps a search of the member, who is told from now on of what comes; run it with the member's id
 * as root. Refuses `input_invalid` with the field, a fifty-first by `too_many` of name, and
 * `already_done` for one that is kept.
 */
export async function saveSearch(
  ctx: Context,
  input: SaveSearch,
): Promise<{ searchId: string; seq: number }> {
  const actor = await lockSearcher(ctx);
  const { kind, alerts = true } = input;
  if (!SEARCH_KINDS.includes(kind)) refuse('input_invalid', { rule: 'not_listed' }, 'kind');
  const name = rightSearchName(input.name);
  const query = await rightQuery(ctx, kind, input.query);
  const kept = await ctx.tx
    .selectFrom('savedSearch')
    .select(['kind', 'query'])
    .where('memberId', '=', actor.memberId)
    .execute();
  const limit = SAVED_SEARCH_LIMITS.perMember;
  if (kept.length >= limit) refuse('input_invalid', { rule: 'too_many', limit }, 'name');
  if (kept.some((one) => one.kind === kind && one.query === query)) {
    refuse('already_done', { act: 'save' });
  }
  const id = newId(ctx.home, ctx.now);
  const { memberId, partyId } = actor;
  const times = { madeAt: ctx.now, lookedAt: ctx.now };
  await ctx.tx
    .insertInto('savedSearch')
    .values({ id, memberId, partyId, kind, name, query, alerts, ...times })
    .execute();
  const seq = await note(ctx, 'saved_search.made', { id, memberId }, { kind, name, query, alerts });
  return { searchId: id, seq };
}

export type ChangeSavedSearch = {
  searchId: string;
  name?: string;
  query?: string;
  alerts?: boolean;
};

/** Changes the given parts of an own search. Alerts that are turned on tell of what comes from now. */
export async function changeSavedSearch(
  ctx: Context,
  input: ChangeSavedSearch,
): Promise<{ changed: string[]; seq: number | null }> {
  await lockSearcher(ctx);
  const before = await ownSearch(ctx, input.searchId);
  const after = {
    name: input.name === undefined ? before.name : rightSearchName(input.name),
    query:
      input.query === undefined ? before.query : await rightQuery(ctx, before.kind, input.query),
    alerts: input.alerts ?? before.alerts,
  };
  const changed = PARTS.filter((part) => after[part] !== before[part]);
  if (changed.length === 0) return { changed, seq: null };
  const anew = changed.includes('query') || (changed.includes('alerts') && after.alerts);
  await ctx.tx
    .updateTable('savedSearch')
    .set({ ...after, ...(anew ? { lookedAt: ctx.now } : {}) })
    .where('id', '=', before.id)
    .execute();
  const data = { kind: before.kind, name: after.name, changed };
  return { changed, seq: await note(ctx, 'saved_search.changed', before, data) };
}

/** Forgets an own search. */
export async function dropSavedSearch(
  ctx: Context,
  { searchId }: { searchId: string },
): Promise<{ seq: number }> {
  await lockSearcher(ctx);
  const search = await ownSearch(ctx, searchId);
  await ctx.tx.deleteFrom('savedSearch').where('id', '=', search.id).execute();
  const data = { kind: search.kind, name: search.name };
  return { seq: await note(ctx, 'saved_search.dropped', search, data) };
}

const PARTS = ['name', 'query', 'alerts'] as const;

/** The member's row is the lock of its searches. */
async function lockSearcher(ctx: Context): Promise<MemberActor> {
  const { actor } = ctx;
  if (actor.kind !== 'member') return refuse('not_allowed');
  if (!actor.scopes.includes('work')) refuse('scope_missing', { scope: 'work' });
  await ctx.tx
    .selectFrom('member')
    .select('id')
    .where('id', '=', actor.memberId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return actor;
}

async function ownSearch(ctx: Context, searchId: string) {
  const { actor } = ctx;
  const search =
    isId(searchId) && actor.kind === 'member'
      ? await ctx.tx
          .selectFrom('savedSearch')
          .selectAll()
          .where('id', '=', searchId)
          .where('memberId', '=', actor.memberId)
          .executeTakeFirst()
      : undefined;
  return search ?? refuse('not_found', { thing: 'saved_search' });
}

const printAs: Record<SearchKind, (asked: URLSearchParams, base: string) => URLSearchParams> = {
  freelancers: (asked, base) => printQuestion(parseQuestion(asked, base), base),
  projects: (asked, base) => printProjectQuestion(parseProjectQuestion(asked, base), base),
  tasks: (asked, base) => printWorkAsked(parseWorkAsked(asked, base)),
};

/** The question in the one form that an address has for it. */
async function rightQuery(ctx: Context, kind: SearchKind, query: string): Promise<string> {
  const params = new URLSearchParams(query);
  const { baseCurrency: currency } = await ctx.tx
    .selectFrom('marketTerms')
    .select('baseCurrency')
    .executeTakeFirstOrThrow();
  const printed = printAs[kind](params, currency);
  const limit = SAVED_SEARCH_LIMITS.queryChars;
  const text = printed.toString();
  if (text.length > limit) refuse('input_invalid', { rule: 'too_long', limit }, 'query');
  return text;
}

async function note(
  ctx: Context,
  kind: EventKind,
  search: { id: string; memberId: string },
  data: { [key: string]: JsonResult },
): Promise<number> {
  const { seq } = await appendEvent(ctx, {
    kind,
    rootKind: 'party',
    rootId: search.memberId,
    subjectId: search.id,
    parties: [search.memberId],
    data,
  });
  return seq;
}
