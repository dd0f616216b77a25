-- The version before this one is updated where it is used: its states are read as they were.
drop extension kpi cascade;
create extension kpi version '1.0';
create table kept as select g, kpi_board(kind, elapsed) as b from e group by g;
create view rates as select g, (kpi_value(b, 'win_rate')).value from kept;
select extversion from pg_extension where extname = 'kpi';
select proname from pg_proc where proname in ('kpi_json', 'kpi_distinct');
create table before as select * from rates;
alter extension kpi update;
select extversion from pg_extension where extname = 'kpi';
select count(*) as same from before join rates using (g, value);
select count(*) as same from kept where b = (select kpi_board(kind, elapsed) from e where e.g = kept.g);
select kpi_distinct(g) from e;
-- All that the extension made goes with it.
drop extension kpi cascade;
select proname from pg_proc where proname like 'kpi%';
select typname from pg_type where typname like 'kpi%';
