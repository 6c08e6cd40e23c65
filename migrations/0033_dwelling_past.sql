-- registry: who lived in which house, as the register knew it on any past day.
--
-- One line for each time in which the register said the same of a family and a house; the open line is
-- the present. Times are half open: [recorded_from, recorded_to). What a house was like stands with its
-- families, in family and family_past.
create table dwelling_stay (
  stay_no integer generated always as identity primary key,
  dwelling_id text not null,
  family_id text not null,
  -- false: a row of the family tells this house, and what is believed of the family another or none
  is_home boolean not null,
  -- [{by, file, sheet, row}]: by what it shares the house with others, and which row says so
  shared jsonb not null,
  -- door, meter, point of the family that no other house has
  known_by text[] not null,
  recorded_from timestamptz not null,
  recorded_to timestamptz,
  check (recorded_to > recorded_from)
);
create index dwelling_stay_dwelling on dwelling_stay (dwelling_id, recorded_from);

-- The houses as they stand have held since the register last became another.
insert into dwelling_stay (dwelling_id, family_id, is_home, shared, known_by, recorded_from)
select d.dwelling_id, d.family_id, true, (
    select coalesce(jsonb_agg(jsonb_build_object(
      'by', item ->> 'by', 'file', s.file, 'sheet', s.sheet, 'row', r.row) order by place), '[]')
    from jsonb_array_elements(d.shared) with ordinality as e (item, place)
    join import_row r on r.row_no = (item ->> 'rowNo')::integer
    join list_sheet s on s.sheet_no = r.sheet_no), '{}',
  coalesce((select max(greatest(recorded_from, recorded_to)) from subject_version),
    date_trunc('milliseconds', now()))
from dwelling_family d;

alter table dwelling_stay enable row level security;
create policy in_scope on dwelling_stay to betang_guard using (
  (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = dwelling_stay.family_id)
  or exists (select 1 from subject_alias a join family f on f.family_id = a.present_id
    where a.subject_id = dwelling_stay.family_id and a.recorded_to is null));
grant select on dwelling_stay to betang_guard;
create view scoped.dwelling_stay as
select dwelling_id, family_id, is_home, shared, known_by, recorded_from, recorded_to from dwelling_stay;
alter view scoped.dwelling_stay owner to betang_guard;
grant select on scoped.dwelling_stay to betang_reader;
