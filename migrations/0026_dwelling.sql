-- registry: the house in which a family lives; several families may live in one. Written with each run.
create table dwelling_family (
  family_id text primary key,
  dwelling_id text not null,
  -- [{by, rowNo}]: by what it shares the house with others, and which row says so
  shared jsonb not null
);
create index dwelling_family_dwelling on dwelling_family (dwelling_id);

alter table dwelling_family enable row level security;
create policy in_scope on dwelling_family to betang_guard using (
  (select scope_sees_all())
  or exists (select 1 from family f where f.family_id = dwelling_family.family_id));
grant select on dwelling_family to betang_guard;
create view scoped.dwelling_family as select family_id, dwelling_id, shared from dwelling_family;
alter view scoped.dwelling_family owner to betang_guard;
grant select on scoped.dwelling_family to betang_reader;
