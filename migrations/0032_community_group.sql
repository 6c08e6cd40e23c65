-- registry: groups of residents (KUBE, farmers, prayer circles) and who belongs to them, kept by hand.
--
-- Nothing is overwritten: a group and its members are what the changes in force make of them, and each
-- change can be taken back. Days are half open: the first on which something holds, and the first on
-- which it holds no longer.

create sequence group_change_no as integer;

-- One line a group: that it was written down, and as what.
create table community_group (
  change_no integer primary key default nextval('group_change_no'),
  group_id text not null unique,
  kind text not null check (kind in (
    'kube', 'farmers', 'women-farmers', 'fishers', 'prayer-circle', 'faith', 'dasawisma', 'youth', 'other')),
  name text not null,
  ward text not null,
  address text,
  since date not null,
  organisation_id text not null references organisation,
  made_by text not null references account,
  made_at timestamptz not null default now(),
  undone_by text references account,
  undone_at timestamptz,
  check ((undone_by is null) = (undone_at is null))
);
create index community_group_ward on community_group (ward);

create table group_change (
  change_no integer primary key default nextval('group_change_no'),
  group_id text not null references community_group (group_id),
  kind text not null check (kind in ('renamed', 'closed')),
  valid_from date not null,
  name text check ((name is null) = (kind = 'closed')),
  reason text check ((reason is null) = (kind = 'renamed')),
  organisation_id text not null references organisation,
  made_by text not null references account,
  made_at timestamptz not null default now(),
  undone_by text references account,
  undone_at timestamptz,
  check ((undone_by is null) = (undone_at is null))
);
create unique index group_change_closed on group_change (group_id) where kind = 'closed' and undone_at is null;
create index group_change_group on group_change (group_id);

create table group_member_change (
  change_no integer primary key default nextval('group_change_no'),
  group_id text not null references community_group (group_id),
  kind text not null check (kind in ('joined', 'left')),
  person_id text not null,
  valid_from date not null,
  role text check (role in ('chair', 'secretary', 'treasurer', 'member')),
  -- of `left`: the joining that it ends
  joined_no integer references group_member_change,
  organisation_id text not null references organisation,
  made_by text not null references account,
  made_at timestamptz not null default now(),
  undone_by text references account,
  undone_at timestamptz,
  check ((role is null) = (kind = 'left') and (joined_no is null) = (kind = 'joined')),
  check ((undone_by is null) = (undone_at is null))
);
create unique index group_member_change_left on group_member_change (joined_no) where undone_at is null;
create index group_member_change_group on group_member_change (group_id);
create index group_member_change_person on group_member_change (person_id);

-- Whoever sees a person sees to which groups the person belongs; a group is seen where it is at home,
-- and by whoever sees one of its members.
alter table group_member_change enable row level security;
create policy in_scope on group_member_change to betang_guard using (
  (select scope_sees_all())
  or exists (select 1 from person p where p.person_id = group_member_change.person_id)
  or exists (select 1 from subject_alias a join person p on p.person_id = a.present_id
    where a.subject_id = group_member_change.person_id and a.recorded_to is null));

alter table community_group enable row level security;
create policy in_scope on community_group to betang_guard using (
  (select scope_sees_all())
  or (array['*', ward, left(ward, 8)] && (select scope_places())
    and ((select scope_organisation()) is null or organisation_id = (select scope_organisation())))
  or exists (
    select 1 from group_member_change m
    where m.group_id = community_group.group_id and m.undone_at is null));

alter table group_change enable row level security;
create policy in_scope on group_change to betang_guard using (
  exists (select 1 from community_group g where g.group_id = group_change.group_id));

grant select on community_group, group_change, group_member_change to betang_guard;

create view scoped.community_group as select change_no, group_id, kind, name, ward, address, since,
  organisation_id, made_by, made_at, undone_by, undone_at
from community_group;
create view scoped.group_change as select change_no, group_id, kind, valid_from, name, reason,
  organisation_id, made_by, made_at, undone_by, undone_at
from group_change;
create view scoped.group_member_change as select change_no, group_id, kind, person_id, valid_from, role,
  joined_no, organisation_id, made_by, made_at, undone_by, undone_at
from group_member_change;

do $$
declare
  name text;
begin
  foreach name in array array['community_group', 'group_change', 'group_member_change'] loop
    execute format('alter view scoped.%I owner to betang_guard', name);
    execute format('grant select on scoped.%I to betang_reader', name);
  end loop;
end
$$;
