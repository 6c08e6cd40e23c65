-- access: what an administrator sets while Betang runs, and how it came to be so.

-- A line only for what is not as Betang comes.
create table setting (
  key text primary key check (key in ('office', 'sessions', 'second-factor')),
  value jsonb not null
);

-- Null: as Betang comes.
create table setting_change (
  change_no integer generated always as identity primary key,
  key text not null check (key in ('office', 'sessions', 'second-factor')),
  from_value jsonb,
  to_value jsonb,
  changed_at timestamptz not null,
  changed_by text not null references account
);
create index setting_change_order on setting_change (key, change_no desc);

create function scope_keeps_settings() returns boolean stable language sql
return coalesce(scope_role() = 'administrator', false);

do $$
declare
  table_name text;
begin
  foreach table_name in array array['setting', 'setting_change'] loop
    execute format('alter table %I enable row level security', table_name);
    execute format('grant select on %I to betang_guard', table_name);
    execute format('create policy read_by_administrator on %I for select to betang_guard
      using ((select scope_keeps_settings()))', table_name);
    execute format('create view scoped.%I as select * from public.%I', table_name, table_name);
    execute format('alter view scoped.%I owner to betang_guard', table_name);
    execute format('grant select on scoped.%I to betang_reader', table_name);
  end loop;
end
$$;
