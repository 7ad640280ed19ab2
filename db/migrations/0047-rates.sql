-- What an hour costs, by category and country: one walk over an index that holds all it needs.
alter table listing_place
  add column on_time real check (on_time between 0 and 1);

create index listing_place_for_rates on listing_place (category_no, country)
  include (rate_minor, rate_high_minor, quality, quality_low, on_time)
  where category_no > 0;

-- The highest rate of a category; the lowest is first in listing_place_by_rate.
create index listing_place_by_high_rate on listing_place (category_no, rate_high_minor)
  where category_no > 0;
