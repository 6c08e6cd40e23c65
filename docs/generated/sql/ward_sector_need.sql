-- Written by npm run gen from src/insight/dashboard/ward-sector-need.ts. Change it there.
-- Step 7 of 8 in src/insight/dashboard.
--
-- `lacking_family`, `ward`, `indicator` to `ward_sector_need`: of every ward and sector, how many
-- families lack something in it. A family that lacks two things of one sector counts once.

create or replace table "ward_sector_need" as
select code, sector.sector, count(distinct family_id) as families
from ward
cross join (select distinct sector from indicator) as sector
left join lacking_family
  on lacking_family.ward = ward.code and lacking_family.sector = sector.sector
group by code, sector.sector;
