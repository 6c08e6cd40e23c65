-- access: scopes decided by each row alone, so that a list of a large city comes from an index.
--
-- Where a family is and which organisations have to do with it stand in its row; the lines of
-- families stand ready for each set of classes that somebody holds; and those who hold every class
-- read the tables through the plain views of `scoped_whole`.
alter table family add column reach text[] not null default '{*}';
alter table family_line add column reach text[] not null default '{*}';

-- Codes of districts and wards; `*` is the whole city; none without the class of families.
create function scope_places() returns text[] stable language sql
return case when scope_has('family') then coalesce(string_to_array(scope_setting('regions'), ' '), '{}')
  else '{}' end;
create function scope_reach() returns text[] stable language sql
return array[coalesce(scope_organisation(), '*')];

-- Sets of classes of specific data as bits: health 1, disability 2, children 4, finances 8.
create function class_mask(classes text[]) returns smallint immutable language sql
return (case when 'specific' = any(classes) then 15 else
  case when 'health' = any(classes) then 1 else 0 end
  + case when 'disability' = any(classes) then 2 else 0 end
  + case when 'children' = any(classes) then 4 else 0 end
  + case when 'finances' = any(classes) then 8 else 0 end end)::smallint;
create function scope_mask() returns smallint stable language sql return class_mask(scope_classes());

drop policy in_scope on family;
create policy in_scope on family to betang_guard using (
  (select scope_sees_all())
  or (array['*', ward, coalesce(left(ward, 8), district)] && (select scope_places())
    and reach @> (select scope_reach())));
drop policy in_scope on family_line;
create policy in_scope on family_line to betang_guard using (
  (select scope_sees_all())
  or (array['*', ward, coalesce(left(ward, 8), district)] && (select scope_places())
    and reach @> (select scope_reach())));

-- The lines of families as those see them who hold the classes of `mask` and no more.
create table family_line_part (
  mask smallint not null check (mask between 0 and 14),
  family_id text not null,
  head_name text not null,
  ward text,
  district text,
  rt integer,
  member_count integer not null,
  decile integer,
  lacks text[] not null,
  sectors text[] not null,
  top_score integer not null,
  served_by text[] not null,
  list_count integer not null,
  reach text[] not null,
  primary key (mask, family_id)
);
create index family_line_part_score on family_line_part (mask, top_score desc, family_id);
create index family_line_part_ward on family_line_part (mask, ward);
-- a sector or a lack that few families have
create index family_line_part_sectors on family_line_part using gin (sectors);
create index family_line_part_lacks on family_line_part using gin (lacks);
create index family_line_sectors on family_line using gin (sectors);
create index family_line_lacks on family_line using gin (lacks);
alter table family_line_part enable row level security;
create policy in_scope on family_line_part to betang_guard using (
  (select scope_sees_all())
  or (array['*', ward, coalesce(left(ward, 8), district)] && (select scope_places())
    and reach @> (select scope_reach())));

-- Puts the organisations of family_reach into the rows that the policies read.
create function spread_reach() returns void language sql as $$
  with wanted as (
    select f.family_id,
      array['*'] || array(
        select organisation_id from family_reach r where r.family_id = f.family_id order by 1) as reach
    from family f
  )
  update family f set reach = w.reach from wanted w
  where w.family_id = f.family_id and f.reach <> w.reach;
  update family_line l set reach = f.reach from family f
  where f.family_id = l.family_id and l.reach <> f.reach;
  update family_line_part l set reach = f.reach from family f
  where f.family_id = l.family_id and l.reach <> f.reach;
$$;

-- Writes the lines of one set of classes anew. A head under age keeps the name from those without
-- the class of children until the lines are written again.
create function refresh_lines(wanted smallint) returns void language sql as $$
  delete from family_line_part where mask = wanted;
  insert into family_line_part (mask, family_id, head_name, ward, district, rt, member_count, decile,
    lacks, sectors, top_score, served_by, list_count, reach)
  select wanted, l.family_id,
    case when wanted & 4 = 0 and exists (
        select 1 from family f join person p on p.person_id = f.head_person_id
        where f.family_id = l.family_id and is_minor(p.birth_date, p.birth_year, p.detail))
      then '' else l.head_name end,
    l.ward, l.district, l.rt, l.member_count, l.decile,
    coalesce(seen.lacks, '{}'), coalesce(seen.sectors, '{}'), coalesce(seen.top_score, 0),
    -- that help comes may be known; which help is told by the class
    array(
      select case when class_mask(array[indicator_class(indicator)]) & ~wanted = 0 then programme else '*' end
      from unnest(l.served_by, l.served_indicators) with ordinality as s (programme, indicator, place)
      order by place),
    l.list_count, l.reach
  from family_line l left join (
    select family_id, array_agg(indicator order by score desc, indicator) as lacks,
      array_agg(distinct sector) as sectors, max(score) as top_score
    from (select family_id, indicator, sector, max(score) as score from need
          where class_mask(data_classes) & ~wanted = 0 group by family_id, indicator, sector) as n
    group by family_id
  ) as seen using (family_id);
$$;

-- The lines of one set of classes, where nobody held it before.
create function ensure_lines(classes text[]) returns void language plpgsql as $$
begin
  -- two grants at once must not both write them
  perform pg_advisory_xact_lock(hashtext('betang lines'));
  if class_mask(classes) < 15
    and not exists (select 1 from family_line_part where mask = class_mask(classes)) then
    perform refresh_lines(class_mask(classes));
  end if;
end
$$;

-- All that the policies read besides the settings, after a run of the lists.
create function refresh_scope() returns void language plpgsql as $$
declare
  held smallint;
begin
  perform pg_advisory_xact_lock(hashtext('betang lines'));
  perform refresh_family_reach();
  perform spread_reach();
  delete from family_line_part;
  for held in
    select distinct class_mask(data_classes) from role_grant
    where class_mask(data_classes) < 15 and (valid_to is null or valid_to > current_date)
  loop
    perform refresh_lines(held);
  end loop;
end
$$;

select refresh_scope();

drop view scoped.family_line;
create view scoped.family_line as
select family_id, head_name, ward, district, rt, member_count, decile, lacks, sectors, top_score,
  served_by, list_count
from family_line_part where mask = (select scope_mask());
grant select on family_line_part to betang_guard;
alter view scoped.family_line owner to betang_guard;
grant select on scoped.family_line to betang_reader;

-- The same columns without a mask, for those who hold every class; nothing for anybody else.
create schema scoped_whole;
grant usage on schema scoped_whole to betang_guard, betang_reader;
grant create on schema scoped_whole to betang_guard;
do $$
declare
  name text;
begin
  foreach name in array array['family', 'family_line', 'person', 'value_origin', 'import_row', 'finding',
    'received', 'need', 'family_profile', 'decision'] loop
    execute format(
      'create view scoped_whole.%1$I as select %2$s from public.%1$I where (select scope_has(''specific''))',
      name,
      (select string_agg(quote_ident(column_name), ', ' order by ordinal_position)
       from information_schema.columns where table_schema = 'scoped' and table_name = name));
    execute format('alter view scoped_whole.%I owner to betang_guard', name);
    execute format('grant select on scoped_whole.%I to betang_reader', name);
  end loop;
end
$$;
