-- registry: how sound each record is, and what Dukcapil's service said of it.
--
-- The four criteria by which a record of the national register is judged, each true, false or null:
-- null is not known and never counts as false.

-- One line a person who lives in the city; written with each run.
create table person_quality (
  person_id text primary key,
  family_id text not null,
  ward text,
  -- offices in whose lists the person stands; '' for lists that name none
  offices text[] not null,
  -- one person, who stands once
  is_unique boolean,
  -- NIK, name and address as Dukcapil has them
  is_confirmed boolean,
  is_in_one_family boolean,
  is_complete boolean,
  -- variables that no list tells
  missing text[] not null,
  -- HMAC of NIK, name and birth date together: an answer holds for exactly what was asked
  identity_hmac bytea,
  -- the last answer to this identity
  dukcapil_state text,
  dukcapil_at timestamptz,
  dukcapil_source text
);
create index person_quality_family on person_quality (family_id, person_id);
create index person_quality_identity on person_quality (identity_hmac);
create index person_quality_unconfirmed on person_quality (family_id, person_id) where is_confirmed is null;
create index person_quality_refuted on person_quality (family_id, person_id) where not is_confirmed;

-- What is to be put right; written with each run.
create table quality_finding (
  code text not null,
  family_id text not null,
  -- '' where the whole family is meant
  person_id text not null default '',
  ward text,
  -- offices in whose lists it stands
  offices text[] not null,
  primary key (code, family_id, person_id)
);
create index quality_finding_person on quality_finding (person_id);

-- What Dukcapil's service answered; outlives the runs.
create table dukcapil_check (
  identity_hmac bytea primary key,
  state text not null check (state in ('padan', 'tidak_padan', 'meninggal', 'pindah', 'ganda')),
  address text not null check (address in ('same', 'different', 'not-told')),
  checked_at timestamptz not null,
  source text not null
);

alter table person_quality enable row level security;
create policy in_scope on person_quality to betang_guard using (
  (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = person_quality.family_id));
alter table quality_finding enable row level security;
create policy in_scope on quality_finding to betang_guard using (
  (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = quality_finding.family_id));
-- read by the asking of Dukcapil alone; its answers are shown with person_quality
alter table dukcapil_check enable row level security;

grant select on person_quality, quality_finding to betang_guard;
-- Of children only those see who hold their class.
create view scoped.person_quality as select person_id, family_id, ward, offices, is_unique, is_confirmed,
  is_in_one_family, is_complete, missing, dukcapil_state, dukcapil_at, dukcapil_source
from person_quality q
where (select scope_has('children')) or not exists (
  select 1 from person p where p.person_id = q.person_id
    and is_minor(p.birth_date, p.birth_year, p.detail));
create view scoped.quality_finding as select code, family_id, person_id, ward, offices
from quality_finding q
where (select scope_has('children')) or not exists (
  select 1 from person p where p.person_id = q.person_id
    and is_minor(p.birth_date, p.birth_year, p.detail));

do $$
declare
  name text;
begin
  foreach name in array array['person_quality', 'quality_finding'] loop
    execute format('alter view scoped.%I owner to betang_guard', name);
    execute format('grant select on scoped.%I to betang_reader', name);
  end loop;
end
$$;
