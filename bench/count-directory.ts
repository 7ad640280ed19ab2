/** The counts of a filled directory, by set: what `countListing` keeps one by one. */
export const COUNTS = [
  `insert into listing_count (category_no, place, kind, listings)
   select category_no, place, kind, sum(listings) from (
     select category_no, country, region, kind, count(*) as listings from listing_place
     group by 1, 2, 3, 4) cell,
     unnest(array['', region, country]) place
   group by 1, 2, 3`,
  `insert into listing_count (category_no, place, kind, listings)
   select category_no, place, -1, sum(listings) from listing_count group by 1, 2`,
  `insert into listing_fact (fact)
   select distinct fact from bench_said, unnest(skills) skill,
     unnest(array['@skill:' || skill, '@language:en', '@language:es']) fact`,
  `insert into listing_word (word, lexeme, listings)
   select distinct word, (ts_lexize('pg_catalog.english_stem', word))[1], 1
   from (select text from bench_sentence union all
     select array_to_string(array_prepend(name, also), ' ') from category
     union all select word from bench_word
     union all select array_to_string(array_prepend(name, also), ' ') from skill
     union all select 'Careful Senior Quick Friendly Certified Creative Experienced') said,
     regexp_split_to_table(search_text(text), '\\s+') word
   where char_length(word) between 3 and 30 and word !~ '[0-9]'
     and cardinality(ts_lexize('pg_catalog.english_stem', word)) > 0
   on conflict do nothing`,
];
