-- An extension raises how many answers each task of a batch wants, beyond what an order may ask.
alter table batch drop constraint batch_wanted_each_check;
alter table batch add constraint batch_wanted_each_check check (wanted_each > 0);
