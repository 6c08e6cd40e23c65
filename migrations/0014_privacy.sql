-- access: the rights of those whose data is kept (law 27/2022), breaches, and what retention erased.

create table subject_request (
  request_no bigint generated always as identity primary key,
  kind text not null check (kind in ('access', 'correction', 'deletion', 'withdraw-consent', 'restrict',
    'object-automated', 'portability')),
  channel text not null check (channel in ('desk', 'paper', 'phone', 'account')),
  state text not null default 'received' check (state in ('received', 'identity-needed', 'in-work',
    'done', 'refused', 'withdrawn')),
  -- whose data it is about; null until the person was found in the register
  person_id text,
  family_id text,
  asker_name text not null,
  contact text not null default '',
  -- in the asker's own words
  wish text not null,
  -- who speaks for a child: relation to it, what shows that, and the guardian's own person if known
  guardian_relation text check (guardian_relation in ('parent', 'guardian', 'foster', 'institution')),
  guardian_proof text,
  guardian_person_id text,
  identity_means text check (identity_means in ('ktp', 'kk', 'known', 'call-back', 'account', 'letter')),
  identity_checked_at timestamptz,
  identity_checked_by text references account,
  received_at timestamptz not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  refusal_ground text,
  entered_by text not null references account,
  entered_at timestamptz not null default now(),
  anonymised_at timestamptz,
  check (due_at > received_at),
  check ((closed_at is null) = (state not in ('done', 'refused', 'withdrawn'))),
  check (state <> 'refused' or refusal_ground is not null),
  check (guardian_relation is null or guardian_proof is not null),
  check (identity_checked_at is null or (identity_means is not null and person_id is not null)),
  -- A NIK or family card number stands encrypted in the register and nowhere else.
  check (concat_ws(' ', asker_name, contact, wish, guardian_proof) !~ '[0-9]{16}')
);
create index subject_request_open on subject_request (due_at, request_no) where closed_at is null;
create index subject_request_closed on subject_request (closed_at desc, request_no desc)
  where closed_at is not null;
create index subject_request_person on subject_request (person_id);
create index subject_request_entered on subject_request (entered_by);

create table subject_request_step (
  step_no bigint generated always as identity primary key,
  request_no bigint not null references subject_request on delete cascade,
  at timestamptz not null,
  account_id text not null references account,
  state text not null,
  note text not null check (note !~ '[0-9]{16}'),
  ground text
);
create index subject_request_step_request on subject_request_step (request_no);

-- What somebody says is wrong: shown to whoever keeps the register, never applied by itself.
create table change_request (
  change_no bigint generated always as identity primary key,
  request_no bigint not null references subject_request on delete cascade,
  subject_kind text not null check (subject_kind in ('person', 'family')),
  subject_id text not null,
  field text not null,
  asked_cipher bytea not null,
  state text not null default 'waiting' check (state in ('waiting', 'applied', 'rejected')),
  noted_at timestamptz not null,
  noted_by text not null references account
);
create index change_request_request on change_request (request_no);

-- What stays marked at a family because somebody asked for it.
create table subject_mark (
  request_no bigint primary key references subject_request on delete cascade,
  kind text not null check (kind in ('objects-automated', 'restricted', 'consent-withdrawn')),
  family_id text not null,
  person_id text not null,
  since timestamptz not null,
  ended_at timestamptz
);
create index subject_mark_family on subject_mark (family_id) where ended_at is null;

create table breach (
  breach_no bigint generated always as identity primary key,
  title text not null,
  known_at timestamptz not null,
  due_at timestamptz not null check (due_at > known_at),
  revealed text not null,
  data_classes text[] not null,
  happened text not null,
  handling text not null,
  recovery text not null,
  -- null while nobody knows
  subject_count integer check (subject_count >= 0),
  subjects_told_at timestamptz,
  authority_told_at timestamptz,
  public_told_at timestamptz,
  closed_at timestamptz,
  entered_by text not null references account,
  entered_at timestamptz not null default now(),
  check (concat_ws(' ', title, revealed, happened, handling, recovery) !~ '[0-9]{16}')
);
create index breach_order on breach ((closed_at is not null), due_at, breach_no);

create table breach_step (
  step_no bigint generated always as identity primary key,
  breach_no bigint not null references breach on delete cascade,
  at timestamptz not null,
  account_id text not null references account,
  what text not null check (what in ('entered', 'amended', 'subjects-told', 'authority-told', 'public-told',
    'closed')),
  note text not null check (note !~ '[0-9]{16}')
);
create index breach_step_breach on breach_step (breach_no);

-- Lists are read again and bring the same rows: whoever is named here stays erased.
create table erased_person (
  person_id text primary key,
  rule text not null,
  erased_at timestamptz not null
);

create table retention_run (
  run_no bigint generated always as identity primary key,
  started_at timestamptz not null,
  -- null: it was broken off, and the next run goes on
  finished_at timestamptz,
  account_id text references account,
  -- rule to number of rows
  done jsonb not null default '{}'
);

create function scope_keeps_privacy() returns boolean stable language sql
return coalesce(scope_role() = 'data-protection-officer', false);

do $$
declare
  table_name text;
begin
  foreach table_name in array array['subject_request', 'subject_request_step', 'change_request', 'breach',
    'breach_step', 'erased_person', 'retention_run'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('grant select on %I to betang_guard', table_name);
    execute format('create policy read_by_privacy on %I for select to betang_guard
      using ((select scope_keeps_privacy()))', table_name);
    execute format('create view scoped.%I as select * from public.%I', table_name, table_name);
    execute format('alter view scoped.%I owner to betang_guard', table_name);
    execute format('grant select on scoped.%I to betang_reader', table_name);
  end loop;
end
$$;

-- Whoever sees a family sees how its data may be used.
alter table subject_mark enable row level security;
grant select on subject_mark to betang_guard;
create policy in_scope on subject_mark to betang_guard using (
  (select scope_keeps_privacy()) or (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = subject_mark.family_id));
create view scoped.subject_mark as select request_no, kind, family_id, person_id, since, ended_at
from subject_mark;
alter view scoped.subject_mark owner to betang_guard;
grant select on scoped.subject_mark to betang_reader;
