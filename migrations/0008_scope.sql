-- access: what each person may see, kept by the database itself.
--
-- A query on behalf of somebody runs as betang_reader with the settings betang.role, .organisation,
-- .regions, .classes for one transaction. betang_reader sees the views of the schema `scoped` and no
-- table; the views belong to betang_guard, to whom every row must be granted by a policy below.
-- Without settings no policy holds and no row is seen. Those who hold every class of data read through
-- `scoped_whole`, the same views without masks.
--
-- Policies ask the row itself and as few tables as they can: a query's planning must not cost more than
-- the query.

-- Roles belong to the whole server: other stores on it may have made them, even at this moment.
do $$
begin
  for attempt in 1..20 loop
    begin
      if not exists (select 1 from pg_roles where rolname = 'betang_guard') then
        create role betang_guard nologin;
      end if;
      if not exists (select 1 from pg_roles where rolname = 'betang_reader') then
        create role betang_reader nologin;
      end if;
      if not pg_has_role(current_user, 'betang_guard', 'member') then
        execute format('grant betang_guard to %I', current_user);
      end if;
      if not pg_has_role(current_user, 'betang_reader', 'member') then
        execute format('grant betang_reader to %I', current_user);
      end if;
      exit;
    exception when duplicate_object or unique_violation or internal_error then
      if attempt = 20 then raise; end if;
      perform pg_sleep(0.1);
    end;
  end loop;
end
$$;

-- Who may do what, where, on which classes of data, and for which purpose.
alter table organisation drop constraint organisation_kind_check;
alter table organisation add constraint organisation_kind_check check (kind in (
  'secretariat', 'agency', 'district', 'ward', 'puskesos', 'partner', 'auditor'));
-- In the settings of a viewer nothing and `*` stand for any organisation.
alter table organisation add check (organisation_id ~ '^[a-z0-9-]+$');
-- Sectors of need that the organisation works on by its mandate.
alter table organisation add column sectors text[] not null default '{}';

-- The names by which lists and offers call an organisation, folded by provider_key().
create table organisation_alias (
  alias_key text primary key,
  organisation_id text not null references organisation on delete cascade
);

create table role_grant (
  grant_id text primary key,
  account_id text not null references account,
  role text not null,
  -- null: the whole city; else codes of districts and wards
  regions text[],
  -- sees only families that its organisation has to do with
  is_own_organisation boolean not null default false,
  data_classes text[] not null,
  purpose text not null,
  valid_from date not null default current_date,
  -- first day on which it no longer holds
  valid_to date,
  -- who has it and lends it until valid_to
  delegated_from text references role_grant,
  granted_by text references account,
  granted_at timestamptz not null default now(),
  check (cardinality(regions) > 0),
  check ('general' = any(data_classes)),
  -- in the settings of a viewer `*` is the whole city and a blank parts two codes
  check (array_to_string(regions, '') ~ '^[0-9.]+$'),
  check (valid_to > valid_from),
  check (delegated_from is null or valid_to is not null)
);
create index role_grant_account on role_grant (account_id);
alter table session add column grant_id text references role_grant on delete set null;

insert into role_grant (grant_id, account_id, role, data_classes, purpose)
select substr(md5(account_id || ' ' || role), 1, 10), account_id, role,
  '{general,family,health,disability,children,finances}', 'coordination'
from account, (values ('secretariat'), ('administrator')) as roles (role);

-- Settings of the transaction. After a committed `set local` a setting reads '' and not null.
create function scope_setting(setting text) returns text stable language sql
return nullif(current_setting('betang.' || setting, true), '');

create function scope_role() returns text stable language sql return scope_setting('role');
create function scope_organisation() returns text stable language sql
return scope_setting('organisation');
create function scope_is_whole() returns boolean stable language sql
return coalesce(scope_setting('regions') = '*', false);
-- `specific` stands for all four classes of specific data together.
create function scope_classes() returns text[] stable language sql
return (
  select case when held @> '{health,disability,children,finances}' then held || '{specific}' else held end
  from (select coalesce(string_to_array(scope_setting('classes'), ' '), '{}')) as s (held)
);
create function scope_has(data_class text) returns boolean stable language sql
return data_class = any(scope_classes());
-- Every family: no region and no organisation narrows the view.
create function scope_sees_all() returns boolean stable language sql
return scope_has('family') and scope_is_whole() and scope_organisation() is null;

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

