-- access: what somebody asked for holds wherever the record is: joined with another, or in another family.
drop policy in_scope on subject_mark;
create policy in_scope on subject_mark to betang_guard using (
  (select scope_keeps_privacy()) or (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = subject_mark.family_id)
  or exists (select 1 from person p where p.person_id = subject_mark.person_id)
  or exists (select 1 from subject_alias a
    where a.subject_id in (subject_mark.person_id, subject_mark.family_id) and a.recorded_to is null));
