-- Written by npm run gen from src/insight/dashboard/counted-family.ts. Change it there.
-- Step 1 of 8 in src/insight/dashboard.
--
-- `family`, `need`, `programme_count` to `counted_family`: each family of the register with what
-- every later count asks of it.
--
-- `served` is by how many distinct programmes and givers: none, one or several. A family without a
-- line in `programme_count` has nothing in the ledger.

create or replace table "counted_family" as
select
  family_id,
  ward,
  list_count,
  exists (from need where need.family_id = family.family_id) as is_in_need,
  case coalesce(programmes, 0) when 0 then 'none' when 1 then 'one' else 'several' end as served
from family
left join programme_count using (family_id);
