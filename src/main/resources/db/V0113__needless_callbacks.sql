-- Why a callback was never made: somebody of the group has talked with that customer since, one of us has taken it off the list, the group was deleted.
alter table queue_place drop constraint queue_place_result_check;
alter table queue_place add constraint queue_place_result_check
    check (result in ('TALKED', 'CHOSE', 'TIME_IS_UP', 'GONE', 'FAILED', 'UNREACHED', 'TWICE', 'REACHED', 'CANCELLED', 'NO_GROUP'));
create index queue_place_callback on queue_place (number) where state = 'CALLBACK';
