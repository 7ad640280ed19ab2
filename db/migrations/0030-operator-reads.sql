-- The operator's event log reads by time over all homes. Events arrive nearly in order of time, so
-- a range index finds a window of them and costs an insert almost nothing.
create index event_by_age on event using brin (home, at)
  with (pages_per_range = 16, autosummarize = on);

create index member_by_age on member (created_at desc, id desc);

create index organization_by_age on organization (created_at desc, id desc);
