-- ledger
create table received (
  row_no integer not null,
  person_id text not null,
  family_id text not null,
  sector text not null,
  indicator text not null,
  programme text not null,
  provider text not null,
  amount_rp bigint,
  received_on date,
  status text not null,
  primary key (row_no, indicator, programme)
);
create index received_family on received (family_id);

-- assessment
create table need (
  need_id text primary key,
  family_id text not null,
  person_id text,
  ward text,
  sector text not null,
  indicator text not null,
  severity integer not null check (severity between 1 and 4),
  score integer not null,
  since date,
  facts jsonb not null,
  evidence jsonb not null,
  points jsonb not null
);
create index need_family on need (family_id);
create index need_ward on need (ward, sector);

create table question (
  family_id text not null,
  person_id text not null default '',
  indicator text not null,
  fact text not null,
  primary key (family_id, person_id, indicator, fact)
);

create table family_profile (
  family_id text primary key,
  -- indicator to true (lacks), false, null (unknown)
  lacks jsonb not null
);

-- programme
create table decision (
  family_id text not null,
  person_id text not null default '',
  programme text not null,
  rule_version text not null,
  result text not null check (result in ('eligible', 'ineligible', 'unknown')),
  amount_rp bigint,
  amount_period text,
  reason_code text not null,
  outcomes jsonb not null,
  missing jsonb not null,
  reason_id text not null,
  reason_en text not null,
  is_receiving boolean not null,
  primary key (family_id, programme, person_id)
);
create index decision_programme on decision (programme, result);

-- partner
create table offer (
  offer_id text primary key,
  provider text not null,
  sector text not null,
  indicator text not null,
  units integer,
  unit_cost_rp bigint not null,
  budget_rp bigint,
  wards text[] not null,
  filter text not null,
  window_from date,
  window_to date,
  needs_per_unit integer not null,
  min_bundle integer,
  what text not null
);

create table offer_question (
  question_no integer generated always as identity primary key,
  offer_id text not null,
  code text not null,
  text text not null,
  effect text not null
);

-- allocation: one plan at a time
create table allocation_plan (
  plan_id text primary key,
  planned_on date not null,
  value bigint not null,
  upper_bound bigint not null,
  served integer not null,
  detail jsonb not null
);

create table allocation_line (
  need_id text primary key,
  offer_id text not null,
  units double precision not null,
  amount_rp bigint not null,
  reason text not null
);
create index allocation_line_offer on allocation_line (offer_id);

create table unserved (
  need_id text primary key,
  reason_code text not null,
  cutoff integer,
  score integer not null
);

-- coordination: the budget lines behind the OPPKPKE matrix
create table budget_line (
  line_no integer primary key,
  cells jsonb not null,
  findings jsonb not null,
  families_reached integer
);

-- what the store holds, and from which day
create table run_state (
  key text primary key,
  value jsonb not null
);
