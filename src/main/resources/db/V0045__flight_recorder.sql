-- What a turn did inside (JSON: remarks, learned, heard, asked), and why a request changed nothing (REPEATED, LATE; null: it counted).
alter table call_event add column notes jsonb;
alter table call_event add column ignored text;

-- Who calls, shown to whom: one row per pop-up, written after it was pushed.
create table pop_up (
    id          bigint generated always as identity primary key,
    call_id     text not null references call on delete cascade,
    kind        text not null,              -- TICKET, CUSTOMER, UNKNOWN, WITHHELD
    shown_to    jsonb not null,             -- [{"name": …, "role": …}]: who had a desk open and gets this kind
    kept_from   jsonb not null,             -- the same: who had one open, but whose role does not get this kind
    at          timestamptz not null
);
create index pop_up_call on pop_up (call_id);
create table pop_up_opened (
    call_id     text not null references call on delete cascade,
    by          text not null,
    at          timestamptz not null,
    primary key (call_id, by)
);