-- Classes of specific personal data: law 27/2022 on the protection of personal data, article 4(2).
create function field_class(field text) returns text immutable language sql
return case
  when field in ('chronicIllness', 'isPregnant', 'nutrition', 'jknStatus', 'jknReason', 'pregnant',
    'chronic_illness', 'jkn_active', 'lacks_jkn', 'lacks_nutr', 'lacks_preg', 'ill', 'malnourished')
    then 'health'
  when field in ('disability', 'disabilitySeverity', 'has_disability', 'disability_severity',
    'severe_disability', 'lacks_disab', 'disabled', 'disabled-member', 'severe-disability')
    then 'disability'
  when field in ('schoolParticipation', 'schoolLevel', 'schoolClass', 'schoolName', 'school',
    'hasBirthCertificate', 'guardianName', 'motherName', 'in_school', 'school_level',
    'school_class', 'orphan', 'lacks_ats', 'lacks_edu_cost', 'lacks_neglect', 'out-of-school',
    'pupils', 'foundling', 'small-child')
    then 'children'
  when field in ('hasDebt', 'amountRp', 'debt', 'lacks_income', 'lacks_debt') then 'finances'
  when field in ('name', 'nik', 'nikPrefix', 'nikAsWritten', 'birthDate', 'birthPrecision',
    'ageYears', 'birthPlace', 'sex', 'phone', 'relation', 'marital', 'education', 'occupation',
    'industry', 'ownsBusiness', 'religion', 'event', 'eventDate', 'kk', 'kkPrefix', 'headName',
    'address', 'rt', 'rw', 'ward', 'district', 'latitude', 'longitude', 'familiesInHouse',
    'occupants', 'dependants', 'decile', 'houseTenure', 'landTitle', 'floor', 'wall', 'roof',
    'floorCondition', 'wallCondition', 'roofCondition', 'houseCondition', 'floorAreaM2', 'water',
    'isWaterCustomer', 'wellToCesspitM', 'lighting', 'powerVa', 'meterId', 'cookingFuel', 'toilet',
    'closet', 'wasteDisposal', 'assets', 'isFlooded', 'provider', 'aidDate', 'surveyDate',
    'gasCylinder', 'refrigerator', 'airConditioner', 'waterHeater', 'landlinePhone', 'flatTv',
    'goldGrams', 'computer', 'motorcycle', 'bicycle', 'car', 'boat', 'motorBoat', 'smartphone',
    'farmlandHectares', 'otherLand', 'otherHouse', 'largeLivestock', 'smallLivestock',
    'age', 'members', 'received', 'headPersonId', 'fieldCheck', 'waterQuality', 'washingWater',
    'age_years', 'has_nik', 'employment', 'unemployed', 'owns_business', 'receives', 'own_house',
    'house_tenure', 'land_title', 'has_land_proof', 'other_house', 'roof_sound', 'wall_sound',
    'floor_sound', 'house_condition', 'house_damaged', 'building_sound', 'water_safe',
    'sanitation_safe', 'house_unsound', 'house_fit', 'floor_area_per_person_dm2', 'over_water', 'in_slum_area', 'power_va',
    'woman_head', 'head_ever_married', 'lone_elderly', 'area_type', 'flooded', 'faith',
    'no-toilet', 'no-electricity', 'unsafe-water', 'house-unsound', 'house-collapsing', 'jobless',
    'old', 'alone', 'woman-alone', 'no-papers', 'decile-unknown', 'lone-elderly', 'woman-head',
    'river-only', 'flood-ward', 'served-by-none', 'not-yet-helped', 'waiting',
    'lacks_elder', 'lacks_doc', 'lacks_water', 'lacks_sani', 'lacks_housing', 'lacks_elec',
    'lacks_work', 'lacks_capital', 'lacks_jamsos', 'lacks_pekka')
    or field ~ '^decile-[0-9]+$'
    then 'family'
  -- free words and whatever is not known here: nobody can say what stands in them
  else 'specific'
end;

create function indicator_class(indicator text) returns text immutable language sql
return field_class('lacks_' || lower(indicator));

-- Names of an organisation as lists write them, without case, spaces and signs.
create function provider_key(name text) returns text immutable language sql
return regexp_replace(lower(name), '[^a-z0-9]', '', 'g');

create function provider_is_own(provider text) returns boolean stable language sql
return exists (
  select 1 from organisation_alias a
  where a.alias_key = provider_key(provider) and a.organisation_id = scope_organisation());

