-- What a worker must be, know or have shown before it may do tasks.

create table qualification_type (
  id uuid primary key,
  owner_id uuid not null references party (id),
  created_by uuid not null references member (id),
  state text not null check (state in ('active', 'inactive', 'retired')),
  name text not null check (char_length(name) between 1 and 128),
  description text not null check (char_length(description) between 1 and 2000),
  keywords text[] not null default '{}',
  requestable boolean not null,
  auto_value integer,
  retry_seconds bigint check (retry_seconds >= 0),
  grant_days integer check (grant_days > 0),
  test_version integer check (test_version > 0),
  words tsvector not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (auto_value is null or test_version is null),
  check (auto_value is null or requestable)
);

-- The name of a retired type is free again.
create unique index qualification_type_by_name on qualification_type (owner_id, lower(name))
  where state <> 'retired';

create index qualification_type_by_owner on qualification_type (owner_id, created_at desc, id desc);

create index qualification_type_requestable on qualification_type (created_at desc, id desc)
  where state = 'active' and requestable;

create index qualification_type_words on qualification_type using gin (words);

-- A test that somebody has begun stays as it was; a change is another version.
create table qualification_test (
  type_id uuid not null references qualification_type (id),
  version integer not null check (version > 0),
  form jsonb not null,
  answer_key jsonb,
  duration_seconds integer not null check (duration_seconds between 30 and 2592000),
  made_at timestamptz not null,
  primary key (type_id, version)
);

alter table qualification_type
  add foreign key (id, test_version) references qualification_test (type_id, version);

-- A grant that was taken back stays, so that it is known to have been.
create table qualification_grant (
  type_id uuid not null references qualification_type (id),
  worker_id uuid not null references member (id),
  value integer not null,
  state text not null check (state in ('granted', 'revoked')),
  source text not null check (source in ('test', 'client', 'auto')),
  granted_by uuid references member (id),
  granted_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  reason text not null default '' check (char_length(reason) <= 1024),
  primary key (type_id, worker_id),
  check ((state = 'revoked') = (revoked_at is not null))
);

create index qualification_grant_by_worker on qualification_grant
  (worker_id, granted_at desc, type_id desc);

create index qualification_grant_newest on qualification_grant
  (type_id, state, granted_at desc, worker_id desc);

create table qualification_request (
  id uuid primary key,
  type_id uuid not null references qualification_type (id),
  owner_id uuid not null references party (id),
  worker_id uuid not null references member (id),
  state text not null check (state in ('open', 'submitted', 'granted', 'rejected', 'lapsed')),
  test_version integer,
  answers jsonb,
  requested_at timestamptz not null,
  deadline timestamptz,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by uuid references member (id),
  value integer,
  reason text not null default '' check (char_length(reason) <= 1024),
  foreign key (type_id, test_version) references qualification_test (type_id, version),
  check ((test_version is null) = (deadline is null)),
  check ((state = 'granted') = (value is not null)),
  check ((state in ('granted', 'rejected')) = (decided_at is not null))
);

create unique index qualification_request_running on qualification_request (type_id, worker_id)
  where state in ('open', 'submitted');

create index qualification_request_of_worker on qualification_request
  (worker_id, requested_at desc, id desc);

create index qualification_request_latest on qualification_request
  (type_id, worker_id, requested_at desc);

create index qualification_request_of_owner on qualification_request
  (owner_id, requested_at desc, id desc);

create index qualification_request_of_type on qualification_request
  (type_id, requested_at desc, id desc);

create index qualification_request_to_decide on qualification_request
  (owner_id, requested_at desc, id desc) where state = 'submitted';

-- What a worker says of itself and nothing here can measure.
create table worker_statement (
  worker_id uuid primary key references member (id),
  subdivision text check (subdivision ~ '^[A-Z0-9]{1,3}$'),
  adult boolean not null,
  stated_at timestamptz not null
);
