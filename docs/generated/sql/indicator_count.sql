-- Written by npm run gen from src/insight/dashboard/indicator-count.ts. Change it there.
-- Step 5 of 8 in src/insight/dashboard.
--
-- `lacking_family`, `profile`, `indicator` to `indicator_count`: of every indicator, how many
-- families lack it, how many of those nobody serves, and of how many nobody knows.
--
-- Unknown is null in `profile` and is counted by itself: an aggregate over the column would pass
-- over it and make it a "does not lack". An indicator that no family lacks stands with 0.

create or replace table "indicator_count" as
with lacking as (
  select indicator, count(*) as families, count(*) filter (where served = 'none') as unserved_families
  from lacking_family
  group by indicator
),
unknown as (
  select indicator, count(*) as families
  from profile
  unpivot include nulls (lacks for indicator in (columns(* exclude family_id)))
  where lacks is null
  group by indicator
)
select
  place,
  sector,
  indicator,
  coalesce(lacking.families, 0) as families,
  coalesce(unserved_families, 0) as unserved_families,
  coalesce(unknown.families, 0) as unknown_families
from indicator
left join lacking using (indicator)
left join unknown using (indicator);
