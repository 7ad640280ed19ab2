-- A reply has the id of its feedback: each of the two can be reported while the other waits.
drop index abuse_report_once;

create unique index abuse_report_once on abuse_report (subject_id, subject_kind, reported_by)
  where state = 'open';
