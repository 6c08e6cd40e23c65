-- platform: long work in the background, and writes that must not happen twice.
create table job (
  job_id text primary key,
  kind text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  stage text,
  share double precision not null default 0,
  detail text,
  error_code text,
  error_details jsonb,
  is_cancel_asked boolean not null default false,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index job_kind on job (kind, created_at desc);

create table idempotency_key (
  account_id text not null,
  key text not null,
  request_hash text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (account_id, key)
);
