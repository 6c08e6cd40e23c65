-- registry: what reviewers answered about a pair of rows that may be one person.

create table pair_judgement (
  judgement_no integer generated always as identity primary key,
  -- rows as {file, sheet, row}, the lesser first: whichever is named first, it is one pair
  left_ref jsonb not null,
  right_ref jsonb not null,
  -- 1 decides; 2 is another reviewer's, who does not see the first; 3 settles where they differ
  turn integer not null check (turn between 1 and 3),
  answer text not null check (answer in ('same-person', 'other-person')),
  -- the decision of the register that the answer made; a second look makes none
  change_no integer references register_change,
  -- of the first: the evidence as it was shown, and where the pair falls among those looked at twice
  weight_bits double precision,
  probability double precision,
  evidence jsonb,
  draw double precision check (draw >= 0 and draw < 1),
  organisation_id text not null references organisation,
  judged_by text not null references account,
  judged_at timestamptz not null default now(),
  -- taken back, by whomever
  ended_at timestamptz,
  ended_by text references account,
  check (left_ref < right_ref),
  check ((turn = 1) = (evidence is not null and draw is not null)),
  check ((ended_at is null) = (ended_by is null))
);
create unique index pair_judgement_standing on pair_judgement (left_ref, right_ref, turn)
  where ended_at is null;
create index pair_judgement_change on pair_judgement (change_no);

-- Whoever sees both rows.
alter table pair_judgement enable row level security;
create policy in_scope on pair_judgement to betang_guard using (
  (select scope_sees_all()) or (
    exists (
      select 1 from list_sheet s join import_row r using (sheet_no)
      where s.file = left_ref ->> 'file' and s.sheet = left_ref ->> 'sheet'
        and r.row = (left_ref ->> 'row')::integer)
    and exists (
      select 1 from list_sheet s join import_row r using (sheet_no)
      where s.file = right_ref ->> 'file' and s.sheet = right_ref ->> 'sheet'
        and r.row = (right_ref ->> 'row')::integer)));
grant select on pair_judgement to betang_guard;
create view scoped.pair_judgement as select judgement_no, left_ref, right_ref, turn, answer, change_no,
  weight_bits, probability, evidence, draw, organisation_id, judged_by, judged_at, ended_at, ended_by
from pair_judgement;
alter view scoped.pair_judgement owner to betang_guard;
grant select on scoped.pair_judgement to betang_reader;
