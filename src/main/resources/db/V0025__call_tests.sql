-- Conversations as they should go, each for one script.
create table call_test (
    id          bigint generated always as identity primary key,
    script_id   bigint not null references script on delete cascade,
    name        text not null,
    document    text not null,              -- one JSON document: who calls, what is given, moves, outcome
    changed_at  timestamptz not null,
    changed_by  text,
    deleted_at  timestamptz                 -- taken away, and for a while to be brought back
);
create index call_test_script on call_test (script_id, id);
