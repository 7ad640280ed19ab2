-- Free slots of tasks whose own time ended before that of their batch: nobody can take them, so
-- they are not counted as available.
create index task_ended on task (home, batch_id) include (released)
  where released > 0 and expires_at is not null;
