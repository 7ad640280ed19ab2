-- Batches can be reported, and hidden by an operator: then nothing of them is listed or handed out.
alter table abuse_report
  drop constraint abuse_report_subject_kind_check,
  add constraint abuse_report_subject_kind_check check (subject_kind in
    ('feedback', 'feedback_reply', 'freelancer', 'portfolio_item', 'project', 'batch'));

alter table batch add column hidden_at timestamptz;
