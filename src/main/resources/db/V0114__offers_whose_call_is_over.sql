-- Since when the call that rang for an accepted callback is over, and nobody has told whether the two talked: the carrier's own list may lag behind.
alter table queue_offer add column over_at timestamptz;
