-- programme: the amount of a decision is the least it can be, because a fact that adds to it is unknown.
alter table decision add column is_amount_minimum boolean not null default false;
