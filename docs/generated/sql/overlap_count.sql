-- Written by npm run gen from src/insight/dashboard/overlap-count.ts. Change it there.
-- Step 8 of 8 in src/insight/dashboard.
--
-- `overlap` to `overlap_count`: of each way in which gifts meet on one family, gravest first, how
-- many pairs and families, and how many of the pairs a missing date leaves open.

create or replace table "overlap_count" as
select
  place,
  kind.kind,
  count(family_id) as pairs,
  count(distinct family_id) as families,
  count(*) filter (where not is_certain) as uncertain_pairs
from (values (0, 'conflict'), (1, 'duplicate'), (2, 'complementary')) as kind (place, kind)
left join overlap on overlap.kind = kind.kind
group by place, kind.kind;
