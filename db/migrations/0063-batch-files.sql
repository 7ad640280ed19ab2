-- The sheet that the tasks of a batch are made from.
alter table file drop constraint file_subject_kind_check;

alter table file add check (subject_kind in ('project', 'proposal', 'delivery', 'batch'));
