-- What a greeting said or played before stays, and may be taken back. The latest version is what the greeting itself holds.
create table greeting_version (
    id            bigint generated always as identity primary key,
    greeting_id   bigint not null references greeting on delete cascade,
    number        int not null,
    words         text,                     -- either words …
    language      text,
    voice         text,
    audio_file_id bigint references audio_file,   -- … or sound
    restored      int,                      -- the version that was taken back with this one
    made_at       timestamptz not null,
    made_by       text not null,            -- user name, token:NAME, or system
    unique (greeting_id, number),
    check ((words is null) <> (audio_file_id is null))
);
insert into greeting_version (greeting_id, number, words, language, voice, audio_file_id, made_at, made_by)
    select id, 1, words, language, voice, audio_file_id, changed_at, 'system' from greeting;

-- A deleted greeting can be had back, and calls that began before still hear it; its key is free again.
alter table greeting add column deleted_at timestamptz;
alter table greeting drop constraint greeting_key_key;
create unique index greeting_key on greeting (key) where deleted_at is null;
