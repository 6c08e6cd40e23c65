-- exchange: other systems that are told when something has happened.

create table webhook (
  webhook_id text primary key,
  url text not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  -- with which a message is signed
  secret_cipher bytea not null,
  is_active boolean not null default true,
  created_at timestamptz not null,
  created_by text not null references account
);

-- One line a message to a webhook; written with what it tells, sent afterwards.
create table webhook_delivery (
  delivery_id text primary key,
  webhook_id text not null references webhook on delete cascade,
  kind text not null,
  -- as it is signed and sent: ids and counts
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'queued', 'delivered', 'failed')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  tried_at timestamptz,
  -- the last answer, or why there was none
  answer_status integer,
  fault text
);
create index webhook_delivery_waiting on webhook_delivery (created_at) where state = 'waiting';
create index webhook_delivery_log on webhook_delivery (webhook_id, created_at desc, delivery_id);

-- read by the administrator's page and the sender alone
alter table webhook enable row level security;
alter table webhook_delivery enable row level security;
