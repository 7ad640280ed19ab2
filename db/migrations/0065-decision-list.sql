-- Many answers that are decided one page after another: a sheet of decisions, or all that wait and
-- fit a question. One list per batch; the next takes its place.
create table decision_list (
  batch_id uuid primary key,
  id uuid not null,
  source text not null check (source in ('sheet', 'waiting')),
  file_id uuid check ((file_id is not null) = (source = 'sheet')),
  -- Which of the waiting answers are meant.
  question jsonb not null,
  state text not null check (state in ('running', 'done', 'stopped', 'failed')),
  -- What the client was asked about, and how far it is.
  total integer not null check (total >= 0),
  looked integer not null default 0,
  approved integer not null default 0,
  rejected integer not null default 0,
  skipped integer not null default 0,
  -- The first that could not be decided so.
  skips jsonb not null default '[]',
  asked_by uuid not null references member (id),
  asked_at timestamptz not null,
  touched_at timestamptz not null
);

create index decision_list_unfinished on decision_list (touched_at) where state = 'running';
