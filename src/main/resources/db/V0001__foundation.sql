-- Everything lives in the schema `callward` (Flyway creates it). Instants are timestamptz, written from the application's clock.

-- settings ------------------------------------------------------------------------------------------------------------
create table setting (
    name        text primary key,
    value       text not null,              -- secrets: AES-256-GCM ciphertext, base64
    secret      boolean not null default false,
    changed_at  timestamptz not null
);

-- access --------------------------------------------------------------------------------------------------------------
create table account (
    id          bigint generated always as identity primary key,
    username    text not null unique check (username = lower(username)),
    name        text not null,
    email       text,
    password    text not null,              -- Pbkdf2PasswordHash
    role        text not null check (role in ('ADMIN', 'SUPERVISOR', 'AGENT')),
    language    text,                       -- null: the browser's
    active      boolean not null default true,
    created_at  timestamptz not null
);
create table api_token (
    id          bigint generated always as identity primary key,
    name        text not null,
    hash        text not null unique,       -- SHA-256 of the token; the token itself is shown once
    role        text not null,
    created_at  timestamptz not null,
    last_used_at timestamptz
);
create table sign_in_failure (
    username    text not null,
    address     text not null,
    at          timestamptz not null
);
create index sign_in_failure_at on sign_in_failure (at);

-- helpdesk (our own small one) -------------------------------------------------------------------------------------------
create table customer (
    id          bigint generated always as identity primary key,
    name        text not null,
    company     text,
    email       text,
    note        text,
    url         text                        -- the page in another system, if any
);
create table customer_number (
    customer_id bigint not null references customer on delete cascade,
    number      text not null,              -- E.164
    primary key (customer_id, number)
);
create index customer_number_number on customer_number (number);
create table ticket (
    id          bigint generated always as identity primary key,
    number      text not null unique,       -- what a caller types: digits
    title       text not null,
    state       text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    customer_id bigint references customer on delete set null,
    url         text,
    created_at  timestamptz not null
);

-- greetings ---------------------------------------------------------------------------------------------------------------
create table audio_file (
    id          bigint generated always as identity primary key,
    hash        text not null unique,       -- SHA-256 of the content, hex
    token       text not null unique,       -- unguessable part of the URL given to the carrier
    content_type text not null,
    seconds     numeric(8,2) not null,
    bytes       bigint not null,
    content     bytea not null,
    created_at  timestamptz not null
);
create table greeting (
    id          bigint generated always as identity primary key,
    key         text not null unique,       -- the name scripts use
    name        text not null,
    words       text,                       -- either words …
    language    text,
    voice       text,
    audio_file_id bigint references audio_file,   -- … or sound
    changed_at  timestamptz not null,
    check ((words is null) <> (audio_file_id is null))
);

-- agents and where they can be rung ---------------------------------------------------------------------------------------
create table agent (
    id          bigint generated always as identity primary key,
    account_id  bigint unique references account on delete set null,
    name        text not null
);
create table device (
    id          bigint generated always as identity primary key,
    key         text not null unique,       -- the name scripts use
    label       text not null,
    address     text not null,              -- E.164, sip:… or client:…
    agent_id    bigint references agent on delete cascade,
    ring_seconds int not null default 20 check (ring_seconds between 5 and 120),
    active      boolean not null default true,
    position    int not null default 0      -- the order in which people see them
);

-- scripts -----------------------------------------------------------------------------------------------------------------
create table script (
    id          bigint generated always as identity primary key,
    name        text not null unique,
    published_revision_id bigint,
    created_at  timestamptz not null
);
create table script_revision (
    id          bigint generated always as identity primary key,
    script_id   bigint not null references script on delete cascade,
    number      int not null,
    steps       text not null,              -- one JSON document, frozen at publishing
    published_at timestamptz not null,
    published_by text,
    note        text,
    unique (script_id, number)
);
alter table script add foreign key (published_revision_id) references script_revision;

-- lines -------------------------------------------------------------------------------------------------------------------
create table line (
    id          bigint generated always as identity primary key,
    number      text not null unique,       -- E.164
    name        text not null,
    script_id   bigint references script,
    fallback    text,                       -- destination a caller is sent to when everything else fails
    language    text not null default 'en-US',
    voice       text,
    account     text not null,              -- SID of the carrier account it is rented in
    carrier_sid text,                       -- PN…, once the carrier knows that the number is ours
    pointed_at  text,                       -- the voice URL we gave the carrier; another one now: to be told again
    wanted      boolean not null default false,  -- the carrier still has to be told (rent, point at us)
    tries       int not null default 0,
    next_try_at timestamptz,
    problem     text,                       -- what the carrier said last
    created_at  timestamptz not null
);

