-- The second way of buying work: batches of small tasks, done by an open crowd at a piece rate.
-- Hot tables (home first in every key, no key that leaves the group, no trigger):
-- batch, task, assignment, answer, answer_draft, batch_worker, bonus.

create table task_type (
  id uuid primary key,
  client_id uuid not null references party (id),
  created_by uuid not null references member (id),
  title text not null check (char_length(title) between 1 and 128),
  description text not null default '' check (char_length(description) <= 2000),
  keywords text[] not null default '{}',
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reward_minor bigint not null check (reward_minor >= 0),
  time_limit_seconds integer not null check (time_limit_seconds between 30 and 31536000),
  auto_approval_seconds integer not null check (auto_approval_seconds between 0 and 2592000),
  requirements jsonb not null default '[]',
  form jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  archived_at timestamptz
);

create index task_type_by_client on task_type (client_id, created_at desc, id desc);

-- What was ordered together. unplaced: assignments that an extension paid for and whose tasks do
-- not have them yet; widen_each and widened_to say how far it got. The batch keeps its own copy of
-- the task type, so that an answer always fits the question it was given to.
create table batch (
  home integer not null check (home between 0 and 1023),
  id uuid not null,
  client_id uuid not null,
  created_by uuid not null,
  task_type_id uuid,
  state text not null check (state in ('draft', 'open', 'paused', 'closing', 'closed')),
  name text not null check (char_length(name) between 1 and 128),
  title text not null,
  description text not null,
  keywords text[] not null default '{}',
  form jsonb not null,
  requirements jsonb not null default '[]',
  variables text[] not null default '{}',
  currency text not null,
  reward_minor bigint not null check (reward_minor >= 0),
  fee_minor bigint not null check (fee_minor >= 0),
  fee_rule jsonb not null,
  wanted_each integer not null check (wanted_each between 1 and 1000),
  tasks integer not null default 0 check (tasks >= 0),
  gold_tasks integer not null default 0 check (gold_tasks >= 0),
  wanted bigint not null default 0 check (wanted >= 0),
  unplaced bigint not null default 0 check (unplaced >= 0),
  widen_each integer check (widen_each >= 0),
  widened_to integer not null default 0,
  gold_percent integer not null default 0 check (gold_percent between 0 and 50),
  worker_limit integer check (worker_limit > 0),
  group_key text,
  group_limit integer check (group_limit > 0),
  priority integer not null default 0 check (priority between -10 and 10),
  time_limit_seconds integer not null,
  auto_approval_seconds integer not null,
  appeal_seconds integer not null check (appeal_seconds >= 0),
  lifetime_seconds integer not null check (lifetime_seconds between 30 and 31536000),
  reopen_rejected boolean not null default false,
  budget_cap_minor bigint check (budget_cap_minor > 0),
  funded_minor bigint not null default 0 check (funded_minor >= 0),
  floor_minor bigint check (floor_minor > 0),
  reserve_minor bigint not null default 0 check (reserve_minor >= 0),
  reserve_wanted_minor bigint not null default 0 check (reserve_wanted_minor >= 0),
  annotation text not null default '' check (char_length(annotation) <= 255),
  created_at timestamptz not null,
  ordered_at timestamptz,
  expires_at timestamptz,
  ended_at timestamptz,
  end_reason text check (end_reason in ('completed', 'expired', 'cancelled')),
  breaker_at timestamptz,
  breaker_freed_at timestamptz,
  primary key (home, id),
  check ((state = 'draft') = (ordered_at is null)),
  check ((state in ('closing', 'closed')) = (end_reason is not null)),
  check ((group_key is null) = (group_limit is null))
) with (fillfactor = 85);

create index batch_by_client on batch (home, client_id, created_at desc);

create index batch_running on batch (home, expires_at) where state in ('open', 'paused');

create index batch_in_pages on batch (home, id)
  where state = 'closing' or widen_each is not null;

-- slots: assignments that nobody holds yet; released: of these, the ones whose money went back.
create table task (
  home integer not null,
  id uuid not null,
  batch_id uuid not null,
  number integer not null check (number > 0),
  pos bigint not null,
  gold boolean not null default false,
  input jsonb not null,
  key jsonb,
  wanted integer not null check (wanted > 0),
  slots integer not null check (slots between 0 and wanted),
  released integer not null default 0 check (released between 0 and slots),
  open boolean not null,
  expires_at timestamptz,
  reviewing_at timestamptz,
  disposed_at timestamptz,
  primary key (home, id),
  unique (home, batch_id, number),
  foreign key (home, batch_id) references batch (home, id),
  check (not open or slots > released),
  check (gold = (key is not null))
) with (fillfactor = 85);

create index task_to_hand_out on task (home, batch_id, gold, pos) where open;

create index task_expiring on task (home, expires_at) where open and expires_at is not null;

