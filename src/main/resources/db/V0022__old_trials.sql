-- Old trials are deleted each hour, and each deleted revision is looked for among the calls.
create index call_revision on call (revision_id) where revision_id is not null;
