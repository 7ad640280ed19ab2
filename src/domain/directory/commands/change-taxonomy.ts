import { requireOperator } from '#domain/accounts/permission.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { lockMarket } from '#domain/market/commands/lock-market.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import type { Context, JsonResult } from '#platform/context.ts';
import { appendEvent } from '#platform/event-log.ts';
import { slugProblems, type TaxonomyWords, tidyWords, wordProblems } from '../taxonomy.ts';

export type TaxonomyKind = 'category' | 'skill';

/**
 * add: a category needs family and name, a skill category and name. change: the given words.
 * retire, restore: whether it takes new uses. up, down: one place among those of its family or
 * category.
 */
export type ChangeTaxonomy = {
  kind: TaxonomyKind;
  slug: string;
} & (
  | ({ act: 'add' } & Partial<TaxonomyWords>)
  | ({ act: 'change' } & Partial<TaxonomyWords>)
  | { act: 'retire' | 'restore' | 'up' | 'down' }
);

/**
 * Changes what can be sold here; run it with MARKET_ROOT as root. A slug is never changed nor given
 * again. Refuses `input_invalid` with the field, `name_taken` (field slug), `not_found`, and
 * `already_done`. No change is no event.
 */
export async function changeTaxonomy(
  ctx: Context,
  input: ChangeTaxonomy,
): Promise<{ changed: string[]; seq: number | null }> {
  requireOperator(ctx.actor);
  await lockMarket(ctx);
  const { kind, slug, act } = input;
  const changes =
    act === 'add'
      ? await add(ctx, input)
      : act === 'change'
        ? await change(ctx, input)
        : act === 'retire' || act === 'restore'
          ? await setRetired(ctx, input, act === 'retire')
          : await move(ctx, input, act);
  const changed = Object.keys(changes);
  if (changed.length === 0) return { changed, seq: null };
  const { seq } = await appendEvent(ctx, {
    kind: 'taxonomy.changed',
    rootKind: 'market',
    rootId: MARKET_ROOT,
    subjectId: MARKET_ROOT,
    parties: [],
    data: { kind, act, slug, changes },
  });
  return { changed, seq };
}

type Named = { kind: TaxonomyKind; slug: string };
type Changes = { [part: string]: JsonResult };

async function add(ctx: Context, input: Named & Partial<TaxonomyWords>): Promise<Changes> {
  const { kind, slug } = input;
  const words = { also: [], about: '', ...rightWords(input), name: tidyWords(input).name ?? '' };
  const { name, about, also: others, family } = words;
  const [problem] = [...wordProblems({ name }), ...slugProblems(slug)];
  if (problem !== undefined) throw problem;
  if ((await find(ctx, input)) !== undefined) refuse('name_taken', { slug }, 'slug');
  const row = { slug, name, also: [...others], position: (await lastPosition(ctx, kind)) + 1 };
  if (kind === 'category') {
    if (family === undefined) return refuse('input_invalid', { rule: 'required' }, 'family');
    await ctx.tx
      .insertInto('category')
      .values({ ...row, family, about })
      .execute();
    return { name, family, about, also: row.also };
  }
  const category = await rightCategory(ctx, words.category);
  await ctx.tx
    .insertInto('skill')
    .values({ ...row, category })
    .execute();
  return { name, category, also: row.also };
}

async function change(ctx: Context, input: Named & Partial<TaxonomyWords>): Promise<Changes> {
  const { kind, slug } = input;
  const before = await found(ctx, input);
  const { name, also, family, about, category } = rightWords(input);
  if (kind === 'skill' && category !== undefined) await rightCategory(ctx, category);
  const wanted = {
    ...(name === undefined ? {} : { name }),
    ...(also === undefined ? {} : { also: [...also] }),
    ...(kind === 'category' && family !== undefined ? { family } : {}),
    ...(kind === 'category' && about !== undefined ? { about } : {}),
    ...(kind === 'skill' && category !== undefined ? { category } : {}),
  };
  const changes: Changes = {};
  for (const [part, to] of Object.entries(wanted)) {
    const from = before[part as keyof typeof before] as JsonResult;
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[part] = { from, to };
  }
  if (Object.keys(changes).length === 0) return changes;
  await ctx.tx.updateTable(kind).set(wanted).where('slug', '=', slug).execute();
  return changes;
}

async function setRetired(ctx: Context, named: Named, retire: boolean): Promise<Changes> {
  const { retiredAt } = await found(ctx, named);
  if ((retiredAt !== null) === retire) {
    refuse('already_done', { act: retire ? 'retire' : 'restore' });
  }
  const set = { retiredAt: retire ? ctx.now : null };
  await ctx.tx.updateTable(named.kind).set(set).where('slug', '=', named.slug).execute();
  return { retired: retire };
}

/** Changes places with its neighbour; at the end already it stays. */
async function move(ctx: Context, named: Named, to: 'up' | 'down'): Promise<Changes> {
  const { kind, slug } = named;
  const row = await found(ctx, named);
  const group = kind === 'category' ? row.family : row.category;
  const all = await inOrder(ctx, kind);
  const beside = all.filter((one) => one.group === group);
  const place = beside.findIndex((one) => one.slug === slug);
  const other = beside[to === 'up' ? place - 1 : place + 1];
  if (other === undefined) return {};
  const slugs = all.map((one) => one.slug);
  const [from, at] = [slugs.indexOf(slug), slugs.indexOf(other.slug)];
  slugs[from] = other.slug;
  slugs[at] = slug;
  for (const [position, one] of slugs.entries()) {
    if (all[position]?.slug === one && all[position]?.position === position + 1) continue;
    await ctx.tx
      .updateTable(kind)
      .set({ position: position + 1 })
      .where('slug', '=', one)
      .execute();
  }
  return { moved: to };
}

async function inOrder({ tx }: Context, kind: TaxonomyKind) {
  return kind === 'category'
    ? tx
        .selectFrom('category')
        .select(['slug', 'family as group', 'position'])
        .orderBy('position')
        .orderBy('slug')
        .execute()
    : tx
        .selectFrom('skill')
        .select(['slug', 'category as group', 'position'])
        .orderBy('position')
        .orderBy('slug')
        .execute();
}

async function lastPosition(ctx: Context, kind: TaxonomyKind): Promise<number> {
  const positions = (await inOrder(ctx, kind)).map(({ position }) => position);
  return Math.max(0, ...positions);
}

async function find({ tx }: Context, { kind, slug }: Named) {
  if (kind === 'skill') {
    const row = await tx
      .selectFrom('skill')
      .selectAll()
      .where('slug', '=', slug)
      .executeTakeFirst();
    return row && { ...row, family: '', about: '' };
  }
  const row = await tx
    .selectFrom('category')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row && { ...row, category: '' };
}

async function found(ctx: Context, named: Named) {
  return (await find(ctx, named)) ?? refuse('not_found', { thing: named.kind });
}

async function rightCategory(ctx: Context, category: string | undefined): Promise<string> {
  const row =
    category === undefined ? undefined : await find(ctx, { kind: 'category', slug: category });
  return row?.slug ?? refuse('input_invalid', { rule: 'not_listed' }, 'category');
}

function rightWords(input: Partial<TaxonomyWords>): Partial<TaxonomyWords> {
  const words = tidyWords(input);
  const [problem] = wordProblems(words);
  if (problem !== undefined) throw problem;
  return words;
}
