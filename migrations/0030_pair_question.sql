-- registry: one question to the ward about a pair of rows that may be one person.

create table pair_question (
  question_no integer generated always as identity primary key,
  -- rows as {file, sheet, row}
  left_ref jsonb not null,
  right_ref jsonb not null,
  -- families of both when it was asked: whoever may see one of them may answer
  family_ids text[] not null,
  person_ids text[] not null,
  -- name and place of both, as JSON: all that the ward is told
  sides_cipher bytea not null,
  organisation_id text not null references organisation,
  asked_by text not null references account,
  asked_at timestamptz not null default now(),
  answer text check (answer in ('yes', 'no', 'unknown')),
  answered_by text references account,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
-- No second question about a pair while one is open.
create unique index pair_question_open on pair_question (left_ref, right_ref) where answer is null;

alter table pair_question enable row level security;
create policy in_scope on pair_question to betang_guard using (
  (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = any(pair_question.family_ids)));
grant select on pair_question to betang_guard;
create view scoped.pair_question as select question_no, left_ref, right_ref, family_ids, person_ids,
  sides_cipher, organisation_id, asked_by, asked_at, answer, answered_by, answered_at
from pair_question;
alter view scoped.pair_question owner to betang_guard;
grant select on scoped.pair_question to betang_reader;
