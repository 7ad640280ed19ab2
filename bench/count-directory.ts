/** The counts of a filled directory, by set: what `countListing` and `countFacts` keep one by one. */
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
  // Of the offers that the people share first: there are far fewer of them.
  `insert into listing_fact_count (category_no, place, kind, listings)
   with filed as materialized (
     select s.n, category_no, f.no
     from bench_said s, unnest(array_prepend(0::smallint, s.categories)) category_no,
       unnest(s.skills) skill join listing_fact f on fact = '@skill:' || skill),
   listed as materialized (
     select p.base, l.country, l.region, l.kind, l.languages
     from listing l join bench_person p using (id)),
   of_country as materialized (
     select category_no, country, region, kind, no, sum(people)::int as people
     from (select base, country, region, kind, count(*) as people from listed
       group by 1, 2, 3, 4) shared
     join filed on filed.n = base group by 1, 2, 3, 4, 5
     union all
     select category_no, l.country, l.region, l.kind, f.no, count(*)::int
     from listed l join bench_said s on s.n = l.base,
       unnest(array_prepend(0::smallint, s.categories)) category_no,
       unnest(l.languages) code join listing_fact f on fact = '@language:' || code
     group by 1, 2, 3, 4, 5),
   of_region as materialized (
     select category_no, region, kind, no, sum(people)::int as people
     from of_country group by 1, 2, 3, 4),
   counted as (
     select category_no, country as place, kind, no, people from of_country
     union all
     select category_no, place, kind, no, people from of_region, unnest(array['', region]) place)
   select category_no, place, one, counts_after('{null}', array_agg(no), array_agg(people))
   from counted, unnest(array[-1::smallint, kind]) one group by 1, 2, 3`,
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
