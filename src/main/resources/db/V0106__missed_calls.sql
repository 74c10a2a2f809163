-- Missed calls are worked off: the latest ones, and who of them has talked to somebody since.
create index call_missed on call (started_at desc) where direction = 'IN' and outcome = 'MISSED';
create index call_talked_in on call (caller, started_at) where direction = 'IN' and outcome = 'ANSWERED';
create index call_talked_out on call (called, started_at) where direction = 'OUT' and outcome = 'ANSWERED';
