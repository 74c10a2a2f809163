-- whoever picks up a telephone that asks talks to nobody before he has pressed a key
alter table leg
    add column asks boolean not null default false,
    add column turn int,                    -- the turn of the call that it rings for
    add column asked_at timestamptz,
    add column accepted_at timestamptz,
    add column declined_at timestamptz;
