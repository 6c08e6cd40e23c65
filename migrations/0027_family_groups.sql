-- registry: a decision about families names all who stay and all who leave, or all who become one.
--
-- Further rows beside left_ref and right_ref, each {file, sheet, row}; null where there are none.

alter table register_change add column left_with jsonb;
alter table register_change add column right_with jsonb;
create or replace view scoped.register_change as select change_no, kind, state, left_ref, right_ref, field,
  case when kind <> 'added' or (select scope_has('specific')) then detail_cipher end as detail_cipher,
  reason, family_ids, ward, organisation_id, made_by, made_at, decided_by, decided_at, decided_reason,
  in_force_at, ended_at, ended_by, left_with, right_with
from register_change;

-- Names of offices are no secret: a decision says whose it is.
create view scoped.organisation_name as select organisation_id, name from organisation
where (select scope_role()) is not null;
alter view scoped.organisation_name owner to betang_guard;
grant select on scoped.organisation_name to betang_reader;
