-- Written by npm run gen from src/insight/dashboard/lacking-family.ts. Change it there.
-- Step 2 of 8 in src/insight/dashboard.
--
-- `need`, `counted_family`, `indicator` to `lacking_family`: which family lacks what. One line a
-- family and indicator, however many of its members need the same.

create or replace table "lacking_family" as
select distinct family_id, ward, served, sector, indicator
from need
join counted_family using (family_id)
join indicator using (indicator);
