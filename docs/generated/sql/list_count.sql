-- Written by npm run gen from src/insight/dashboard/list-count.ts. Change it there.
-- Step 4 of 8 in src/insight/dashboard.
--
-- `counted_family` to `list_count`: how many families stand in exactly 1, 2, 3, … lists.

create or replace table "list_count" as
select list_count as lists, count(*) as families
from counted_family
group by list_count;
