-- Written by npm run gen from src/insight/dashboard/city-count.ts. Change it there.
-- Step 3 of 8 in src/insight/dashboard.
--
-- `counted_family` to `city_count`, one line: families with a need served by none, one and several,
-- and all families whose ward no list says.

create or replace table "city_count" as
select
  count(*) filter (where is_in_need and served = 'none') as served_by_none,
  count(*) filter (where is_in_need and served = 'one') as served_by_one,
  count(*) filter (where is_in_need and served = 'several') as served_by_several,
  count(*) filter (where ward is null) as without_ward
from counted_family;
