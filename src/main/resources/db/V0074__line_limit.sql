-- How long a caller may be in a call without a talk or a message; null: as long as the company says.
alter table line add column call_limit_seconds int check (call_limit_seconds between 60 and 14400);
