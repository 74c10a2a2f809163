-- Somebody may be invited before he has a password, or sign in elsewhere and never have one.
alter table account alter column password drop not null;
alter table account
    add column password_due boolean not null default false,     -- an administrator chose it: to be changed at the next sign-in
    add column issuer       text,                               -- OpenID Connect: who vouches for him …
    add column subject      text,                               -- … and under which name there, which never changes
    add column signed_in_at timestamptz,
    add constraint account_identity unique (issuer, subject);

create table invitation (
    account_id  bigint primary key references account on delete cascade,
    hash        text not null unique,       -- SHA-256 of the token in the link; the token itself is shown once
    expires_at  timestamptz not null
);
