-- registry: who exists, and who lives with whom.
create table family (
  family_id text primary key,
  head_person_id text,
  head_name text,
  ward text,
  district text,
  address text,
  rt integer,
  rw integer,
  latitude double precision,
  longitude double precision,
  decile integer check (decile between 1 and 10),
  list_count integer not null,
  member_count integer not null,
  -- number of distinct programmes that the ledger shows, written with the register
  served_count integer not null default 0,
  kk_cipher bytea,
  kk_hmac bytea,
  -- FamilyFields that have no column of their own
  detail jsonb not null
);
create index family_ward on family (ward);
create index family_kk on family (kk_hmac);

create table person (
  person_id text primary key,
  family_id text not null references family,
  name text,
  -- lower case, folded spelling, words sorted: what the search compares
  search_name text not null default '',
  sex text,
  birth_date date,
  birth_precision text,
  birth_year integer,
  status text not null check (status in ('active', 'dead', 'moved-out')),
  status_date date,
  nik_cipher bytea,
  nik_hmac bytea,
  detail jsonb not null
);
create index person_family on person (family_id);
create index person_nik on person (nik_hmac);

-- Half-open periods: [valid_from, valid_to).
create table membership (
  person_id text not null references person,
  family_id text not null references family,
  relation text,
  valid_from date,
  valid_to date,
  primary key (person_id, family_id)
);
create index membership_family on membership (family_id);

create table value_origin (
  subject_id text not null,
  field text not null,
  row_no integer not null,
  other_row_nos integer[] not null,
  primary key (subject_id, field)
);

create table review_pair (
  pair_no integer primary key,
  left_row_no integer not null,
  right_row_no integer not null,
  left_person_id text not null,
  right_person_id text not null,
  weight_bits double precision not null,
  probability double precision not null,
  evidence jsonb not null
);
