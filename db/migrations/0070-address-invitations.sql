-- Invitations to propose that went to an address by mail. Whether an account has the address shows
-- to the client only once its member answers: then the row is taken, and a project_invitation is
-- made of it.
create table address_invitation (
  id uuid primary key,
  project_id uuid not null references project (id),
  email text not null check (email = lower(email)),
  invited_by uuid not null references member (id),
  note text not null default '',
  invited_at timestamptz not null,
  withdrawn_at timestamptz,
  taken_by uuid references member (id),
  unique (project_id, email)
);

create index address_invitation_by_email on address_invitation (email, invited_at desc)
  where withdrawn_at is null and taken_by is null;
