-- access: who may come in, and what they looked at.
create table organisation (
  organisation_id text primary key,
  name text not null,
  kind text not null check (kind in ('secretariat', 'agency', 'district', 'ward', 'partner', 'auditor'))
);

create table account (
  account_id text primary key,
  organisation_id text not null references organisation,
  user_name text not null unique,
  display_name text not null,
  password_hash text not null,
  must_change_password boolean not null default false,
  language text not null default 'id' check (language in ('id', 'en')),
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table session (
  token_hash text primary key,
  account_id text not null references account,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);

-- One line a read of a person or family; never updated.
create table audit_event (
  audit_event_id bigint generated always as identity primary key,
  account_id text not null references account,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  at timestamptz not null default now()
);
create index audit_event_subject on audit_event (subject_kind, subject_id, at desc);
