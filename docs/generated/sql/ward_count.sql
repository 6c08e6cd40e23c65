-- Written by npm run gen from src/insight/dashboard/ward-count.ts. Change it there.
-- Step 6 of 8 in src/insight/dashboard.
--
-- `counted_family`, `ward` to `ward_count`: of every ward, its families, those with a need, and
-- those of them whom nobody serves. A ward without families stands with 0.

create or replace table "ward_count" as
select
  place,
  code,
  count(family_id) as families,
  count(*) filter (where is_in_need) as families_in_need,
  count(*) filter (where is_in_need and served = 'none') as unserved
from ward
left join counted_family on counted_family.ward = ward.code
group by place, code;
