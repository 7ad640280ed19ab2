-- Whom a project was for when an operator hid it; meanwhile its audience is the invited alone.
alter table project
  add column hidden_audience text check (hidden_audience in ('everyone', 'invited')),
  add check (hidden_audience is null or audience = 'invited');
