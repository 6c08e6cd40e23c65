-- intake: an agency's list as it came.
create table list_sheet (
  sheet_no integer primary key,
  file text not null,
  sheet text not null,
  kind text not null,
  title text not null,
  provider text,
  programme text,
  -- ListSheet without file, sheet, kind, title: columns, account, period, header row
  detail jsonb not null,
  read_at timestamptz not null default now()
);

create table import_row (
  row_no integer primary key,
  sheet_no integer not null references list_sheet,
  row integer not null,
  person_id text,
  family_id text,
  -- RowFields without nik, nikPrefix, kk, kkPrefix
  fields jsonb not null,
  nik_cipher bytea,
  nik_hmac bytea,
  kk_cipher bytea,
  kk_hmac bytea
);
create index import_row_person on import_row (person_id);
create index import_row_family on import_row (family_id);

create table finding (
  finding_no integer generated always as identity primary key,
  is_quarantine boolean not null,
  file text not null,
  sheet text not null,
  row integer not null,
  code text not null,
  column_heading text not null,
  -- a NIK or KK in it is masked before it comes here
  value text not null,
  hint text not null
);
create index finding_file on finding (file, sheet, row);

create table file_fault (
  file text primary key,
  code text not null,
  hint_id text not null,
  hint_en text not null
);
