-- A worker may keep a search for tasks too, and be told of new batches.
alter table saved_search drop constraint saved_search_kind_check;

alter table saved_search add constraint saved_search_kind_check
  check (kind in ('freelancers', 'projects', 'tasks'));
