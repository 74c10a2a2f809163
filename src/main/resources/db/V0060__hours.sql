-- Opening hours. Scripts name a calendar by its key, so it never changes.
create table calendar (
    id           bigint generated always as identity primary key,
    key          text not null unique,
    name         text not null,
    zone         text,                        -- null: the company's
    country      text,                        -- ISO 3166, whose public holidays close it; null: none do
    region       text,                        -- within the country
    week         text not null default '',    -- a line for each day with hours: MONDAY 09:00-12:00, 13:00-17:00
    worked       text not null default '',    -- public holidays on which people work all the same, one a line
    manual_open  boolean,                     -- switched by hand; null: it is not
    manual_since timestamptz,
    manual_until timestamptz,                 -- null: until somebody switches again
    check ((manual_open is null) = (manual_since is null))
);

-- Days that differ from the week.
create table special_day (
    id          bigint generated always as identity primary key,
    calendar_id bigint not null references calendar on delete cascade,
    first_day   date not null,
    last_day    date not null,
    yearly      boolean not null default false,
    hours       text not null default '',     -- 10:00-12:00; empty: closed
    name        text not null default '',
    source      text,                         -- name of the file it was taken from; null: written by hand
    check (last_day >= first_day)
);
create index special_day_calendar on special_day (calendar_id, first_day);
