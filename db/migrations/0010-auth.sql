-- Sign-in. The tables and names from "user" to "twoFactor" are better-auth's own (a test compares
-- them with what its version asks for); an account's id is its member's id.
create schema if not exists "auth";

create table "auth"."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "twoFactorEnabled" boolean
);

create table "auth"."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references "auth"."user" ("id") on delete cascade
);

create table "auth"."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references "auth"."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);

create table "auth"."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);

create table "auth"."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references "auth"."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);

create index "session_userId_idx" on "auth"."session" ("userId");

create index "account_userId_idx" on "auth"."account" ("userId");

create index "verification_identifier_idx" on "auth"."verification" ("identifier");

create index "twoFactor_secret_idx" on "auth"."twoFactor" ("secret");

create index "twoFactor_userId_idx" on "auth"."twoFactor" ("userId");

-- Failed and costly attempts, counted for all processes. expire is a time in milliseconds: a float
-- holds it exactly, and unlike int8 the driver gives it as the number that its reader expects.
create table "auth"."attempt" (
  "key" varchar(255) primary key,
  "points" integer not null default 0,
  "expire" double precision
);

-- True where the demo marketplace was loaded: only there the sign-in page offers the demo's
-- members.
alter table market_terms add column demo boolean not null default false;

do $$
begin
  if exists (select from pg_roles where rolname = 'anyshore_app') then
    grant usage on schema "auth" to anyshore_app;
    grant select, insert, update, delete on all tables in schema "auth" to anyshore_app;
  end if;
end $$;
