-- As a superuser: psql -v password="'a long one'" -f create.sql
-- Callward makes and migrates its own schema, callward, when it starts.
create role callward login password :password;
create database callward owner callward encoding 'UTF8' template template0;
