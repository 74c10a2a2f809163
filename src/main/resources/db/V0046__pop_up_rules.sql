-- Which roles get which kind of pop-up. A kind without a row: the roles of the setting CALLWARD_POP_UP_ROLES.
create table pop_up_rule (
    kind        text primary key,           -- TICKET, CUSTOMER, UNKNOWN, WITHHELD
    roles       text not null               -- comma separated; empty: nobody
);