-- due_at: when the next thing happens by itself: the deadline of accepted work, the approval of
-- submitted work, the end of the days in which a rejection may be answered. The task names the
-- batch: a key from here to it would make all who take a task lock one row.
create table assignment (
  home integer not null,
  id uuid not null,
  batch_id uuid not null,
  task_id uuid not null,
  worker_id uuid not null,
  attempt smallint not null check (attempt > 0),
  state text not null check (state in
    ('accepted', 'submitted', 'approved', 'rejected', 'returned', 'abandoned')),
  reward_minor bigint not null check (reward_minor >= 0),
  fee_minor bigint not null check (fee_minor >= 0),
  held_minor bigint not null check (held_minor >= 0),
  accepted_at timestamptz not null,
  deadline timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  due_at timestamptz,
  active_seconds integer check (active_seconds >= 0),
  versions smallint not null default 0 check (versions >= 0),
  gold_right boolean,
  reject_class text,
  feedback text not null default '',
  appeal text check (appeal in ('open', 'upheld', 'dismissed')),
  primary key (home, id),
  unique (home, task_id, worker_id, attempt),
  foreign key (home, task_id) references task (home, id),
  check ((state in ('submitted', 'approved', 'rejected')) = (submitted_at is not null)),
  check ((state = 'rejected') <= (reject_class is not null)),
  check (held_minor = 0 or state in ('accepted', 'submitted', 'rejected'))
) with (fillfactor = 80);

create index assignment_due on assignment (home, due_at) where due_at is not null;

create index assignment_to_review on assignment (home, batch_id, state, submitted_at, id)
  where submitted_at is not null;

create index assignment_by_worker on assignment (home, worker_id, accepted_at);

-- What was handed in. A repair adds a version; nothing is overwritten.
create table answer (
  home integer not null,
  assignment_id uuid not null,
  version smallint not null check (version > 0),
  fields jsonb not null,
  at timestamptz not null,
  primary key (home, assignment_id, version),
  foreign key (home, assignment_id) references assignment (home, id)
);

create table answer_draft (
  home integer not null,
  assignment_id uuid not null,
  fields jsonb not null,
  active_seconds integer not null default 0 check (active_seconds >= 0),
  saved_at timestamptz not null,
  primary key (home, assignment_id),
  foreign key (home, assignment_id) references assignment (home, id)
);

-- One worker in one batch: where the hand-out stands, what came of it, and what is still to be
-- moved to the worker's wallet. `events` numbers the log of this worker's work in this batch.
create table batch_worker (
  home integer not null,
  batch_id uuid not null,
  worker_id uuid not null,
  cursor bigint not null default -1,
  gold_cursor bigint not null default -1,
  handed integer not null default 0,
  gold_handed integer not null default 0,
  live integer not null default 0 check (live >= 0),
  waiting integer not null default 0 check (waiting >= 0),
  approved integer not null default 0 check (approved >= 0),
  rejected integer not null default 0 check (rejected >= 0),
  returned integer not null default 0,
  abandoned integer not null default 0,
  gold_right integer not null default 0,
  gold_wrong integer not null default 0,
  earned_minor bigint not null default 0 check (earned_minor >= 0),
  bonus_minor bigint not null default 0 check (bonus_minor >= 0),
  top_up_minor bigint not null default 0 check (top_up_minor >= 0),
  fees_minor bigint not null default 0 check (fees_minor >= 0),
  swept_minor bigint not null default 0
    check (swept_minor between 0 and earned_minor + bonus_minor + top_up_minor),
  active_seconds bigint not null default 0,
  measured integer not null default 0,
  decision_seconds bigint not null default 0,
  events integer not null default 0,
  checked_at timestamptz not null,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  primary key (home, batch_id, worker_id),
  foreign key (home, batch_id) references batch (home, id)
) with (fillfactor = 50);

create table bonus (
  home integer not null,
  id uuid not null,
  batch_id uuid not null,
  assignment_id uuid not null,
  worker_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  fee_minor bigint not null check (fee_minor >= 0),
  reason text not null check (char_length(reason) between 1 and 4000),
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (home, id),
  foreign key (home, assignment_id) references assignment (home, id)
);

create index bonus_by_assignment on bonus (home, assignment_id, given_at);

create index bonus_by_batch on bonus (home, batch_id, given_at, id);

-- The fee on tasks: 20 % of reward and bonus, paid by the client, never less than a cent.
insert into fee_rule
  (id, contract_kind, payer, currency, tiers, minimum_minor, starts_at, created_at)
values
  ('019a0000-0000-7000-8000-000000000005', 'task', 'client', null,
   '[{"upToMinor": null, "basisPoints": 2000}]', null, '2026-01-01', '2026-01-01'),
  ('019a0000-0000-7000-8000-000000000006', 'task', 'freelancer', null,
   '[{"upToMinor": null, "basisPoints": 0}]', null, '2026-01-01', '2026-01-01');

insert into fee_rule
  (id, contract_kind, payer, currency, tiers, minimum_minor, starts_at, created_at)
select ('019a0000-0000-7000-8000-0000000000' || (10 + row_number() over (order by code)))::uuid,
  'task', 'client', code, '[{"upToMinor": null, "basisPoints": 2000}]', 1,
  '2026-01-01', '2026-01-01'
from unnest(array['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'SGD', 'NZD']) as code;
