-- As a superuser: psql -v password="'a long one'" -f create.sql
-- Callward makes and migrates its own schema, callward, when it starts.
create role callward login password :password;
create database callward owner callward encoding 'UTF8' template template0;
-- No transaction of Callward's waits that long between two statements: one that was forgotten must not keep its row locks.
alter role callward set idle_in_transaction_session_timeout = '15s';
