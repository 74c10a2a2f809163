-- Who changed what: rows are added and never touched again, each sealed with the hash of the one before.
create table audit_entry (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    by          text not null,              -- user name, token:NAME, or system
    room        text not null,              -- scripts, lines, accounts, settings …
    subject     text not null,              -- what the room calls it: a key, an id, a number
    name        text not null,              -- as people called it then
    deed        text not null,              -- CREATED, CHANGED, DELETED …
    before      text not null,              -- JSON object of texts: only what differs; never a secret
    after       text not null,
    previous    text not null,              -- hash of the entry before; empty for the first
    hash        text not null unique        -- SHA-256, hex, over all of the above but the id
);
create index audit_entry_subject on audit_entry (room, subject, id desc);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed';
end $$;
create trigger audit_entry_stays before update or delete or truncate on audit_entry execute function audit_entry_stays();
