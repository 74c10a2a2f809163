-- Calls that somebody wants to make. Such a call stands in the call log once the carrier has made it: its id there is the carrier's.
create table outgoing (
    id          bigint generated always as identity primary key,
    token       text not null unique,       -- in the address that the carrier asks when the agent has picked up
    kind        text not null check (kind in ('CALL', 'TRIAL')),
    state       text not null check (state in ('WANTED', 'PLACED', 'FAILED')),
    agent_id    bigint references agent on delete set null,
    device_key  text not null,
    line_id     bigint references line on delete set null,
    account     text not null,              -- SID of the carrier account that makes it
    simulated   boolean not null,
    shown       text not null,              -- E.164, our line's
    called      text not null,              -- E.164; of a trial, the telephone's address
    ring_seconds int not null,
    facts       jsonb not null,             -- what its conversation begins with
    back_of     text references call on delete set null,
    order_id    bigint,                     -- in the outbox
    call_id     text unique references call on delete set null,
    code        int,
    problem     text,                       -- the carrier's words
    wanted_by   text not null,
    wanted_at   timestamptz not null
);
create index outgoing_agent on outgoing (agent_id, wanted_at desc);
create index outgoing_wanted on outgoing (wanted_at);
create index outgoing_back on outgoing (back_of) where back_of is not null;
