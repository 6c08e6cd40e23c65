-- access: systems of partners and agencies that ask by themselves, with keys of their own.

-- A service is an account without a password: nobody signs in as it.
alter table account add column kind text not null default 'person'
  check (kind in ('person', 'service'));
alter table account alter column password_hash drop not null;
alter table account add check (kind <> 'service' or password_hash is null);

-- One line a key ever given. Only the hash of a key is kept: a copy of the store opens nothing.
create table api_key (
  key_id text primary key,
  account_id text not null references account,
  -- the role it acts under, and no other
  grant_id text not null references role_grant,
  -- the part of the key by which it is found and told apart; public
  prefix text not null unique,
  key_hash text not null,
  requests_per_minute integer not null check (requests_per_minute between 1 and 6000),
  created_at timestamptz not null,
  created_by text not null references account,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- the key that follows it after a rotation
  replaced_by text references api_key,
  last_used_at timestamptz,
  check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);
create index api_key_account on api_key (account_id, created_at desc);
-- read by the sign-in and the administrator's page alone
alter table api_key enable row level security;
