-- The first way of buying work: project, invitation, proposal, contract, milestone, feedback.

create table category (
  slug text primary key,
  family text not null check (family in ('back-office', 'front-office', 'knowledge', 'household')),
  name text not null,
  position integer not null
);

create table file (
  id uuid primary key,
  party_id uuid not null references party (id),
  uploaded_by uuid not null references member (id),
  name text not null check (char_length(name) between 1 and 200),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null,
  uploaded_at timestamptz not null,
  subject_kind text check (subject_kind in ('project', 'proposal', 'delivery')),
  subject_id uuid,
  check ((subject_kind is null) = (subject_id is null))
);

create index file_by_subject on file (subject_id) where subject_id is not null;

create index file_unattached on file (uploaded_at) where subject_id is null;

create table project (
  id uuid primary key,
  client_id uuid not null references party (id),
  posted_by uuid not null references member (id),
  state text not null check (state in
    ('draft', 'open', 'offered', 'awarded', 'closed', 'expired')),
  title text not null check (char_length(title) between 1 and 120),
  requirements text not null,
  category text not null references category (slug),
  skills text[] not null default '{}',
  pricing text not null check (pricing in ('fixed', 'hourly')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  budget_low_minor bigint check (budget_low_minor >= 0),
  budget_high_minor bigint check (budget_high_minor >= coalesce(budget_low_minor, 0)),
  expected_hours integer check (expected_hours between 1 and 100000),
  wanted_on date,
  audience text not null check (audience in ('everyone', 'invited')),
  proposals_count integer not null default 0 check (proposals_count >= 0),
  created_at timestamptz not null,
  published_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  check (state = 'draft' or (published_at is not null and expires_at is not null))
);

create index project_open on project (published_at desc, id desc)
  where state = 'open' and audience = 'everyone';

create index project_by_client on project (client_id, created_at desc, id desc);

create index project_expiring on project (expires_at) where state = 'open';

create table project_invitation (
  project_id uuid not null references project (id),
  freelancer_id uuid not null references party (id),
  invited_by uuid not null references member (id),
  note text not null default '',
  invited_at timestamptz not null,
  declined_at timestamptz,
  primary key (project_id, freelancer_id)
);

create index project_invitation_by_freelancer
  on project_invitation (freelancer_id, invited_at desc);

create table proposal (
  id uuid primary key,
  project_id uuid not null references project (id),
  freelancer_id uuid not null references party (id),
  sent_by uuid not null references member (id),
  state text not null check (state in
    ('sent', 'withdrawn', 'offered', 'accepted', 'declined', 'lapsed', 'not_chosen')),
  pricing text not null check (pricing in ('fixed', 'hourly')),
  price_minor bigint not null check (price_minor > 0),
  hourly_rate_minor bigint check (hourly_rate_minor > 0),
  estimated_hours integer check (estimated_hours between 1 and 100000),
  weekly_limit_hours integer check (weekly_limit_hours between 1 and 168),
  delivery_days integer not null check (delivery_days between 1 and 1825),
  cover text not null,
  milestones jsonb not null default '[]',
  sent_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  check ((pricing = 'hourly') = (hourly_rate_minor is not null))
);

create unique index proposal_live on proposal (project_id, freelancer_id)
  where state in ('sent', 'offered', 'accepted');

create index proposal_by_project on proposal (project_id, sent_at, id);

create index proposal_by_freelancer on proposal (freelancer_id, sent_at desc, id desc);

create table contract (
  id uuid primary key,
  project_id uuid not null references project (id),
  proposal_id uuid not null references proposal (id),
  client_id uuid not null references party (id),
  freelancer_id uuid not null references party (id),
  title text not null,
  pricing text not null check (pricing in ('fixed', 'hourly')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price_minor bigint not null check (price_minor > 0),
  hourly_rate_minor bigint check (hourly_rate_minor > 0),
  weekly_limit_hours integer,
  delivery_days integer not null,
  state text not null check (state in
    ('offered', 'active', 'ended', 'declined', 'lapsed', 'withdrawn')),
  fee_rules jsonb not null,
  acceptance_days integer not null,
  security_days integer not null,
  feedback_days integer not null,
  offered_by uuid not null references member (id),
  offered_at timestamptz not null,
  offer_expires_at timestamptz not null,
  signed_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('completed', 'agreed', 'cancelled')),
  ended_by uuid references party (id),
  check ((state = 'ended') = (ended_at is not null))
);

create unique index contract_live on contract (project_id)
  where state in ('offered', 'active', 'ended');

create index contract_by_client on contract (client_id, offered_at desc, id desc);

create index contract_by_freelancer on contract (freelancer_id, offered_at desc, id desc);

create index contract_offer_expiring on contract (offer_expires_at) where state = 'offered';

create table milestone (
  id uuid primary key,
  contract_id uuid not null references contract (id),
  position integer not null check (position > 0),
  title text not null check (char_length(title) between 1 and 120),
  details text not null default '',
  amount_minor bigint not null check (amount_minor > 0),
  client_fee_minor bigint not null default 0 check (client_fee_minor >= 0),
  due_on date,
  state text not null check (state in
    ('agreed', 'funded', 'delivered', 'changes_requested', 'accepted', 'paid', 'refunded',
     'split', 'dropped')),
  funded_at timestamptz,
  delivered_at timestamptz,
  accept_by timestamptz,
  warned integer not null default 0 check (warned between 0 and 2),
  settled_at timestamptz,
  accepted_by_rule boolean,
  gross_minor bigint check (gross_minor between 0 and amount_minor),
  fee_minor bigint check (fee_minor >= 0),
  to_freelancer_minor bigint check (to_freelancer_minor >= 0),
  to_client_minor bigint check (to_client_minor >= 0),
  unique (contract_id, position),
  check ((state = 'delivered') = (accept_by is not null)),
  check ((state in ('paid', 'refunded', 'split')) = (settled_at is not null)),
  check (state not in ('paid', 'refunded', 'split')
    or fee_minor + to_freelancer_minor + to_client_minor = amount_minor + client_fee_minor)
);

create index milestone_awaiting on milestone (accept_by) where state = 'delivered';

create table milestone_change (
  id uuid primary key,
  contract_id uuid not null references contract (id),
  milestone_id uuid references milestone (id),
  kind text not null check (kind in ('add', 'change', 'drop')),
  title text not null default '',
  details text not null default '',
  amount_minor bigint check (amount_minor > 0),
  due_on date,
  state text not null check (state in ('proposed', 'agreed', 'refused', 'withdrawn')),
  proposed_by uuid not null references party (id),
  proposed_at timestamptz not null,
  answered_at timestamptz,
  check ((kind = 'add') = (milestone_id is null)),
  check ((kind = 'drop') = (amount_minor is null))
);

create index milestone_change_by_contract on milestone_change (contract_id, proposed_at);

create unique index milestone_change_open on milestone_change (milestone_id)
  where state = 'proposed';

create table delivery (
  id uuid primary key,
  milestone_id uuid not null references milestone (id),
  number integer not null check (number > 0),
  note text not null,
  delivered_by uuid not null references member (id),
  delivered_at timestamptz not null,
  answer text check (answer in ('accepted', 'changes_requested')),
  answer_note text not null default '',
  answered_at timestamptz,
  unique (milestone_id, number)
);

create table contract_ending (
  id uuid primary key,
  contract_id uuid not null references contract (id),
  proposed_by uuid not null references party (id),
  note text not null default '',
  lines jsonb not null,
  state text not null check (state in ('proposed', 'agreed', 'refused', 'withdrawn')),
  proposed_at timestamptz not null,
  answered_at timestamptz
);

create unique index contract_ending_open on contract_ending (contract_id) where state = 'proposed';

-- Money paid out of escrow waits here for its security days; the sweep moves it to the wallet.
create table earning (
  id uuid primary key,
  contract_id uuid not null references contract (id),
  milestone_id uuid not null references milestone (id),
  party_id uuid not null references party (id),
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  earned_at timestamptz not null,
  available_at timestamptz not null,
  swept_at timestamptz,
  unique (milestone_id)
);

create index earning_waiting on earning (available_at) where swept_at is null;

create index earning_by_party on earning (party_id, earned_at desc, id desc);

create index earning_pending on earning (party_id, currency) where swept_at is null;

create index earning_by_contract on earning (contract_id);

create table feedback (
  id uuid primary key,
  contract_id uuid not null references contract (id),
  from_party uuid not null references party (id),
  about_party uuid not null references party (id),
  given_by uuid not null references member (id),
  stars integer not null check (stars between 1 and 5),
  comment text not null default '',
  given_at timestamptz not null,
  revealed_at timestamptz,
  unique (contract_id, from_party),
  check (from_party <> about_party)
);

create index feedback_about on feedback (about_party, revealed_at desc)
  where revealed_at is not null;

create index feedback_hidden on feedback (contract_id) where revealed_at is null;
