-- Who is rung together, and how. Scripts name a group by its key, so it never changes.
create table ring_group (
    id               bigint generated always as identity primary key,
    key              text not null unique,
    name             text not null,
    strategy         text not null,
    seconds_each     int not null check (seconds_each between 5 and 600),
    seconds_total    int not null check (seconds_total between 5 and 3600),
    rounds           int not null check (rounds between 1 and 10),
    asks             boolean not null,           -- whether telephones ask that say nothing else themselves
    accept_key       text,                       -- null: any key but the one that declines
    decline_key      text not null,
    silence_seconds  int not null check (silence_seconds between 1 and 30),
    drops_members    boolean not null,
    calendar         text,                       -- key; null: always on
    wish             text not null default '',   -- what skills a call asks for, with {{names}} in it
    unskilled_last   boolean not null,           -- false: who knows nothing of it is not rung at all
    music            text,                       -- key of a greeting; null: ours
    announce_seconds int not null,
    most_waiting     int not null check (most_waiting between 1 and 1000),
    longest_seconds  int not null check (longest_seconds between 30 and 7200),
    last_first       bigint                      -- round robin: the agent who was rung first last time; calls move it
);

create table ring_group_member (
    id       bigint generated always as identity primary key,
    group_id bigint not null references ring_group on delete cascade,
    agent_id bigint not null references agent on delete cascade,
    position int not null,
    skills   text not null default '',           -- english, sales
    unique (group_id, agent_id)
);
create index ring_group_member_agent on ring_group_member (agent_id);

-- When somebody talked last, by his telephone: one step into the index each.
create index leg_last_talk_key on leg (device_key, ended_at) where answered_at is not null;
create index leg_last_talk_address on leg (address, ended_at) where answered_at is not null;
