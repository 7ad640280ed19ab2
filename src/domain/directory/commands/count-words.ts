import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { EVERY_KIND } from '../listing.ts';

/** Of a large directory so many listings are read; more would not tell the counts much better. */
const SAMPLE = 100_000;

/**
 * Counts how many listings say each word and have each skill, language and rank, from a sample
 * where there are many, and forgets the words that none says any more. The search plans by these
 * counts and corrects errors of typing towards the frequent words; it finds the same without them.
 */
export async function countWords(ctx: Context): Promise<null> {
  const { tx } = ctx;
  const counted = await tx
    .selectFrom('listingCount')
    .select('listings')
    .where('categoryNo', '=', 0)
    .where('place', '=', '')
    .where('kind', '=', EVERY_KIND)
    .executeTakeFirst();
  const factor = Math.max(1, (counted?.listings ?? 0) / SAMPLE);
  for (const statement of wordCounts(factor)) await sql.raw(statement).execute(tx);
  return null;
}

/** The statements that count; `factor` listings stand for each one that is read. */
export function wordCounts(factor: number): string[] {
  const sample =
    factor > 1 ? ` tablesample system (${(100 / factor).toFixed(4)}) repeatable (1)` : '';
  return [
    `create temp table said on commit drop as
      select word as lexeme, round(ndoc * ${factor})::int as listings
      from ts_stat($$select document from listing${sample}$$)`,
    `update listing_word w set listings = said.listings from said
      where w.lexeme = said.lexeme and w.listings <> said.listings`,
    `insert into listing_word (word, lexeme, listings)
      select lexeme, lexeme, listings from said where lexeme ~ '^@(skill|language|rank):'
      on conflict (word) do update set listings = excluded.listings
      where listing_word.listings <> excluded.listings`,
    ...(factor > 1
      ? []
      : ['delete from listing_word w where not exists (select from said where lexeme = w.lexeme)']),
  ];
}
