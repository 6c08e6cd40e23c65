-- insight: one line a family for lists and counts, written together with the stages it reads.
create table family_line (
  family_id text primary key,
  head_name text not null,
  ward text,
  district text,
  rt integer,
  member_count integer not null,
  decile integer,
  -- indicator codes, most urgent first
  lacks text[] not null,
  sectors text[] not null,
  top_score integer not null,
  served_by text[] not null,
  list_count integer not null
);
create index family_line_score on family_line (top_score desc, family_id);
create index family_line_ward on family_line (ward, top_score desc, family_id);
