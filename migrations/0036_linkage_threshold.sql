-- registry: how sure the linkage must be to join two rows by itself, where a person adopted what the
-- decisions about pairs propose. Without one in force the linkage's own holds.

create table linkage_threshold (
  threshold_no integer generated always as identity primary key,
  -- log2 of the odds from which a pair joins; 0 is even
  threshold_bits numeric(3, 1) not null check (threshold_bits between -3 and 4),
  -- on what it was proposed: pairs judged, how many of them the same
  judged integer not null,
  same integer not null check (same <= judged),
  adopted_by text not null references account,
  adopted_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by text references account,
  check ((ended_at is null) = (ended_by is null))
);
create unique index linkage_threshold_in_force on linkage_threshold ((true)) where ended_at is null;

grant select on linkage_threshold to betang_guard;
create view scoped.linkage_threshold as select threshold_no, threshold_bits, judged, same, adopted_at, ended_at
from linkage_threshold;
alter view scoped.linkage_threshold owner to betang_guard;
grant select on scoped.linkage_threshold to betang_reader;
