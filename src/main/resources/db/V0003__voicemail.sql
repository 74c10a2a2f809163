-- Whoever must be told of a message has been told, once.
alter table voicemail add column announced_at timestamptz;
create index voicemail_unannounced on voicemail (left_at) where announced_at is null;
create index voicemail_unheard on voicemail (left_at desc) where heard_at is null;

-- What a recording says may be written down before we know that it is a message, or long after: a table of its own.
create table transcript (
    recording_id text primary key,
    words        text not null,
    written_at   timestamptz not null
);
insert into transcript (recording_id, words, written_at)
    select recording_id, transcript, left_at from voicemail where transcript is not null;
alter table voicemail drop column transcript;