-- Keys of a json object that the reader may see.
create function visible_fields(fields jsonb) returns jsonb stable language sql
return coalesce(
  (select jsonb_object_agg(key, value) from jsonb_each(fields) where field_class(key) = any(scope_classes())),
  '{}');

create function visible_indicators(codes text[]) returns text[] stable language sql
return coalesce(
  (select array_agg(code order by place) from unnest(codes) with ordinality as c (code, place)
   where indicator_class(code) = any(scope_classes())),
  '{}');

-- Under 18, by the day or year of birth, else by the age some list states, else by the relation;
-- nobody known as grown up counts as a child.
create function is_minor(birth_date date, birth_year integer, detail jsonb) returns boolean
stable language sql
return case
  when birth_date is not null then birth_date > current_date - interval '18 years'
  when birth_year is not null then birth_year > extract(year from current_date) - 19
  when jsonb_typeof(detail -> 'ageYears') = 'number' then (detail ->> 'ageYears')::numeric < 18
  else coalesce(detail ->> 'relation', '') not in ('head', 'spouse', 'parent', 'parent-in-law', 'child-in-law')
    and coalesce(detail ->> 'marital', 'single') = 'single'
end;

-- What a need or a decision tells: the class of the indicator and of each fact it rests on.
create function need_classes(indicator text, evidence jsonb) returns text[] immutable language sql
return (
  select array_agg(distinct class) from (
    select indicator_class(indicator)
    union select field_class(item ->> 'fact') from jsonb_array_elements(evidence) as e (item)
  ) as c (class));

create function decision_classes(indicator text, outcomes jsonb, missing jsonb) returns text[]
immutable language sql
return (
  select array_agg(distinct class) from (
    select indicator_class(indicator)
    union
    select field_class(fact ->> 'field')
    from jsonb_array_elements(outcomes) as o (outcome), jsonb_array_elements(outcome -> 'facts') as f (fact)
    union select field_class(field) from jsonb_array_elements_text(missing) as m (field)
  ) as c (class));

alter table need add column data_classes text[] not null
  generated always as (need_classes(indicator, evidence)) stored;
alter table received add column data_class text not null
  generated always as (indicator_class(indicator)) stored;
alter table question add column data_classes text[] not null
  generated always as (array[indicator_class(indicator), field_class(fact)]) stored;
-- the indicator that the programme of a decision serves
alter table decision add column indicator text not null default '';
alter table decision add column data_classes text[] not null
  generated always as (decision_classes(indicator, outcomes, missing)) stored;
-- parallel to served_by
alter table family_line add column served_indicators text[] not null default '{}';
create index import_row_place on import_row (sheet_no, row);

-- Which organisation has to do with which family: it keeps a list in which the family stands, or the
-- family lacks something in a sector of the organisation's mandate.
create table family_reach (
  family_id text not null,
  organisation_id text not null,
  primary key (family_id, organisation_id)
);
create function refresh_family_reach() returns void language sql as $$
  delete from family_reach;
  insert into family_reach (family_id, organisation_id)
  select r.family_id, a.organisation_id
  from import_row r join list_sheet s using (sheet_no)
  join organisation_alias a on a.alias_key = provider_key(s.provider)
  where r.family_id is not null
  union
  select n.family_id, o.organisation_id
  from need n join organisation o on n.sector = any(o.sectors);
$$;

-- The organisations of a family stand in the rows that the policies read; `*` is anybody.
alter table family add column reach text[] not null default '{*}';
alter table family_line add column reach text[] not null default '{*}';

-- the day on which the lists were read, which everyone may know
insert into run_state (key, value)
select 'run-day', value -> 'on' from run_state where key = 'dashboard';

-- Families and all that hangs on them.
alter table family enable row level security;
create policy in_scope on family to betang_guard using (
  (select scope_sees_all())
  or (array['*', ward, coalesce(left(ward, 8), district)] && (select scope_places())
    and reach @> (select scope_reach())));

alter table family_line enable row level security;
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
alter table family_line_part enable row level security;
create policy in_scope on family_line_part to betang_guard using (
  (select scope_sees_all())
  or (array['*', ward, coalesce(left(ward, 8), district)] && (select scope_places())
    and reach @> (select scope_reach())));

alter table person enable row level security;
create policy in_scope on person to betang_guard using (
  (select scope_sees_all()) or exists (select 1 from family f where f.family_id = person.family_id));

alter table membership enable row level security;
create policy in_scope on membership to betang_guard using (
  (select scope_sees_all()) or exists (select 1 from family f where f.family_id = membership.family_id));

