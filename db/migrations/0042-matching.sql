-- Searches that alert, whom the marketplace would tell of a project, and notes on proposals.
create table saved_search (
  id uuid primary key,
  member_id uuid not null references member (id),
  party_id uuid not null references party (id),
  kind text not null check (kind in ('freelancers', 'projects')),
  name text not null check (char_length(name) between 1 and 80),
  query text not null check (char_length(query) <= 1000),
  alerts boolean not null default true,
  made_at timestamptz not null,
  looked_at timestamptz not null,
  told_at timestamptz
);

create index saved_search_by_member on saved_search (member_id, made_at desc, id desc);

create index saved_search_due on saved_search (looked_at, id) where alerts;

-- Whom the marketplace would tell of a project, and why. A row is suggested until it is sent, by
-- the marketplace at publication or by the client, or removed. added_by: the member who put it on
-- the list by hand; null where the marketplace did.
create table project_match (
  project_id uuid not null references project (id),
  freelancer_id uuid not null references party (id),
  state text not null check (state in ('suggested', 'sent', 'removed')),
  score double precision not null check (score between 0 and 100),
  newcomer boolean not null,
  reasons jsonb not null,
  added_by uuid references member (id),
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (project_id, freelancer_id)
);

alter table project_invitation
  add column source text not null default 'client' check (source in ('client', 'match')),
  add column reasons jsonb not null default '[]',
  add column seen_at timestamptz,
  add column answered_at timestamptz,
  add column decline_reason text check (decline_reason in
    ('too_busy', 'budget_too_low', 'not_my_work', 'dates', 'client', 'other')),
  add column decline_note text not null default '',
  add column withdrawn_at timestamptz;

-- Where the marketplace invites by itself, no member did.
alter table project_invitation
  alter column invited_by drop not null,
  add check (invited_by is not null or source = 'match');

create index project_invitation_told on project_invitation (freelancer_id, invited_at desc)
  where source = 'match';

create index project_invitation_unanswered on project_invitation (invited_at)
  where answered_at is null and declined_at is null and withdrawn_at is null;

-- automatic: told at publication. review: the client looks at the list first. off: nobody.
alter table project
  add column matching text not null default 'automatic'
    check (matching in ('automatic', 'review', 'off')),
  add column matched_at timestamptz,
  add column document tsvector;

create index project_document on project using gin (document)
  where state = 'open' and audience = 'everyone';

create index project_open_by_category on project (category, published_at desc, id desc)
  where state = 'open' and audience = 'everyone';

alter table market_terms
  add column matches_per_project integer not null default 10
    check (matches_per_project between 0 and 50),
  add column matches_per_week integer not null default 10
    check (matches_per_week between 1 and 200),
  add column newcomer_percent integer not null default 20
    check (newcomer_percent between 0 and 50);

-- What the client's side thinks of a proposal; the freelancer never sees it.
create table proposal_mark (
  proposal_id uuid primary key references proposal (id),
  project_id uuid not null references project (id),
  shortlisted boolean not null default false,
  hidden boolean not null default false,
  note text not null default '' check (char_length(note) <= 2000),
  changed_by uuid not null references member (id),
  changed_at timestamptz not null
);

create index proposal_mark_by_project on proposal_mark (project_id);
