-- access: looks counted by the hour, and marks that end.

-- Who ended a mark, and why.
alter table subject_mark add column ended_by text references account;
alter table subject_mark add column ended_reason text check (ended_reason !~ '[0-9]{16}');
alter table subject_mark add constraint subject_mark_end_check check (
  (ended_at is null) = (ended_reason is null) and (ended_at is null) = (ended_by is null));
create or replace view scoped.subject_mark as
select request_no, kind, family_id, person_id, since, ended_at, ended_by, ended_reason
from subject_mark;

-- Looks at persons and families of one account in one hour, counted when they enter the chain. What
-- stands out is first looked for here; the events of those hours alone are read then.
create table audit_hour (
  account_id text not null,
  -- whether persons were opened, or came up in a list
  is_opened boolean not null,
  hour timestamptz not null,
  looks integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  first_event_id bigint not null,
  last_event_id bigint not null,
  primary key (account_id, is_opened, hour)
);
create index audit_hour_hour on audit_hour (hour);
create index audit_event_refused on audit_event (at) where action = 'refused';

create function count_looks(event_ids bigint[]) returns void language sql
set search_path = public, pg_temp as $$
  insert into audit_hour as h (account_id, is_opened, hour, looks, first_at, last_at, first_event_id,
    last_event_id)
  select account_id, action = 'read', date_trunc('hour', at, 'UTC'), count(*), min(at), max(at),
    min(event_id), max(event_id)
  from audit_event
  where event_id = any(event_ids) and account_id is not null and action <> 'refused'
    and subject_kind in ('person', 'family')
  group by 1, 2, 3
  on conflict (account_id, is_opened, hour) do update set looks = h.looks + excluded.looks,
    first_at = least(h.first_at, excluded.first_at), last_at = greatest(h.last_at, excluded.last_at),
    first_event_id = least(h.first_event_id, excluded.first_event_id),
    last_event_id = greatest(h.last_event_id, excluded.last_event_id);
$$;
revoke all on function count_looks(bigint[]) from public;

insert into audit_hour (account_id, is_opened, hour, looks, first_at, last_at, first_event_id,
  last_event_id)
select account_id, action = 'read', date_trunc('hour', at, 'UTC'), count(*), min(at), max(at),
  min(event_id), max(event_id)
from audit_event join audit_seal using (event_id)
where account_id is not null and action <> 'refused' and subject_kind in ('person', 'family')
group by 1, 2, 3;

alter table audit_hour enable row level security;
grant select on audit_hour to betang_guard;
create policy read_by_audit on audit_hour for select to betang_guard using ((select scope_reads_audit()));
create view scoped.audit_hour as select * from audit_hour;
alter view scoped.audit_hour owner to betang_guard;
grant select on scoped.audit_hour to betang_reader;
