-- access: who did and saw what, in a chain that shows every change made to it afterwards.

-- An event outlives what it tells of, so it refers to no other table.
alter table audit_event drop constraint audit_event_account_id_fkey;
alter table audit_event rename column audit_event_id to event_id;
-- null: Betang itself, or somebody who has not signed in
alter table audit_event alter column account_id drop not null;
alter table audit_event alter column subject_kind drop not null;
alter table audit_event alter column subject_id drop not null;
alter table audit_event add column organisation_id text;
alter table audit_event add column role text;
alter table audit_event add column purpose text;
-- classes of data, or single fields, that were shown
alter table audit_event add column fields text[] not null default '{}';
alter table audit_event add column reason text;
alter table audit_event add column request_id text;
-- ids, numbers and counts
alter table audit_event add column detail jsonb not null default '{}';
alter table audit_event add check (jsonb_typeof(detail) = 'object');
alter table audit_event add check (array_position(fields, null) is null);
-- A run of 16 digits is a NIK or a family card number, wherever somebody put it.
alter table audit_event add check (
  concat_ws(' ', subject_id, reason, request_id, detail::text) !~ '[0-9]{16}');
drop index audit_event_subject;
create index audit_event_subject on audit_event (subject_id, event_id);
create index audit_event_account on audit_event (account_id, event_id);
create index audit_event_at on audit_event using brin (at) with (pages_per_range = 16);

-- Ids of committed events that are not in the chain yet. An event comes in with its own transaction,
-- so one that commits late is found however far the chain has got.
create table audit_unsealed (event_id bigint primary key);

-- The chain: one entry an event, in the order in which events were sealed.
create table audit_seal (
  seq bigint primary key check (seq > 0),
  event_id bigint not null unique,
  previous_hash bytea not null unique,
  hash bytea not null unique,
  sealed_at timestamptz not null default now()
);

-- The head of the chain as it stood on a day, to be printed and signed.
create table audit_anchor (
  seq bigint primary key,
  anchored_on date not null,
  hash bytea not null,
  made_at timestamptz not null default now()
);
create index audit_anchor_day on audit_anchor (anchored_on);

create function note_unsealed() returns trigger language plpgsql
security definer set search_path = public, pg_temp as $$
begin
  insert into audit_unsealed (event_id) select event_id from written;
  return null;
end
$$;
create trigger noted after insert on audit_event
  referencing new table as written for each statement execute function note_unsealed();
insert into audit_unsealed (event_id) select event_id from audit_event;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % only grows', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger only_grows before update or delete or truncate on audit_event
  for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on audit_seal
  for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on audit_anchor
  for each statement execute function refuse_change();

-- Everyone adds events; only who watches over the office reads them.
create function scope_reads_audit() returns boolean stable language sql
return coalesce(scope_role() in ('auditor', 'data-protection-officer'), false);

revoke all on audit_event, audit_unsealed, audit_seal, audit_anchor from public;
alter table audit_event enable row level security;
alter table audit_unsealed enable row level security;
alter table audit_seal enable row level security;
alter table audit_anchor enable row level security;
grant insert on audit_event to betang_reader;
create policy written_by_all on audit_event for insert to betang_reader with check (true);
grant select on audit_event, audit_seal, audit_anchor to betang_guard;
create policy read_by_audit on audit_event for select to betang_guard using ((select scope_reads_audit()));
create policy read_by_audit on audit_seal for select to betang_guard using ((select scope_reads_audit()));
create policy read_by_audit on audit_anchor for select to betang_guard using ((select scope_reads_audit()));

-- The person behind an account, where somebody said so: shows who looks at the own family.
alter table account add column person_id text;
grant select (account_id, user_name, display_name, organisation_id) on account to betang_guard;
grant select (organisation_id, name) on organisation to betang_guard;
create policy read_by_audit on account for select to betang_guard using ((select scope_reads_audit()));

create view scoped.audit_event as
select event_id, at, account_id, organisation_id, role, action, purpose, subject_kind, subject_id,
  fields, reason, request_id, detail
from audit_event;
create view scoped.audit_seal as select seq, event_id, hash, sealed_at from audit_seal;
create view scoped.audit_anchor as select seq, anchored_on, hash, made_at from audit_anchor;
create view scoped.audit_actor as
select a.account_id, a.user_name, a.display_name, o.name as organisation_name
from account a join organisation o using (organisation_id);

do $$
declare
  view_name text;
begin
  foreach view_name in array array['audit_event', 'audit_seal', 'audit_anchor', 'audit_actor'] loop
    execute format('alter view scoped.%I owner to betang_guard', view_name);
    execute format('grant select on scoped.%I to betang_reader', view_name);
  end loop;
end
$$;

-- Keys only, whatever territory the reader has: a person with the family, a family with its members.
create function audit_kin(asked text) returns table (subject_id text) stable language sql
security definer set search_path = public, pg_temp as $$
  select asked where scope_reads_audit()
  union select p.family_id from person p where p.person_id = asked and scope_reads_audit()
  union select p.person_id from person p where p.family_id = asked and scope_reads_audit()
$$;

create function audit_own_family() returns table (account_id text, subject_id text)
stable language sql security definer set search_path = public, pg_temp as $$
  select a.account_id, s.subject_id
  from account a
  join person own on own.person_id = a.person_id
  cross join lateral (
    select own.family_id union select p.person_id from person p where p.family_id = own.family_id
  ) as s (subject_id)
  where scope_reads_audit()
$$;

create function audit_is_known(asked text) returns boolean stable language sql
security definer set search_path = public, pg_temp as $$
  select scope_reads_audit() and (
    exists (select 1 from family f where f.family_id = asked)
    or exists (select 1 from person p where p.person_id = asked))
$$;

revoke all on function audit_kin(text), audit_own_family(), audit_is_known(text) from public;
grant execute on function audit_kin(text), audit_own_family(), audit_is_known(text) to betang_reader;
