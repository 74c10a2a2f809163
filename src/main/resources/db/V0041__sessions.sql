-- Who is signed in, and where. The key lies in the server's own session and never with a browser: it opens nothing.
create table open_session (
    id          bigint generated always as identity primary key,
    key         text not null unique,
    account_id  bigint not null references account on delete cascade,
    place       text not null,              -- the server that holds it: it ends when that one restarts
    address     text not null,
    browser     text not null,
    begun_at    timestamptz not null,
    seen_at     timestamptz not null        -- to a few minutes
);
create index open_session_account on open_session (account_id);

-- A token never may more than whoever made it, and dies with his account.
alter table api_token
    add column account_id bigint references account on delete cascade,
    add column expires_at timestamptz;
create index audit_entry_at on audit_entry (at);
