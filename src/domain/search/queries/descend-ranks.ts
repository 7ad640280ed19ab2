/**
 * The best of very many listings that say some words, without looking at all of them: the index of
 * words files each listing under the ranks that it reaches (RANK_STEPS), so that those between two
 * steps are found by it alone. The best ones are gathered first, then the next, until a page is
 * full. The order is that of all gathered and sorted by rank.
 */
import { sql } from 'kysely';
import {
  quotedLexeme,
  RANK_STEPS,
  rankLexeme,
  reachesRank,
} from '#domain/directory/listing-lexemes.ts';
import { type ReadDb, readSql } from '#platform/database.ts';
import { allTrue, columnConditions, says } from './listing-filter.ts';
import {
  after,
  allSaid,
  type Found,
  ORDERS,
  type Order,
  ordering,
  type Search,
} from './listing-order.ts';
import { MOST_GATHERED } from './listing-plan.ts';

const BY_RANK: Order = { ...ORDERS.best, column: 'place' };

/** Each flight of steps should hold so many times what is missing: an estimate may be off. */
const AMPLE = 4;

/** One row more than the limit when there are more, by rank; `expected` listings say the words. */
export async function descend(
  db: ReadDb,
  search: Search,
  expected: number,
): Promise<Found[] | 'too many'> {
  const { cursor, limit } = search;
  const shares = await sharesReaching(db);
  const found: Found[] = [];
  // The first step that nobody wanted reaches, from below; the ranks asked for lie under it.
  let upper =
    cursor === undefined
      ? RANK_STEPS.length
      : RANK_STEPS.filter((step) => reachesRank(Number(cursor.value), step)).length;
  let wanted = AMPLE * (limit + 1);
  while (found.length <= limit) {
    let lower = lowerEnd(upper, wanted / Math.max(1, expected), shares);
    let rows = await between(db, search, { lower, upper });
    if (rows === 'too many' && lower < upper - 1) {
      lower = upper - 1;
      rows = await between(db, search, { lower, upper });
    }
    if (rows === 'too many') return rows;
    found.push(...rows);
    if (lower < 0) break;
    upper = lower;
    wanted *= AMPLE;
  }
  return found.slice(0, limit + 1);
}

/** So far below `upper` that this share of the listings lies between; -1 is below all steps. */
function lowerEnd(upper: number, share: number, shares: readonly number[]): number {
  const above = shares[upper] ?? 0;
  const steps = RANK_STEPS.map((_, at) => at).slice(0, upper);
  return steps.findLast((at) => (shares[at] ?? 1) - above >= share) ?? -1;
}

/** Which share of the listings reaches each step; evenly spread while nobody has counted. */
async function sharesReaching(db: ReadDb): Promise<number[]> {
  const lexemes = RANK_STEPS.map(rankLexeme);
  const rows = await readSql<{ word: string; share: number }>(
    db,
    sql`select word, known.listings / greatest(1, everyone.listings)::float8 as share
      from listing_word known, listing_count everyone
      where word = any(${lexemes}::text[])
        and category_no = 0 and place = '' and kind = -1`,
  );
  const known = new Map(rows.map(({ word, share }) => [word, share]));
  const even = (at: number) => 1 - (at + 1) / (RANK_STEPS.length + 1);
  return lexemes.map((lexeme, at) => known.get(lexeme) ?? (rows.length > 0 ? 0 : even(at)));
}

/** Those that reach the lower step and not the upper one, which count from 0; -1 has no end below. */
async function between(
  db: ReadDb,
  search: Search,
  { lower, upper }: { lower: number; upper: number },
): Promise<Found[] | 'too many'> {
  const { filter, cursor, limit } = search;
  const [from, to] = [RANK_STEPS[lower], RANK_STEPS[upper]];
  const whole = [
    allSaid(search),
    ...(from === undefined ? [] : [quotedLexeme(rankLexeme(from))]),
    ...(to === undefined ? [] : [`!${quotedLexeme(rankLexeme(to))}`]),
  ].join(' & ');
  const rows = await readSql<Found & { gathered: number }>(
    db,
    sql`
    with fitting as materialized (
      select l.id, l.rank as place from listing l
      where ${says('l.document', whole)} and ${allTrue(columnConditions(filter, 'l'))}),
    hit as materialized (
      select id, place from fitting where ${cursor === undefined ? sql`true` : after(BY_RANK, cursor)}
      limit ${MOST_GATHERED + 1})
    select id, place::text as value, (select count(*)::int from hit) as gathered
    from hit order by ${ordering(BY_RANK)} limit ${limit + 1}`,
  );
  return (rows[0]?.gathered ?? 0) > MOST_GATHERED ? 'too many' : rows;
}
