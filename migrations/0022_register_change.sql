-- registry: what people decided about the register.
--
-- A change names rows of lists, not persons: rows stay what they are when persons are joined or parted.
-- The register is made from the lists and from the changes in force; taking a change back ends it.

create table register_change (
  change_no integer generated always as identity primary key,
  kind text not null check (kind in (
    -- two rows are, or are not, the same person; two families are, or are not, one
    'same-person', 'other-person', 'same-family', 'other-family',
    -- a value that stands for a person or a family whatever the lists say
    'value',
    -- a person or family that no list has: rows by hand
    'added')),
  state text not null check (state in ('draft', 'proposed', 'in-force', 'refused', 'withdrawn')),
  -- rows as {file, sheet, row}; of `added`: none
  left_ref jsonb,
  right_ref jsonb,
  -- of `value`: the field
  field text,
  -- of `value` and `added`: what stands, as JSON
  detail_cipher bytea,
  reason text not null default '',
  -- families that it touched when it was made, for whom it may be shown
  family_ids text[] not null default '{}',
  ward text,
  organisation_id text not null references organisation,
  made_by text not null references account,
  made_at timestamptz not null default now(),
  decided_by text references account,
  decided_at timestamptz,
  decided_reason text,
  -- in force: half open
  in_force_at timestamptz,
  ended_at timestamptz,
  ended_by text references account,
  check ((state = 'in-force') = (in_force_at is not null and ended_at is null)),
  check (kind in ('value', 'added') = (detail_cipher is not null))
);
create index register_change_state on register_change (state, change_no);
create index register_change_families on register_change using gin (family_ids);

alter table register_change enable row level security;
create policy in_scope on register_change to betang_guard using (
  ((select scope_has('specific')) or field is null or field_class(field) = any((select scope_classes())::text[]))
  and ((select scope_sees_all())
    or exists (select 1 from family f where f.family_id = any(register_change.family_ids))
    or (cardinality(family_ids) = 0
      and array['*', ward, left(ward, 8)] && (select scope_places())
      and (select scope_organisation()) is null)));
grant select on register_change to betang_guard;
create view scoped.register_change as select change_no, kind, state, left_ref, right_ref, field,
  -- a family added by hand is told in fields of every class
  case when kind <> 'added' or (select scope_has('specific')) then detail_cipher end as detail_cipher,
  reason, family_ids, ward, organisation_id, made_by, made_at, decided_by, decided_at, decided_reason,
  in_force_at, ended_at, ended_by
from register_change;
alter view scoped.register_change owner to betang_guard;
grant select on scoped.register_change to betang_reader;
