-- Whom we called is sent on: his leg is a call of its own from then on, which continues the one he was called in.
alter table call add column continues text references call on delete set null;
create index call_continues on call (continues) where continues is not null;
