import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { exactLexemes } from '../listing-lexemes.ts';
import { type Counted, cellsOf } from './count-listing.ts';

type Change = { categoryNo: number; place: string; kind: number; fact: string; change: number };

/** Moves the skills and languages of one listing from where they were counted to where they are. */
export async function countFacts(
  ctx: Context,
  before: Counted | null,
  after: Counted | null,
): Promise<void> {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return;
  await numberFacts(ctx, [...new Set(changes.map(({ fact }) => fact))]);
  const rows = sql`(
    select category_no, place, kind, array_agg(no) as facts, array_agg(change) as changes
    from unnest(${changes.map((one) => one.categoryNo)}::smallint[],
      ${changes.map((one) => one.place)}::text[], ${changes.map((one) => one.kind)}::smallint[],
      ${changes.map((one) => one.fact)}::text[], ${changes.map((one) => one.change)}::int[])
      as one (category_no, place, kind, fact, change)
    join listing_fact using (fact)
    group by category_no, place, kind) cell`;
  await sql`
    insert into listing_fact_count (category_no, place, kind, listings)
    select category_no, place, kind, '{null}' from ${rows}
    where not exists (
      select from listing_fact_count c where c.category_no = cell.category_no
        and c.place = cell.place and c.kind = cell.kind)
    order by category_no, place, kind
    on conflict do nothing`.execute(ctx.tx);
  // In the order of the key, as the counts of kinds are, and after them.
  await sql`
    with held as materialized (
      select c.category_no, c.place, c.kind, cell.facts, cell.changes
      from ${rows} join listing_fact_count c using (category_no, place, kind)
      order by c.category_no, c.place, c.kind for update of c)
    update listing_fact_count c
    set listings = counts_after(c.listings, held.facts, held.changes) from held
    where c.category_no = held.category_no and c.place = held.place and c.kind = held.kind`.execute(
    ctx.tx,
  );
}

/** Gives a number to those that no listing had so far. */
async function numberFacts({ tx }: Context, facts: readonly string[]): Promise<void> {
  await sql`
    insert into listing_fact (fact)
    select fact from unnest(${facts}::text[]) fact
    where not exists (select from listing_fact known where known.fact = fact.fact)
    order by fact
    on conflict do nothing`.execute(tx);
}

function changesBetween(before: Counted | null, after: Counted | null): Change[] {
  const changes = new Map<string, Change>();
  const add = (counted: Counted | null, change: number) => {
    if (counted === null) return;
    const facts = new Set(exactLexemes({ skills: counted.skills, languages: counted.languages }));
    for (const cell of cellsOf(counted)) {
      for (const fact of facts) {
        const key = `${cell.categoryNo} ${cell.place} ${cell.kind} ${fact}`;
        const sum = (changes.get(key)?.change ?? 0) + change;
        changes.set(key, { ...cell, fact, change: sum });
      }
    }
  };
  add(before, -1);
  add(after, 1);
  return [...changes.values()].filter(({ change }) => change !== 0);
}
