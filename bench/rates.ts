/** Rates of a kind of work by country, on a filled directory: of each kind in turn. */
import { sql } from 'kysely';
import { medianRate, ratesByCountry } from '#domain/directory/queries/rates.ts';
import { readSql } from '#platform/database.ts';
import { type Line, loops, type Rate, rounded } from './measure.ts';
import type { Stand } from './stand.ts';

const SECONDS = 5;

export async function benchRates(
  { readDb }: Pick<Stand, 'readDb'>,
  listings: number,
): Promise<Line[]> {
  const kinds = await readSql(
    readDb,
    sql<{ slug: string; listings: number }>`
      select slug, listings from listing_count join category on no = category_no
      where place = '' and kind = -1 and listings > 0
      order by listings desc`,
  );
  const kind = (turn: number) => ({ category: kinds[turn % kinds.length]?.slug ?? '' });
  const largest = kind(0);
  const line = (what: string, rate: Rate) => ({
    what: `${what}, ${listings.toLocaleString('en')} profiles`,
    figures: { 'p50 ms': rounded(rate.p50Ms), 'p95 ms': rounded(rate.p95Ms) },
  });
  const one = { atOnce: 1, seconds: SECONDS };
  await loops(one, (turn) => ratesByCountry(readDb, kind(turn)));
  return [
    line('rates by country', await loops(one, (turn) => ratesByCountry(readDb, kind(turn)))),
    line(
      `rates by country, the fullest kind (${kinds[0]?.listings ?? 0})`,
      await loops(one, () => ratesByCountry(readDb, largest)),
    ),
    line('median over all countries', await loops(one, (turn) => medianRate(readDb, kind(turn)))),
  ];
}
