-- The application works as this role: it may add ledger lines and events, but never change or
-- remove them. Where the owner may not make roles, the rule holds by code and verify-ledger alone.
do $$
begin
  if not exists (select from pg_roles where rolname = 'anyshore_app') then
    create role anyshore_app nologin;
  end if;
  execute format('grant anyshore_app to %I', current_user);
exception when insufficient_privilege or duplicate_object or unique_violation then
  raise notice 'role anyshore_app was not made here';
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'anyshore_app') then
    grant usage on schema public to anyshore_app;
    grant select, insert, update, delete on all tables in schema public to anyshore_app;
    revoke update, delete on transfer, event from anyshore_app;
    revoke delete on ledger_account from anyshore_app;
    alter default privileges in schema public
      grant select, insert, update, delete on tables to anyshore_app;
  end if;
end $$;

insert into fee_rule (id, contract_kind, payer, tiers, starts_at, created_at)
values
  ('019a0000-0000-7000-8000-000000000001', 'fixed', 'freelancer',
   '[{"upToMinor": null, "basisPoints": 1000}]', '2026-01-01', '2026-01-01'),
  ('019a0000-0000-7000-8000-000000000002', 'hourly', 'freelancer',
   '[{"upToMinor": null, "basisPoints": 1000}]', '2026-01-01', '2026-01-01'),
  ('019a0000-0000-7000-8000-000000000003', 'fixed', 'client',
   '[{"upToMinor": null, "basisPoints": 0}]', '2026-01-01', '2026-01-01'),
  ('019a0000-0000-7000-8000-000000000004', 'hourly', 'client',
   '[{"upToMinor": null, "basisPoints": 0}]', '2026-01-01', '2026-01-01');

insert into category (slug, family, name, position)
values
  ('billing-and-payroll', 'back-office', 'Billing and payroll', 1),
  ('bookkeeping', 'back-office', 'Bookkeeping', 2),
  ('data-entry', 'back-office', 'Data entry and records', 3),
  ('purchasing', 'back-office', 'Purchasing', 4),
  ('customer-service', 'front-office', 'Customer service', 5),
  ('technical-support', 'front-office', 'Technical support', 6),
  ('sales-and-marketing', 'front-office', 'Sales and marketing', 7),
  ('architectural-illustration', 'knowledge', 'Architectural illustration', 8),
  ('software', 'knowledge', 'Software', 9),
  ('web-design', 'knowledge', 'Web and interface design', 10),
  ('graphic-design', 'knowledge', 'Graphic design', 11),
  ('engineering', 'knowledge', 'Engineering', 12),
  ('patents-and-trademarks', 'knowledge', 'Patents and trademarks', 13),
  ('legal-services', 'knowledge', 'Legal services', 14),
  ('market-research', 'knowledge', 'Market research', 15),
  ('writing-and-editing', 'knowledge', 'Writing and editing', 16),
  ('translation', 'knowledge', 'Translation', 17),
  ('research-and-development', 'knowledge', 'Research and development', 18),
  ('landscape-design', 'household', 'Landscape design', 19),
  ('tutoring', 'household', 'Tutoring', 20),
  ('travel-planning', 'household', 'Travel planning', 21);
