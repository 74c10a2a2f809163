-- Telephones that the carrier rings by calls of their own. An order of this kind may belong to no call of ours: then it names its account.
alter table carrier_order add column account text;
alter table carrier_order add column asked_at timestamptz; -- the carrier was asked at this moment, and has not said no: it may ring, whether we know it or not
alter table carrier_order add column leg text unique;      -- the carrier's SID of the call that was placed
