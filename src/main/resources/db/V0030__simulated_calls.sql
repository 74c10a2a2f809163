-- A call knows the account it belongs to: whatever is asked for its sake is asked there and nowhere else.
alter table call add column account text;                       -- SID at the carrier; null: not known any more, so the account of today
alter table call add column simulated boolean not null default false;
alter table call add column pretended_at timestamptz;           -- the instant a simulated call pretends to have begun at
update call c set account = e.request ->> 'AccountSid' from call_event e where e.call_id = c.id and e.turn = 0;
