-- What people are writing, apart from what calls walk through. Every script has exactly one draft.
create table script_draft (
    script_id   bigint primary key references script on delete cascade,
    version     int not null,               -- counts savings: who saves names the one he began with
    steps       text not null,              -- one JSON document, finished or not
    changed_at  timestamptz not null,
    changed_by  text
);
insert into script_draft (script_id, version, steps, changed_at, changed_by)
    select s.id, 1, coalesce(r.steps, '{"steps":[]}'), coalesce(r.published_at, s.created_at), r.published_by
    from script s left join script_revision r on r.id = s.published_revision_id;

-- A trial is a draft as a simulated call walks through it: never published, not in the history, numbered by minus the draft's version.
alter table script_revision add trial boolean not null default false;
