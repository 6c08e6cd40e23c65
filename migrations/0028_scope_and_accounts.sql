-- access: the classes that a viewer holds, as one expression.
--
-- Without a query of its own inside it is put into the plans of the views and policies that ask for
-- it; as a function to be called it took a tenth of a millisecond each time, ten times a statement.
-- `specific` stands for all four classes of specific data together.
create or replace function scope_classes() returns text[] stable language sql
return coalesce(string_to_array(scope_setting('classes'), ' '), '{}')
  || case when string_to_array(scope_setting('classes'), ' ') @> '{health,disability,children,finances}'
    then '{specific}'::text[] else '{}'::text[] end;

-- What a person is called now whose key went when lists were linked anew.
create function present_person(asked text) returns text stable language sql
return coalesce(
  (select present_id from subject_alias where kind = 'person' and subject_id = asked and recorded_to is null),
  asked);

-- An account stays joined to its person, whatever the person is called now.
create or replace function audit_own_family() returns table (account_id text, subject_id text)
stable language sql security definer set search_path = public, pg_temp as $$
  select a.account_id, s.subject_id
  from account a
  join person own on own.person_id = present_person(a.person_id)
  cross join lateral (
    select own.family_id union select p.person_id from person p where p.family_id = own.family_id
  ) as s (subject_id)
  where scope_reads_audit()
$$;
