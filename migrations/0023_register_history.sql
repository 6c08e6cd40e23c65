-- registry: what the register said on any past day, and where the ids of persons and families went.
--
-- The tables person, family, membership, value_origin and import_row hold the present. A run that
-- changes a person or a family first puts its record and its rows aside here; what a run leaves as it
-- was, writes nothing. Times are half open: [recorded_from, recorded_to).

-- One line for each content that a person or family had; the open line is the present.
create table subject_version (
  version_no integer generated always as identity primary key,
  kind text not null check (kind in ('person', 'family')),
  subject_id text not null,
  -- the family that the subject stood in; of a family itself
  family_id text not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  -- keyed, over the plain content with its origins and rows
  content_hmac bytea not null,
  check (recorded_to > recorded_from)
);
create unique index subject_version_present on subject_version (subject_id) where recorded_to is null;
create index subject_version_subject on subject_version (subject_id, recorded_from);
create index subject_version_family on subject_version (family_id, recorded_from);

create table family_past (
  version_no integer primary key references subject_version on delete cascade,
  family_id text not null,
  head_person_id text,
  head_name text,
  ward text,
  district text,
  address text,
  rt integer,
  rw integer,
  latitude double precision,
  longitude double precision,
  decile integer,
  list_count integer not null,
  member_count integer not null,
  kk_cipher bytea,
  kk_hmac bytea,
  detail jsonb not null,
  -- [{field, ref: {file, sheet, row}, others: [ref]}]
  origins jsonb not null
);
create index family_past_family on family_past (family_id);

create table person_past (
  version_no integer primary key references subject_version on delete cascade,
  person_id text not null,
  family_id text not null,
  -- where the family was when the record was put aside: whoever has no right there does not see it
  ward text,
  district text,
  name text,
  sex text,
  birth_date date,
  birth_precision text,
  birth_year integer,
  status text not null,
  status_date date,
  relation text,
  valid_from date,
  valid_to date,
  nik_cipher bytea,
  nik_hmac bytea,
  detail jsonb not null,
  origins jsonb not null
);
create index person_past_person on person_past (person_id);
create index person_past_family on person_past (family_id);

-- The rows that stood with a person in a past version, as they were read then.
create table row_past (
  version_no integer not null references person_past on delete cascade,
  -- place among all rows of its run
  place integer not null,
  file text not null,
  sheet text not null,
  row integer not null,
  kind text not null,
  title text not null,
  provider text,
  -- {from, to} of the list, where its titles say so
  period jsonb,
  fields jsonb not null,
  nik_cipher bytea,
  nik_hmac bytea,
  kk_cipher bytea,
  kk_hmac bytea,
  primary key (version_no, place)
);

-- What an id that is no more is called now: the person or family that has most of its rows.
create table subject_alias (
  alias_no integer generated always as identity primary key,
  kind text not null check (kind in ('person', 'family')),
  subject_id text not null,
  -- null: its rows are in no list that counts
  present_id text,
  -- [{file, sheet, row}] of the subject when it went
  rows jsonb not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  check (recorded_to > recorded_from)
);
create unique index subject_alias_open on subject_alias (subject_id) where recorded_to is null;
create index subject_alias_present on subject_alias (present_id);

-- The register as it stands is its first version; its content is compared at the next run.
insert into subject_version (kind, subject_id, family_id, recorded_from, content_hmac)
select kind, subject_id, family_id, date_trunc('milliseconds', coalesce((select min(read_at) from list_sheet), now())), ''
from (
  select 'family' as kind, family_id as subject_id, family_id from family
  union all select 'person', person_id, family_id from person) as present;

-- Whoever sees a family now sees its past, where the family was in their places then too. A person
-- who has left the family is a part of that past.
alter table subject_alias enable row level security;
create policy in_scope on subject_alias to betang_guard using (
  (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = present_id)
  or exists (select 1 from person p where p.person_id = present_id));

alter table family_past enable row level security;
create policy in_scope on family_past to betang_guard using (
  (select scope_sees_all())
  or (array['*', ward, coalesce(left(ward, 8), district)] && (select scope_places())
    and (exists (select 1 from family f where f.family_id = family_past.family_id)
      or exists (select 1 from subject_alias a join family f on f.family_id = a.present_id
        where a.subject_id = family_past.family_id and a.recorded_to is null))));

