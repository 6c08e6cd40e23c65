-- intake: files as an office handed them over, what was read in them and what people put right.
--
-- The register is made from the accepted files, in the order in which they were first accepted, and
-- from the changes that people decided: nothing else. Accepting and taking back add a line and never
-- remove one, so that the register of any past day can be made again.

create table intake_file (
  file_id text primary key,
  -- as rows refer to it; a second file of the same name gets a number
  name text not null unique,
  -- null: read from a folder by whoever keeps the server
  organisation_id text references organisation,
  received_by text references account,
  received_at timestamptz not null default now(),
  size_bytes integer not null,
  -- keyed: whoever has the store cannot try files
  content_hmac bytea not null,
  -- the paper of hand-over (BAST) and what the data were handed over for
  paper_number text,
  paper_date date,
  purpose text,
  -- the file that this one puts right
  replaces text references intake_file,
  state text not null default 'received'
    check (state in ('received', 'read', 'accepted', 'withdrawn', 'faulty')),
  fault_code text,
  -- counts, warnings and the latest date, of the last reading
  reading jsonb not null default '{}',
  -- place in the order of lists; given at the first acceptance and kept
  accept_no integer unique
);
create index intake_file_content on intake_file (content_hmac);
create index intake_file_received on intake_file (received_at desc, file_id);

-- The bytes as they came, sealed, in parts.
create table intake_part (
  file_id text not null references intake_file on delete cascade,
  part_no integer not null,
  content_cipher bytea not null,
  primary key (file_id, part_no)
);

-- One line each time that a file counts; half open.
create table intake_acceptance (
  acceptance_no integer generated always as identity primary key,
  file_id text not null references intake_file,
  accepted_at timestamptz not null default now(),
  accepted_by text references account,
  withdrawn_at timestamptz,
  withdrawn_by text references account,
  withdrawn_reason text
);
create unique index intake_acceptance_open on intake_acceptance (file_id) where withdrawn_at is null;

-- What a sheet was understood as, and what an officer said that it is.
create table intake_sheet (
  file_id text not null references intake_file on delete cascade,
  sheet_place integer not null,
  sheet text not null,
  -- ListSheet as proposed: kind, title, columns with confidence, account of rows
  proposal jsonb not null,
  -- ListMapping as corrected; null while nobody did
  mapping jsonb,
  primary key (file_id, sheet_place)
);

-- Cells as they were read, sealed, some hundreds of rows together.
create table intake_cells (
  file_id text not null,
  sheet_place integer not null,
  -- 1-based row of the sheet
  first_row integer not null,
  row_count integer not null,
  cells_cipher bytea not null,
  primary key (file_id, sheet_place, first_row),
  foreign key (file_id, sheet_place) references intake_sheet on delete cascade
);

create table intake_finding (
  finding_no integer generated always as identity primary key,
  file_id text not null,
  sheet_place integer not null,
  row integer not null,
  -- null: the whole row
  column_no integer,
  code text not null,
  severity text not null check (severity in ('held', 'look', 'tidied')),
  column_heading text not null,
  -- a NIK or KK in it is masked before it comes here
  value text not null,
  hint text not null,
  -- what would put it right, sealed
  proposal_cipher bytea,
  foreign key (file_id, sheet_place) references intake_sheet on delete cascade
);
create index intake_finding_place on intake_finding (file_id, sheet_place, row);
create index intake_finding_code on intake_finding (file_id, code);

-- A cell that a person put right, over the file as it came.
create table cell_mend (
  mend_no integer generated always as identity primary key,
  file_id text not null references intake_file on delete cascade,
  sheet_place integer not null,
  row integer not null,
  column_no integer not null,
  value_cipher bytea not null,
  -- typed in the page, a proposal taken, or a mended file that came back
  way text not null check (way in ('typed', 'proposal', 'round-trip')),
  made_by text references account,
  made_at timestamptz not null default now(),
  ended_at timestamptz
);
create index cell_mend_file on cell_mend (file_id, sheet_place, row);

-- What an office's headings mean, as its officer put right; each version is kept.
create table list_mapping (
  organisation_id text not null references organisation,
  -- the headings of the sheet, folded, as HMAC: a heading may hold a name
  headings_hmac bytea not null,
  version integer not null,
  mapping jsonb not null,
  file_id text references intake_file,
  made_by text references account,
  made_at timestamptz not null default now(),
  primary key (organisation_id, headings_hmac, version)
);

-- Who sees a file: the whole city with every class, or the office that handed it over.
alter table intake_file enable row level security;
create policy in_scope on intake_file to betang_guard using (
  (select scope_has('family')) and (select scope_is_whole())
  and ((select scope_organisation()) is null or organisation_id = (select scope_organisation())));
alter table intake_acceptance enable row level security;
create policy in_scope on intake_acceptance to betang_guard using (
  exists (select 1 from intake_file f where f.file_id = intake_acceptance.file_id));
alter table intake_sheet enable row level security;
create policy in_scope on intake_sheet to betang_guard using (
  exists (select 1 from intake_file f where f.file_id = intake_sheet.file_id));
alter table list_mapping enable row level security;
create policy in_scope on list_mapping to betang_guard using (
  (select scope_has('family'))
  and ((select scope_organisation()) is null or organisation_id = (select scope_organisation())));

-- What stands in a file is of every class: for those who hold all, and for the office itself.
alter table intake_cells enable row level security;
create policy in_scope on intake_cells to betang_guard using (
  ((select scope_has('specific')) or (select scope_organisation()) is not null)
  and exists (select 1 from intake_file f where f.file_id = intake_cells.file_id));
alter table intake_finding enable row level security;
create policy in_scope on intake_finding to betang_guard using (
  exists (select 1 from intake_file f where f.file_id = intake_finding.file_id));
alter table cell_mend enable row level security;
create policy in_scope on cell_mend to betang_guard using (
  ((select scope_has('specific')) or (select scope_organisation()) is not null)
  and exists (select 1 from intake_file f where f.file_id = cell_mend.file_id));
-- The bytes are read by the reading job alone.
alter table intake_part enable row level security;

grant select on intake_file, intake_acceptance, intake_sheet, intake_cells, intake_finding, cell_mend,
  list_mapping to betang_guard;
create view scoped.intake_file as select file_id, name, organisation_id, received_by, received_at,
  size_bytes, paper_number, paper_date, purpose, replaces, state, fault_code, reading, accept_no
from intake_file;
create view scoped.intake_acceptance as select * from intake_acceptance;
create view scoped.intake_sheet as select * from intake_sheet;
create view scoped.intake_cells as select * from intake_cells;
create view scoped.intake_finding as select finding_no, file_id, sheet_place, row, column_no, code,
  severity, column_heading,
  case when (select scope_has('specific')) or (select scope_organisation()) is not null then value
    else '' end as value,
  hint,
  case when (select scope_has('specific')) or (select scope_organisation()) is not null
    then proposal_cipher end as proposal_cipher
from intake_finding;
create view scoped.cell_mend as select * from cell_mend;
create view scoped.list_mapping as select organisation_id, headings_hmac, version, mapping, file_id,
  made_by, made_at
from list_mapping;

do $$
declare
  name text;
begin
  foreach name in array array['intake_file', 'intake_acceptance', 'intake_sheet', 'intake_cells',
    'intake_finding', 'cell_mend', 'list_mapping'] loop
    execute format('alter view scoped.%I owner to betang_guard', name);
    execute format('grant select on scoped.%I to betang_reader', name);
  end loop;
end
$$;
