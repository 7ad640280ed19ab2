-- What a search calls new. opened_at: when a project last came before everybody, by publication, by
-- an audience that grew, from an operator's hiding or from expiry; first_listed_at: when a profile
-- was listed for the first time, so that listing it again makes nobody new. A listing's listed_at
-- is the first one.
alter table project add column opened_at timestamptz;

update project set opened_at = published_at
where published_at is not null and 'everyone' in (audience, coalesce(hidden_audience, audience));

alter table project
  add check (state <> 'open' or audience <> 'everyone' or opened_at is not null);

drop index project_open;

create index project_open on project (opened_at desc, id desc)
  where state = 'open' and audience = 'everyone';

drop index project_open_by_category;

create index project_open_by_category on project (category, opened_at desc, id desc)
  where state = 'open' and audience = 'everyone';

alter table freelancer add column first_listed_at timestamptz;

update freelancer set first_listed_at = coalesce(told.at, listed_at)
from (
  select freelancer.id, first.at
  from freelancer
  left join (
    select subject_id, min(at) as at from event where kind = 'freelancer.listed' group by subject_id
  ) first on first.subject_id = freelancer.id) told
where told.id = freelancer.id;

alter table freelancer add check (listed_at is null or first_listed_at is not null);

update listing set listed_at = first_listed_at from freelancer where freelancer.id = listing.id;

update listing_place set listed_at = first_listed_at from freelancer
where freelancer.id = listing_place.id;
