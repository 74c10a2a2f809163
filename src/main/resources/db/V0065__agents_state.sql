-- What an agent says of himself, and which desks are open: who may be rung is worked out from it when somebody calls.
alter table agent add column phone_on boolean not null default true;
alter table agent add column reachable boolean not null default false;     -- counts as signed in, with no desk open, too
alter table agent add column wrap_up_seconds int not null default 0 check (wrap_up_seconds between 0 and 600);
alter table agent add column out_from timestamptz;                         -- null: in the office
alter table agent add column out_to timestamptz;                           -- null: until he is back and says so
alter table agent add column out_reason text;
alter table agent add constraint agent_out check (out_from is not null and (out_to is null or out_to > out_from)
    or out_from is null and out_to is null and out_reason is null);
-- who has no account can open no desk: he is rung as ever
update agent set reachable = true where account_id is null;

alter table device add column accept text check (accept in ('ASK', 'TRUSTED')); -- whoever answers presses a key, or need not; null: as the group says

-- Open desks: each node writes those of its own, again and again, a little ahead of time. What no node renews ends by itself.
create table presence (
    account_id  bigint not null references account on delete cascade,
    node        text not null,
    until       timestamptz not null,
    primary key (account_id, node)
);
