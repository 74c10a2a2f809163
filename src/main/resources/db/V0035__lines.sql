-- A line's own number to forward to, whether the carrier may rent it (that costs money), and the carrier's code for what it refused.
alter table line add column forward text;                             -- destination, {{line.forward}} in scripts
alter table line add column may_rent boolean not null default false;  -- else it must be in the account already
alter table line add column problem_code int;                         -- the carrier's own, -1 when it could not be reached
update line set may_rent = wanted;
