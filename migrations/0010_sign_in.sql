-- access: how people prove who they are.

-- session_id names a session in the list of devices; it opens nothing.
alter table session add column session_id text not null default gen_random_uuid()::text;
alter table session add constraint session_id_unique unique (session_id);
-- Browser and system, as its owner would name the device; no address is kept.
alter table session add column device text not null default '';
alter table session add column method text not null default 'password'
  check (method in ('password', 'passkey', 'oidc'));
-- When password, code or passkey was last shown in this session.
alter table session add column proved_at timestamptz not null default now();

-- What a sign-in of several steps has to remember, for some minutes and for one use.
create table sign_in_step (
  token_hash text primary key,
  kind text not null
    check (kind in ('second-factor', 'passkey-registration', 'passkey-sign-in', 'passkey-step-up', 'oidc')),
  account_id text references account on delete cascade,
  detail jsonb not null default '{}',
  expires_at timestamptz not null
);
create index sign_in_step_expires on sign_in_step (expires_at);

-- One-time codes of an authenticator app; last_counter is the last one taken, so none is taken twice.
create table totp (
  account_id text primary key references account on delete cascade,
  secret_cipher bytea not null,
  confirmed_at timestamptz,
  last_counter bigint not null default 0
);

create table recovery_code (
  recovery_code_id bigint generated always as identity primary key,
  account_id text not null references account on delete cascade,
  code_hash text not null
);
create index recovery_code_account on recovery_code (account_id);

create table passkey (
  passkey_id text primary key,
  account_id text not null references account on delete cascade,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_account on passkey (account_id);

-- Who an account is at an outside identity provider.
create table account_link (
  issuer text not null,
  subject text not null,
  provider_id text not null,
  account_id text not null references account on delete cascade,
  linked_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (issuer, subject),
  unique (account_id, provider_id)
);

-- What an administrator says a person will bring from a provider, by keyed hash: the first sign-in
-- with it makes the link.
create table expected_link (
  provider_id text not null,
  claim_hmac bytea not null,
  account_id text not null references account on delete cascade,
  primary key (provider_id, claim_hmac)
);

-- Proofs are read by the sign-in alone; nobody reads them through a view.
alter table sign_in_step enable row level security;
alter table totp enable row level security;
alter table recovery_code enable row level security;
alter table passkey enable row level security;
alter table account_link enable row level security;
alter table expected_link enable row level security;
