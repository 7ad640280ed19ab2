import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { EVERY_KIND } from '../listing.ts';

/** What a listing is counted by: categories by number, skills by slug, languages by code. */
export type Counted = {
  kind: number;
  country: string;
  region: string;
  categories: number[];
  skills: string[];
  languages: string[];
};

type Change = { categoryNo: number; place: string; kind: number; change: number };

/** Moves one listing from where it was counted to where it counts now; null is nowhere. */
export async function countListing(
  { tx }: Context,
  before: Counted | null,
  after: Counted | null,
): Promise<void> {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return;
  const rows = sql`unnest(${changes.map((one) => one.categoryNo)}::smallint[],
    ${changes.map((one) => one.place)}::text[], ${changes.map((one) => one.kind)}::smallint[],
    ${changes.map((one) => one.change)}::int[]) as cell (category_no, place, kind, change)`;
  await sql`
    insert into listing_count (category_no, place, kind, listings)
    select category_no, place, kind, 0 from ${rows}
    where change > 0 and not exists (
      select from listing_count c where c.category_no = cell.category_no and c.place = cell.place
        and c.kind = cell.kind)
    order by category_no, place, kind
    on conflict do nothing`.execute(tx);
  // Locked in the order of the key first, so that two listings never wait for each other.
  await sql`
    with held as materialized (
      select c.category_no, c.place, c.kind, cell.change
      from ${rows} join listing_count c using (category_no, place, kind)
      order by c.category_no, c.place, c.kind for update of c)
    update listing_count c set listings = c.listings + held.change from held
    where c.category_no = held.category_no and c.place = held.place and c.kind = held.kind`.execute(
    tx,
  );
}

function changesBetween(before: Counted | null, after: Counted | null): Change[] {
  const changes = new Map<string, Change>();
  const add = (counted: Counted | null, change: number) => {
    if (counted === null) return;
    for (const cell of cellsOf(counted)) {
      const key = `${cell.categoryNo} ${cell.place} ${cell.kind}`;
      const sum = (changes.get(key)?.change ?? 0) + change;
      changes.set(key, { ...cell, change: sum });
    }
  };
  add(before, -1);
  add(after, 1);
  return [...changes.values()].filter(({ change }) => change !== 0);
}

/** Every row of counts that a listing counts in. */
export function cellsOf({ kind, country, region, categories }: Counted) {
  return [0, ...categories].flatMap((categoryNo) =>
    ['', region, country].flatMap((place) =>
      [EVERY_KIND, kind].map((one) => ({ categoryNo, place, kind: one })),
    ),
  );
}
