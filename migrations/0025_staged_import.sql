-- intake: what the staged import keeps beside the files.

-- Cells mended together are taken back together.
alter table cell_mend add column batch_no integer not null default 0;
-- The last batch that the stored reading has seen, and whether a later one waits to be read.
alter table intake_file
  add column read_batch integer not null default 0,
  add column mend_batch integer not null default 0;
create index intake_acceptance_file on intake_acceptance (file_id);

-- Rows as the last reading understood them: for duplicates, differences and what is known already.
create table intake_row (
  file_id text not null,
  sheet_place integer not null,
  row integer not null,
  -- over all that the row says
  row_hmac bytea not null,
  nik_hmac bytea,
  kk_hmac bytea,
  -- over name and birth date, where both are known
  person_hmac bytea,
  -- RowFields as JSON, sealed
  fields_cipher bytea not null,
  primary key (file_id, sheet_place, row),
  foreign key (file_id, sheet_place) references intake_sheet on delete cascade
);
create index intake_row_hmac on intake_row (row_hmac);

alter table intake_row enable row level security;
create policy in_scope on intake_row to betang_guard using (
  ((select scope_has('specific')) or (select scope_organisation()) is not null)
  and exists (select 1 from intake_file f where f.file_id = intake_row.file_id));
grant select on intake_row to betang_guard;
create view scoped.intake_row as select * from intake_row;
alter view scoped.intake_row owner to betang_guard;
grant select on scoped.intake_row to betang_reader;
create or replace view scoped.cell_mend as select * from cell_mend;

-- platform: jobs of one kind about different things wait in line.
alter table job add column subject_id text;
create index job_subject on job (kind, subject_id, created_at desc) where subject_id is not null;