alter table value_origin enable row level security;
create policy in_scope on value_origin to betang_guard using (
  ((select scope_has('specific')) or field_class(field) = any((select scope_classes())::text[]))
  and ((select scope_sees_all())
    or exists (select 1 from family f where f.family_id = subject_id)
    or exists (select 1 from person p where p.person_id = subject_id)));

alter table import_row enable row level security;
create policy in_scope on import_row to betang_guard using (
  (select scope_sees_all()) or exists (select 1 from family f where f.family_id = import_row.family_id));

alter table finding enable row level security;
create policy in_scope on finding to betang_guard using (
  (select scope_sees_all())
  or ((select scope_has('family')) and (select scope_is_whole()) and exists (
    select 1 from list_sheet s
    where s.file = finding.file and s.sheet = finding.sheet and provider_is_own(s.provider)))
  or exists (
    select 1 from list_sheet s join import_row r using (sheet_no)
    where s.file = finding.file and s.sheet = finding.sheet and r.row = finding.row));

alter table review_pair enable row level security;
create policy in_scope on review_pair to betang_guard using (
  (select scope_sees_all())
  or (exists (select 1 from person p where p.person_id = left_person_id)
    and exists (select 1 from person p where p.person_id = right_person_id)));

alter table received enable row level security;
create policy in_scope on received to betang_guard using (
  data_class = any((select scope_classes())::text[])
  and ((select scope_sees_all()) or exists (select 1 from family f where f.family_id = received.family_id)));

alter table need enable row level security;
create policy in_scope on need to betang_guard using (
  data_classes <@ (select scope_classes())
  and ((select scope_sees_all()) or exists (select 1 from family f where f.family_id = need.family_id)));

alter table question enable row level security;
create policy in_scope on question to betang_guard using (
  data_classes <@ (select scope_classes())
  and ((select scope_sees_all()) or exists (select 1 from family f where f.family_id = question.family_id)));

alter table family_profile enable row level security;
create policy in_scope on family_profile to betang_guard using (
  (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = family_profile.family_id));

alter table decision enable row level security;
create policy in_scope on decision to betang_guard using (
  data_classes <@ (select scope_classes())
  and ((select scope_sees_all()) or exists (select 1 from family f where f.family_id = decision.family_id)));

alter table unserved enable row level security;
create policy in_scope on unserved to betang_guard using (
  exists (select 1 from need n where n.need_id = unserved.need_id));

-- A partner sees its own offers and what became of them, and no family.
alter table offer enable row level security;
create policy in_scope on offer to betang_guard using (
  (select scope_has('general')) and ((select scope_role()) <> 'partner' or provider_is_own(provider)));

alter table offer_question enable row level security;
create policy in_scope on offer_question to betang_guard using (
  exists (select 1 from offer o where o.offer_id = offer_question.offer_id));

alter table allocation_line enable row level security;
create policy in_scope on allocation_line to betang_guard using (
  exists (select 1 from need n where n.need_id = allocation_line.need_id)
  or exists (select 1 from offer o where o.offer_id = allocation_line.offer_id and provider_is_own(o.provider)));

-- Accounts are read by the sign-in alone; nobody reads them through a view.
alter table account enable row level security;
alter table session enable row level security;
alter table role_grant enable row level security;

create schema scoped;
grant usage on schema scoped, public to betang_guard, betang_reader;
grant create on schema scoped to betang_guard;
grant select on family, family_line, family_line_part, family_reach, person, membership, value_origin, import_row,
  finding, review_pair, received, need, question, family_profile, decision, unserved, offer,
  offer_question, allocation_line, allocation_plan, budget_line, list_sheet, file_fault, run_state,
  organisation_alias to betang_guard;
grant select on organisation_alias to betang_reader;
grant insert on audit_event to betang_reader;

create view scoped.family as select family_id, head_person_id,
    case when (select scope_has('children')) or not exists (
      select 1 from person p where p.person_id = family.head_person_id
        and is_minor(p.birth_date, p.birth_year, p.detail))
    then head_name end as head_name,
  ward, district, address, rt, rw, latitude, longitude, decile, list_count, member_count,
  kk_cipher, kk_hmac,
  case when (select scope_has('specific')) then detail else visible_fields(detail) end as detail
from family;

create view scoped.family_line as
select family_id, head_name, ward, district, rt, member_count, decile, lacks, sectors, top_score,
  served_by, list_count
