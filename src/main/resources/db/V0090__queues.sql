-- Callers who wait for a group, and whom their call was offered to. Every state is a row: whoever is killed between two statements leaves the
-- caller waiting, connected, or on his way to what his script says.
create table queue_place (
    id           bigint generated always as identity primary key,
    call_id      text not null references call on delete cascade,
    group_key    text not null,
    -- ENTERING: the carrier has not asked what he hears yet, so he cannot be taken; ASIDE: says how he can be called back; CALLBACK: has hung up,
    -- waits for our call; CLAIMED: somebody takes him; TALKING: the two are connected
    state        text not null check (state in ('ENTERING', 'WAITING', 'ASIDE', 'CALLBACK', 'CLAIMED', 'TALKING', 'DONE')),
    result       text check (result in ('TALKED', 'CHOSE', 'TIME_IS_UP', 'GONE', 'FAILED', 'UNREACHED', 'TWICE')),
    hears        jsonb not null,
    joined_at    timestamptz not null,
    due_at       timestamptz not null,       -- nobody waits for longer
    announced_at timestamptz,                -- when he was told his place
    round        int not null default 1,     -- how often everybody is asked
    look_at      timestamptz not null,       -- nobody is asked before
    not_asked    text,                       -- who was not asked and why, as it was noted last
    number       text,                       -- to be called back, E.164
    calls        int not null default 0,     -- how often that was tried
    taken_at     timestamptz,
    taken_by     text,
    ended_at     timestamptz
);
create unique index queue_place_of_call on queue_place (call_id) where state <> 'DONE';
create index queue_place_waits on queue_place (group_key, joined_at, id) where state <> 'DONE';
create index queue_place_taken on queue_place (group_key, taken_at);
create table queue_offer (
    id         bigint generated always as identity primary key,
    place_id   bigint not null references queue_place on delete cascade,
    call_id    text not null,
    token      text not null unique,         -- in the path that the carrier asks: nobody can guess it
    agent_id   bigint not null,
    agent      text not null,
    device_key text not null,
    label      text not null,
    address    text not null,
    asks       boolean not null,
    accept     jsonb not null,
    round      int not null,
    state      text not null check (state in ('RINGING', 'ASKED', 'ACCEPTED', 'TALKED', 'DECLINED', 'SILENT', 'UNANSWERED', 'BUSY', 'FAILED', 'TAKEN', 'WITHDRAWN')),
    leg_id     text unique,
    offered_at timestamptz not null,
    look_at    timestamptz not null,         -- what should have been told by then is asked for
    ended_at   timestamptz
);
-- one at a time for everybody, whichever group asks
create unique index queue_offer_of_agent on queue_offer (agent_id) where ended_at is null;
create index queue_offer_open on queue_offer (look_at) where ended_at is null;
create index queue_offer_of_place on queue_offer (place_id);
