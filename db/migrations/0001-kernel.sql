-- Who owns work and money, the event log, and the ledger.
-- Hot tables (home first in every key, no key that leaves the group, no trigger):
-- ledger_account, transfer, event, idempotency_key.

create table market_terms (
  only_row boolean primary key default true check (only_row),
  name text not null default 'Anyshore',
  base_currency text not null default 'USD' check (base_currency ~ '^[A-Z]{3}$'),
  acceptance_days integer not null default 14 check (acceptance_days between 1 and 90),
  security_days integer not null default 5 check (security_days between 0 and 90),
  offer_days integer not null default 7 check (offer_days between 1 and 60),
  project_days integer not null default 30 check (project_days between 1 and 365),
  feedback_days integer not null default 14 check (feedback_days between 1 and 90),
  bank_instructions text not null default ''
);

insert into market_terms default values;

create table party (
  id uuid primary key,
  kind text not null check (kind in ('member', 'organization')),
  name text not null check (char_length(name) between 1 and 120),
  country text check (country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null
);

create table member (
  id uuid primary key references party (id),
  email text not null,
  headline text not null default '',
  about text not null default '',
  time_zone text not null default 'UTC',
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  operator boolean not null default false,
  mail_notices boolean not null default true,
  suspended_at timestamptz,
  created_at timestamptz not null
);

create unique index member_email on member (lower(email));

create table organization (
  id uuid primary key references party (id),
  kind text not null check (kind in ('client', 'agency', 'vendor')),
  about text not null default '',
  created_by uuid not null references member (id),
  created_at timestamptz not null
);

create table membership (
  organization_id uuid not null references organization (id),
  member_id uuid not null references member (id),
  role text not null check (role in ('owner', 'manager', 'member')),
  joined_at timestamptz not null,
  primary key (organization_id, member_id)
);

create index membership_by_member on membership (member_id);

create table organization_invitation (
  id uuid primary key,
  organization_id uuid not null references organization (id),
  email text not null,
  role text not null check (role in ('owner', 'manager', 'member')),
  token_hash text not null unique,
  invited_by uuid not null references member (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);

create index organization_invitation_open on organization_invitation (organization_id)
  where accepted_at is null and withdrawn_at is null;

create table api_key (
  id uuid primary key,
  member_id uuid not null references member (id),
  party_id uuid not null references party (id),
  name text not null check (char_length(name) between 1 and 80),
  scopes text[] not null
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'work', 'money']),
  prefix text not null,
  secret_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create index api_key_by_member on api_key (member_id);

create table event (
  home integer not null check (home between 0 and 1023),
  id uuid not null,
  kind text not null,
  root_kind text not null,
  root_id uuid not null,
  seq integer not null check (seq > 0),
  subject_id uuid,
  actor_member_id uuid,
  actor_party_id uuid,
  actor_name text not null,
  parties uuid[] not null,
  data jsonb not null,
  at timestamptz not null,
  relayed boolean not null default false,
  primary key (home, id),
  unique (home, root_id, seq)
) with (fillfactor = 90);

create index event_unrelayed on event (home, root_id, seq) where not relayed;

create index event_by_subject on event (home, subject_id, seq) where subject_id is not null;

create table idempotency_key (
  home integer not null check (home between 0 and 1023),
  actor_id text not null,
  key text not null check (char_length(key) between 1 and 200),
  command text not null,
  input_hash text not null,
  result json not null,
  at timestamptz not null,
  primary key (home, actor_id, key)
);

create index idempotency_key_by_age on idempotency_key (home, at);

-- balance_minor is what was credited less what was debited. in_transit is the outside world of one
-- home: what left for another home and what came from one; over all homes it sums to zero.
create table ledger_account (
  home integer not null check (home between 0 and 1023),
  id uuid not null,
  kind text not null check (kind in
    ('wallet', 'escrow', 'earnings', 'payout', 'fee_income', 'in_transit', 'outside')),
  owner_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null default 0,
  lines bigint not null default 0,
  opened_at timestamptz not null,
  primary key (home, id),
  unique (home, kind, owner_id, currency),
  unique (home, id, currency),
  check (balance_minor >= 0 or kind in ('outside', 'in_transit'))
) with (fillfactor = 60);

-- One row is a whole double entry: debit and credit differ and the amount is positive, so the sum
-- is zero by construction. *_line counts the lines of that account without a gap, *_balance_minor
-- is its balance after this line.
create table transfer (
  home integer not null check (home between 0 and 1023),
  id uuid not null,
  currency text not null,
  debit_id uuid not null,
  credit_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  act text not null,
  reference text not null,
  root_id uuid not null,
  subject_id uuid,
  event_id uuid not null,
  event_home integer not null,
  debit_line bigint not null,
  credit_line bigint not null,
  debit_balance_minor bigint not null,
  credit_balance_minor bigint not null,
  at timestamptz not null,
  primary key (home, id),
  unique (home, reference),
  unique (home, debit_id, debit_line),
  unique (home, credit_id, credit_line),
  foreign key (home, debit_id, currency) references ledger_account (home, id, currency),
  foreign key (home, credit_id, currency) references ledger_account (home, id, currency),
  check (debit_id <> credit_id)
);

create index transfer_by_event on transfer (home, event_id);

create index transfer_by_root on transfer (home, root_id, at);

create table fee_rule (
  id uuid primary key,
  contract_kind text not null check (contract_kind in ('fixed', 'hourly', 'task')),
  payer text not null check (payer in ('freelancer', 'client')),
  currency text check (currency ~ '^[A-Z]{3}$'),
  tiers jsonb not null,
  minimum_minor bigint check (minimum_minor >= 0),
  maximum_minor bigint check (maximum_minor >= coalesce(minimum_minor, 0)),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  created_by uuid references member (id),
  created_at timestamptz not null,
  check (currency is not null or (minimum_minor is null and maximum_minor is null))
);

create index fee_rule_by_start on fee_rule (contract_kind, payer, starts_at desc);

-- Money in from and out to the outside world: asked for by a party, decided by an operator.
create table money_request (
  id uuid primary key,
  kind text not null check (kind in ('deposit', 'withdrawal')),
  party_id uuid not null references party (id),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  provider text not null default 'bank-transfer',
  payee text not null default '',
  note text not null default '',
  state text not null check (state in ('requested', 'confirmed', 'rejected', 'cancelled')),
  requested_by uuid not null references member (id),
  requested_at timestamptz not null,
  decided_by uuid references member (id),
  decided_at timestamptz,
  decision_note text not null default '',
  check ((state = 'requested') = (decided_at is null))
);

create index money_request_open on money_request (requested_at, id) where state = 'requested';

create index money_request_by_party on money_request (party_id, requested_at desc, id desc);

create table notification (
  id uuid primary key,
  member_id uuid not null references member (id),
  party_id uuid not null references party (id),
  event_id uuid not null,
  kind text not null,
  data jsonb not null,
  link text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  unique (member_id, event_id, kind)
);

create index notification_by_member on notification (member_id, created_at desc, id desc);

create index notification_unread on notification (member_id) where read_at is null;

create table mail (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  body_text text not null,
  secret boolean not null default false,
  reason text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  last_error text not null default ''
);

create index mail_unsent on mail (created_at) where sent_at is null;

create index mail_by_age on mail (created_at desc, id desc);