from family_line_part where mask = (select scope_mask());

create view scoped.person as select person_id, family_id,
  case when is_shown then name end as name,
  case when is_shown then search_name else '' end as search_name,
  sex,
  case when is_shown then birth_date end as birth_date,
  case when is_shown then birth_precision end as birth_precision,
  case when is_shown then birth_year end as birth_year,
  status, status_date,
  case when is_shown then nik_cipher end as nik_cipher,
  case when is_shown then nik_hmac end as nik_hmac,
  case when (select scope_has('specific')) then detail when is_shown then visible_fields(detail)
    else jsonb_strip_nulls(jsonb_build_object('relation', detail -> 'relation')) end as detail
from (
  select *, (select scope_has('children')) or not is_minor(birth_date, birth_year, detail) as is_shown
  from person) as p;

create view scoped.membership as select person_id, family_id, relation, valid_from, valid_to
from membership;
create view scoped.value_origin as select subject_id, field, row_no, other_row_nos
from value_origin o
where (select scope_has('children')) or not exists (
  select 1 from person p where p.person_id = o.subject_id
    and is_minor(p.birth_date, p.birth_year, p.detail));

create view scoped.import_row as select row_no, sheet_no, row, person_id, family_id,
  case when (select scope_has('specific')) then fields when is_shown then visible_fields(fields)
    else '{}' end as fields,
  case when is_shown then nik_cipher end as nik_cipher,
  case when is_shown then nik_hmac end as nik_hmac,
  kk_cipher, kk_hmac
from (
  select r.*, (select scope_has('children')) or not exists (
      select 1 from person p where p.person_id = r.person_id
        and is_minor(p.birth_date, p.birth_year, p.detail)) as is_shown
  from import_row r) as r;

create view scoped.finding as select finding_no, is_quarantine, file, sheet, row, code, column_heading,
  case when (select scope_has('specific')) then value else '' end as value, hint
from finding;
create view scoped.review_pair as select pair_no, left_row_no, right_row_no, left_person_id,
  right_person_id, weight_bits, probability, evidence
from review_pair;
create view scoped.received as select row_no, person_id, family_id, sector, indicator, programme,
  provider, case when (select scope_has('finances')) then amount_rp end as amount_rp, received_on, status
from received;
create view scoped.need as select need_id, family_id, person_id, ward, sector, indicator, severity,
  score, since,
  case when (select scope_has('specific')) then facts else visible_fields(facts) end as facts, evidence,
  case when (select scope_has('specific')) then points else coalesce((
    select jsonb_agg(line order by place) from jsonb_array_elements(points) with ordinality as p (line, place)
    where field_class(line ->> 'reason') = any(scope_classes())), '[]') end as points
from need;
create view scoped.question as select family_id, person_id, indicator, fact from question;
create view scoped.family_profile as select family_id,
  case when (select scope_has('specific')) then lacks else coalesce((
    select jsonb_object_agg(key, value) from jsonb_each(lacks)
    where indicator_class(key) = any(scope_classes())), '{}') end as lacks
from family_profile;
-- The words of a reason name members of the family, children among them.
create view scoped.decision as select family_id, person_id, programme, rule_version, result, amount_rp,
  amount_period, reason_code, outcomes, missing,
  case when (select scope_has('children')) then reason_id else '' end as reason_id,
  case when (select scope_has('children')) then reason_en else '' end as reason_en,
  is_receiving, is_amount_minimum
from decision;
create view scoped.offer as select * from offer;
create view scoped.offer_question as select * from offer_question;
create view scoped.allocation_plan as select * from allocation_plan where scope_has('general');
create view scoped.allocation_line as select * from allocation_line;
create view scoped.unserved as select * from unserved;
create view scoped.budget_line as select * from budget_line where scope_has('general');
create view scoped.list_sheet as select * from list_sheet where scope_has('family');
create view scoped.file_fault as select * from file_fault where scope_has('family');
-- The stored picture counts every family and every class.
create view scoped.run_state as select key, value from run_state
where (key in ('programmes', 'oppkpke-workbook', 'run-day') and scope_has('general'))
  or (key = 'dashboard' and (select scope_sees_all()) and (select scope_has('specific')));

do $$
declare
  view_name text;
begin
  for view_name in select table_name from information_schema.views where table_schema = 'scoped' loop
    execute format('alter view scoped.%I owner to betang_guard', view_name);
    execute format('grant select on scoped.%I to betang_reader', view_name);
  end loop;
end
$$;

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
