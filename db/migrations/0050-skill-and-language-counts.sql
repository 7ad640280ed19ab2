-- How many listings have each skill and each language, beside how many there are of each kind.

-- The facts that are counted, as the index of words has them: @skill:…, @language:….
create table listing_fact (
  no smallint generated always as identity primary key,
  fact text not null unique
);

-- For each row of listing_count, how many of its listings have each fact: the fact's number is the
-- place in the array. One row for all facts, so that a change locks no more rows than kinds do.
create table listing_fact_count (
  category_no smallint not null,
  place text not null,
  kind smallint not null,
  listings integer[] not null check (0 <= all (listings) and array_lower(listings, 1) = 1),
  primary key (category_no, place, kind)
);

-- The counts after these changes. Zero is null, because in an array a null takes no room.
create function counts_after(listings integer[], facts smallint[], changes integer[])
  returns integer[] language plpgsql immutable parallel safe
  as $$
  begin
    for n in 1 .. cardinality(facts) loop
      listings[facts[n]] := nullif(coalesce(listings[facts[n]], 0) + changes[n], 0);
    end loop;
    return listings;
  end
  $$;

insert into listing_fact (fact)
select distinct fact
from listing, lateral (
  select '@skill:' || skill from unnest(skills) skill
  union all
  select '@language:' || language from unnest(languages) language) its (fact)
order by fact;

insert into listing_fact_count (category_no, place, kind, listings)
with of_country as materialized (
  select category_no, country, region, kind, no, count(*)::int as listings
  from listing
  cross join unnest(array_prepend(0::smallint, categories)) category_no
  cross join lateral (
    select '@skill:' || skill from unnest(skills) skill
    union
    select '@language:' || language from unnest(languages) language) its (fact)
  join listing_fact using (fact)
  group by category_no, country, region, kind, no),
of_region as materialized (
  select category_no, region, kind, no, sum(listings)::int as listings
  from of_country group by category_no, region, kind, no),
counted as (
  select category_no, country as place, kind, no, listings from of_country
  union all
  select category_no, place, kind, no, listings
  from of_region cross join unnest(array['', region]) place)
-- What comes more than once in an array of changes adds up.
select category_no, place, its_kind, counts_after('{null}', array_agg(no), array_agg(listings))
from counted cross join unnest(array[-1::smallint, kind]) its_kind
group by category_no, place, its_kind;

-- Counted one by one, these are read of each listing: beside the row, as the document is. Rows that
-- are there already follow when they are written next.
alter table listing
  alter column categories set storage main,
  alter column skills set storage main,
  alter column languages set storage main;

-- The skills of the taxonomy that a project asks for, read from what it is found by.
create function skills_filed(tsvector) returns text[]
  language sql immutable strict parallel safe
  as $$
    select array(
      select substr(word, 8) from unnest(tsvector_to_array($1)) word where word ^@ '@skill:')
  $$;

alter table project
  add column skill_slugs text[] generated always as (skills_filed(document)) stored;
