-- What is read across homes: who works where, the list of open batches, and records of both sides.
-- Rows here are made again from the hot tables; only appeal, worker_block and batch_import are not.

create table worker_batch (
  worker_id uuid not null references member (id),
  batch_id uuid not null,
  started_at timestamptz not null,
  primary key (worker_id, batch_id)
);

create index worker_batch_newest on worker_batch (worker_id, started_at desc, batch_id desc);

-- "Once per study": how many tasks of a client's group of batches a worker has taken.
create table batch_group_worker (
  client_id uuid not null references party (id),
  group_key text not null,
  worker_id uuid not null references member (id),
  taken integer not null check (taken >= 0),
  primary key (client_id, group_key, worker_id)
);

create table batch_listing (
  batch_id uuid primary key,
  client_id uuid not null references party (id),
  state text not null check (state in ('draft', 'open', 'paused', 'closing', 'closed')),
  name text not null,
  title text not null,
  description text not null,
  keywords text[] not null default '{}',
  words tsvector not null,
  requirements jsonb not null,
  group_key text,
  group_limit integer,
  currency text not null,
  reward_minor bigint not null,
  priority integer not null,
  time_limit_seconds integer not null,
  tasks integer not null,
  wanted bigint not null,
  available bigint not null,
  live integer not null default 0,
  waiting integer not null default 0,
  approved integer not null default 0,
  rejected integer not null default 0,
  workers integer not null default 0,
  paid_minor bigint not null default 0,
  decision_seconds bigint not null default 0,
  median_active_seconds integer,
  hourly_minor bigint,
  created_at timestamptz not null,
  ordered_at timestamptz,
  expires_at timestamptz,
  settled boolean not null default false,
  refreshed_at timestamptz not null
);

create index batch_listing_words on batch_listing using gin (words);

create index batch_listing_newest on batch_listing (ordered_at desc, batch_id desc)
  where state = 'open';

create index batch_listing_reward on batch_listing (reward_minor desc, batch_id desc)
  where state = 'open';

create index batch_listing_hourly on batch_listing (coalesce(hourly_minor, 0) desc, batch_id desc)
  where state = 'open';

create index batch_listing_left on batch_listing (available desc, batch_id desc)
  where state = 'open';

create index batch_listing_by_client on batch_listing (client_id, created_at desc, batch_id desc);

create index batch_listing_unsettled on batch_listing (batch_id)
  where not settled and state <> 'draft';

create table task_client_record (
  client_id uuid primary key references party (id),
  batches integer not null,
  approved bigint not null,
  rejected bigint not null,
  appeals_upheld bigint not null default 0,
  decision_seconds bigint not null,
  hourly_minor bigint,
  hourly_currency text,
  refreshed_at timestamptz not null
);

create table worker_record (
  worker_id uuid primary key references member (id),
  batches integer not null,
  submitted bigint not null,
  approved bigint not null,
  rejected bigint not null,
  returned bigint not null,
  abandoned bigint not null,
  active_seconds bigint not null,
  refreshed_at timestamptz not null
);

-- A worker says that a rejection is wrong. While it is open the money of the answer stays held.
create table appeal (
  assignment_id uuid primary key,
  batch_id uuid not null,
  client_id uuid not null references party (id),
  worker_id uuid not null references member (id),
  state text not null check (state in ('open', 'upheld', 'dismissed')),
  words text not null check (char_length(words) between 1 and 4000),
  filed_at timestamptz not null,
  decided_by uuid references member (id),
  decided_at timestamptz,
  verdict text not null default '',
  check ((state = 'open') = (decided_at is null))
);

create index appeal_open on appeal (filed_at, assignment_id) where state = 'open';

create index appeal_by_worker on appeal (worker_id, filed_at desc);

create table worker_block (
  client_id uuid not null references party (id),
  worker_id uuid not null references member (id),
  reason text not null check (char_length(reason) between 1 and 4000),
  blocked_by uuid not null references member (id),
  blocked_at timestamptz not null,
  primary key (client_id, worker_id)
);

create index worker_block_newest on worker_block (client_id, blocked_at desc, worker_id desc);

-- A file that is being made into the tasks of a draft. The rows are checked before the first is
-- made.
create table batch_import (
  batch_id uuid primary key,
  file_id uuid not null,
  format text not null check (format in ('csv', 'jsonl')),
  state text not null check (state in ('checking', 'adding', 'done', 'failed')),
  rows_total integer,
  rows_done integer not null default 0,
  problem jsonb,
  asked_by uuid not null references member (id),
  asked_at timestamptz not null,
  touched_at timestamptz not null
);

create index batch_import_unfinished on batch_import (touched_at)
  where state in ('checking', 'adding');
