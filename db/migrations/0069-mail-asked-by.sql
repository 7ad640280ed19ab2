-- Which member had a mail sent to an address that it typed; null where the market writes by itself.
alter table mail add column asked_by uuid references member (id);

create index mail_by_asker on mail (asked_by, created_at desc) where asked_by is not null;

create index mail_asked_for on mail (recipient, created_at desc) where asked_by is not null;