alter table person_past enable row level security;
create policy in_scope on person_past to betang_guard using (
  (select scope_sees_all())
  or (array['*', ward, coalesce(left(ward, 8), district)] && (select scope_places())
    and (exists (select 1 from family f where f.family_id = person_past.family_id)
      or exists (select 1 from subject_alias a join family f on f.family_id = a.present_id
        where a.subject_id = person_past.family_id and a.recorded_to is null))));

alter table row_past enable row level security;
create policy in_scope on row_past to betang_guard using (
  exists (select 1 from person_past p where p.version_no = row_past.version_no));

alter table subject_version enable row level security;
create policy in_scope on subject_version to betang_guard using (
  (select scope_sees_all())
  or (recorded_to is null and exists (select 1 from family f where f.family_id = subject_version.family_id))
  or exists (select 1 from family_past p where p.version_no = subject_version.version_no)
  or exists (select 1 from person_past p where p.version_no = subject_version.version_no));

grant select on subject_version, family_past, person_past, row_past, subject_alias to betang_guard;

-- Under age by what is known of a person now or was ever known, whoever may see that.
create function ever_minor(id text) returns boolean stable language sql
security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from person p where p.person_id = id and is_minor(p.birth_date, p.birth_year, p.detail)
    union all
    select 1 from person_past p where p.person_id = id and is_minor(p.birth_date, p.birth_year, p.detail))
$$;

create function visible_origins(origins jsonb) returns jsonb stable language sql
return coalesce((
  select jsonb_agg(origin order by place)
  from jsonb_array_elements(origins) with ordinality as o (origin, place)
  where field_class(origin ->> 'field') = any(scope_classes())), '[]');

create view scoped.subject_version as
select version_no, kind, subject_id, family_id, recorded_from, recorded_to from subject_version;

create view scoped.subject_alias as
select kind, subject_id, present_id, recorded_from, recorded_to from subject_alias;

create view scoped.family_past as select version_no, family_id, head_person_id,
  case when (select scope_has('children')) or not ever_minor(head_person_id)
  then head_name end as head_name,
  ward, district, address, rt, rw, latitude, longitude, decile, list_count, member_count, kk_cipher,
  kk_hmac,
  case when (select scope_has('specific')) then detail else visible_fields(detail) end as detail,
  case when (select scope_has('specific')) then origins else visible_origins(origins) end as origins
from family_past;

create view scoped.person_past as select version_no, person_id, family_id,
  case when is_shown then name end as name,
  sex,
  case when is_shown then birth_date end as birth_date,
  case when is_shown then birth_precision end as birth_precision,
  case when is_shown then birth_year end as birth_year,
  status, status_date, relation, valid_from, valid_to,
  case when is_shown then nik_cipher end as nik_cipher,
  case when is_shown then nik_hmac end as nik_hmac,
  case when (select scope_has('specific')) then detail when is_shown then visible_fields(detail)
    else jsonb_strip_nulls(jsonb_build_object('relation', detail -> 'relation')) end as detail,
  case when (select scope_has('specific')) then origins when is_shown then visible_origins(origins)
    else '[]' end as origins
from (
  select *, (select scope_has('children')) or not ever_minor(person_id) as is_shown
  from person_past) as p;

create view scoped.row_past as select version_no, place, file, sheet, row, kind, title, provider, period,
  case when (select scope_has('specific')) then fields when is_shown then visible_fields(fields)
    else '{}' end as fields,
  case when is_shown then nik_cipher end as nik_cipher,
  case when is_shown then nik_hmac end as nik_hmac,
  kk_cipher, kk_hmac
from (
  select r.*, (select scope_has('children')) or not exists (
      select 1 from person_past p where p.version_no = r.version_no and ever_minor(p.person_id)) as is_shown
  from row_past r) as r;

do $$
declare
  name text;
begin
  foreach name in array array['subject_version', 'family_past', 'person_past', 'row_past',
    'subject_alias'] loop
    execute format('alter view scoped.%I owner to betang_guard', name);
    execute format('grant select on scoped.%I to betang_reader', name);
  end loop;
end
$$;
