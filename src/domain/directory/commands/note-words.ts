import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/**
 * Makes these texts' words known to the search, so that errors of typing find them from now on. How
 * many listings say a word is counted at night.
 */
export async function noteWords({ tx }: Context, texts: readonly string[]): Promise<void> {
  await sql`
    insert into listing_word (word, lexeme, listings)
    select word, (ts_lexize('pg_catalog.english_stem', word))[1], 1
    from (
      select distinct word
      from unnest(${texts}::text[]) text, regexp_split_to_table(search_text(text), '\\s+') word
      where char_length(word) between 3 and 30 and word !~ '[0-9]'
    ) found
    where cardinality(ts_lexize('pg_catalog.english_stem', word)) > 0
      and not exists (select from listing_word known where known.word = found.word)
    order by word
    on conflict do nothing`.execute(tx);
}
