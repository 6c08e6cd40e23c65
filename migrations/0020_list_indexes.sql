-- insight: lists of families filtered by what they lack and by who serves them, fast under row policies.
--
-- The operators of these filters are not leakproof: the planner weighs them after the row policy and
-- uses no index on them. The predicate of a partial index is matched before, so each filter of the
-- list has its own. The columns that the policy reads are included, so that a count reads no table.
do $$
declare
  condition text;
  place integer := 0;
begin
  for condition in
    select format('sectors @> %L', array[sector]::text)
    from unnest(array['basic', 'education', 'health', 'water', 'housing', 'livelihood']) as s (sector)
    union all
    select format('lacks @> %L', array[indicator]::text)
    from unnest(array['INCOME', 'ELDER', 'NEGLECT', 'DOC', 'ATS', 'EDU_COST', 'JKN', 'NUTR', 'PREG',
      'DISAB', 'WATER', 'SANI', 'HOUSING', 'ELEC', 'WORK', 'CAPITAL', 'JAMSOS', 'PEKKA', 'DEBT'])
      as i (indicator)
    union all values ('cardinality(served_by) = 0 and cardinality(lacks) > 0'),
      ('cardinality(served_by) = 1'), ('cardinality(served_by) > 1')
  loop
    place := place + 1;
    execute format(
      'create index family_line_filter_%s on family_line (top_score desc, family_id)
       include (ward, district, reach) where %s', place, condition);
    execute format(
      'create index family_line_part_filter_%s on family_line_part (mask, top_score desc, family_id)
       include (ward, district, reach) where %s', place, condition);
  end loop;
end
$$;
