-- access: organisations, and the roles that people hold, as an administrator keeps them.

-- The name as it was written; null where only its key is known.
alter table organisation_alias add column name text;
-- A key without letters would claim every list that names no provider.
alter table organisation_alias add check (length(alias_key) >= 2);

-- A role taken back on its first day held on no day, and stays in the record.
alter table role_grant drop constraint role_grant_check;
alter table role_grant add constraint role_grant_period_check check (valid_to >= valid_from);
create index role_grant_lent on role_grant (delegated_from);
create index account_organisation on account (organisation_id);

create index family_reach_organisation on family_reach (organisation_id);

-- The same rows may be written by a run of the lists and by a change of an organisation: one waits.
create or replace function refresh_family_reach() returns void language sql as $$
  lock table family_reach in share row exclusive mode;
  delete from family_reach;
  insert into family_reach (family_id, organisation_id)
  select r.family_id, a.organisation_id
  from import_row r join list_sheet s using (sheet_no)
  join organisation_alias a on a.alias_key = provider_key(s.provider)
  where r.family_id is not null
  union
  select n.family_id, o.organisation_id
  from need n join organisation o on n.sector = any(o.sectors);
$$;

-- The part of one organisation, after its names or its sectors changed.
create function refresh_reach_of(asked text) returns void language sql as $$
  lock table family_reach in share row exclusive mode;
  delete from family_reach where organisation_id = asked;
  insert into family_reach (family_id, organisation_id)
  select r.family_id, a.organisation_id
  from import_row r join list_sheet s using (sheet_no)
  join organisation_alias a on a.alias_key = provider_key(s.provider)
  where r.family_id is not null and a.organisation_id = asked
  union
  select n.family_id, o.organisation_id
  from need n join organisation o on n.sector = any(o.sectors)
  where o.organisation_id = asked;
$$;
