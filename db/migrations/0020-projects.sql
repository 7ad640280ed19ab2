-- A draft may be closed without ever having been published.
alter table project drop constraint project_check1;

alter table project add constraint project_published_before
  check (state in ('draft', 'closed') or (published_at is not null and expires_at is not null));

create index file_waiting on file (party_id) where subject_id is null;
