-- registry: by whom a family is served is told by the ledger and kept in family_line alone.
alter table family drop column served_count;