-- calls -------------------------------------------------------------------------------------------------------------------
create table call (
    id          text primary key,           -- the carrier's call SID
    line_id     bigint references line on delete set null,
    revision_id bigint references script_revision on delete set null,
    direction   text not null check (direction in ('IN', 'OUT')),
    caller      text not null,              -- as the carrier sent it: E.164, client:…, sip:…, anonymous
    called      text not null,
    state       text not null,              -- LIVE or OVER
    outcome     text,                       -- ANSWERED, VOICEMAIL, MISSED, ABANDONED, HANDED_OVER, REFUSED, FAILED
    turn        int not null,               -- the turn the call awaits
    progress    jsonb not null,
    customer_id bigint,
    customer_name text,
    ticket_number text,
    answered_by text,
    started_at  timestamptz not null,
    answered_at timestamptz,
    ended_at    timestamptz,
    seconds     int,
    touched_at  timestamptz not null
);
create index call_started on call (started_at desc, id);
create index call_live on call (touched_at) where state = 'LIVE';
create index call_customer on call (customer_id, started_at desc) where customer_id is not null;
create table call_event (
    call_id     text not null references call on delete cascade,
    id          bigint generated always as identity,
    turn        int,                        -- null: news beside the conversation (leg, status, recording)
    door        text not null,              -- path of the webhook, or what else made it happen
    kind        text not null,
    request     jsonb,
    reply       text,
    at          timestamptz not null,
    millis      numeric(9,2) not null,
    primary key (call_id, id)
);
create unique index call_event_turn on call_event (call_id, turn) where turn is not null;
create table leg (
    id          text primary key,           -- the carrier's SID of the child call
    call_id     text not null references call on delete cascade,
    device_key  text,
    label       text not null,
    address     text not null,
    state       text not null,
    sequence    int not null default -1,
    started_at  timestamptz not null,
    answered_at timestamptz,
    ended_at    timestamptz
);
create index leg_call on leg (call_id);
-- what the carrier must still be asked to do: texts, redirections, ended legs
create table carrier_order (
    id          bigint generated always as identity primary key,
    call_id     text references call on delete cascade,
    what        jsonb not null,
    tries       int not null default 0,
    next_try_at timestamptz not null,
    done_at     timestamptz,
    problem     text,
    created_at  timestamptz not null
);
create index carrier_order_due on carrier_order (next_try_at) where done_at is null;

-- recordings: wanted, then kept ----------------------------------------------------------------------------------------------
create table recording (
    id          text primary key,           -- the carrier's recording SID
    call_id     text references call on delete cascade,
    url         text not null,
    seconds     int,
    file        text,                       -- below the data folder, once kept
    bytes       bigint,
    content_type text,
    tries       int not null default 0,
    next_try_at timestamptz,                -- null: nothing to do any more
    problem     text,
    kept_at     timestamptz,
    created_at  timestamptz not null
);
create index recording_due on recording (next_try_at) where next_try_at is not null;

-- notices: the outbox of mails (texts and calls come later) ------------------------------------------------------------------
create table outgoing_mail (
    id          bigint generated always as identity primary key,
    reason      text not null unique,       -- e.g. voicemail:RE…: the same reason never makes a second mail
    recipients  text not null,
    subject     text not null,
    body        text not null,
    attachment_file text,                   -- below the data folder
    attachment_name text,
    attachment_type text,
    message_id  text not null unique,
    tries       int not null default 0,
    next_try_at timestamptz not null,
    sent_at     timestamptz,
    problem     text,
    created_at  timestamptz not null
);
create index outgoing_mail_due on outgoing_mail (next_try_at) where sent_at is null;

-- voicemail ---------------------------------------------------------------------------------------------------------------
create table mailbox (
    id          bigint generated always as identity primary key,
    key         text not null unique,
    name        text not null,
    emails      text not null               -- comma separated
);
create table voicemail (
    id          bigint generated always as identity primary key,
    call_id     text not null unique references call on delete cascade,
    recording_id text not null unique,
    mailbox_id  bigint references mailbox on delete set null,
    caller      text not null,
    customer_name text,
    ticket_number text,
    seconds     int,
    transcript  text,
    left_at     timestamptz not null,
    heard_at    timestamptz,
    heard_by    text
);
create index voicemail_left on voicemail (left_at desc);
