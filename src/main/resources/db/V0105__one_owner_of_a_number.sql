-- A telephone number belongs to one customer. Of two who had the same, the older one was found by it: it stays his.
delete from customer_number later using customer_number older where older.number = later.number and older.customer_id < later.customer_id;
drop index customer_number_number;
create unique index customer_number_number on customer_number (number);
