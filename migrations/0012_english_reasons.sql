-- allocation and partner: what is said of a served need and asked of an offer, in English too.
-- A store keeps its Indonesian words in both until the next run.
alter table allocation_line add column reason_en text not null default '';
update allocation_line set reason_en = reason;
alter table offer_question add column text_en text not null default '';
alter table offer_question add column effect_en text not null default '';
update offer_question set text_en = text, effect_en = effect;

create or replace view scoped.allocation_line as select * from allocation_line;
create or replace view scoped.offer_question as select * from offer_question;
