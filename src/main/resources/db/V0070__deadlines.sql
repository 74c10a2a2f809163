-- When something should have come of a call. Beside the call: a look at what is due reads nothing else, and a call has several.
create table deadline (
    call_id     text not null references call on delete cascade,
    what        text not null check (what in ('CALL', 'STEP', 'TALK', 'MESSAGE')),
    turn        int not null,               -- the turn that is awaited; CALL: 0
    awaits      text,                       -- STEP: what the carrier does meanwhile: gather, dial, record …
    due_at      timestamptz not null,       -- absolute
    look_at     timestamptz not null,       -- the same, or later: somebody is at it, or it was put off
    primary key (call_id, what)
);
create index deadline_look on deadline (look_at);
-- orders that wait are asked for by call
create index carrier_order_waits on carrier_order (call_id) where done_at is null;
-- calls under way while we update
insert into deadline (call_id, what, turn, due_at, look_at)
select id, 'CALL', 0, now() + interval '10 minutes', now() + interval '10 minutes' from call where state = 'LIVE';
insert into deadline (call_id, what, turn, due_at, look_at)
select id, 'STEP', turn, now() + interval '5 minutes', now() + interval '5 minutes' from call where state = 'LIVE';
-- telephones whose end was not told
create index leg_open on leg (call_id) where ended_at is null;
