-- Events of three sites on a server each, seen from a fourth as one table; and all of them on one server.
\set rows 'select n, (array[''berlin'', ''paris'', ''rome''])[1 + n % 3] as site, (array[''deal_won'', ''deal_lost'', ''conversation'', ''no_answer''])[1 + n::bigint * 2654435761 / 65536 % 4] as kind, n * 31 % 900 as elapsed from generate_series(1, 30000) as n'
create extension kpi;
create extension postgres_fdw;
create table of_one as :rows;
create table events(n int, site text, kind text, elapsed bigint) partition by list (site);
\o /dev/null
select format('create server %1$s foreign data wrapper postgres_fdw options (host %3$L, port %2$L, dbname ''postgres'', extensions ''kpi'');
               create user mapping for owner server %1$s options (user ''owner'', password_required ''false'');
               create foreign table at_%1$s partition of events for values in (%1$L) server %1$s options (table_name ''events'')', site, port, :'folder')
from (values ('berlin', :'berlin'), ('paris', :'paris'), ('rome', :'rome')) as v(site, port) \gexec
\o
\set here :PORT
\connect - - - :berlin
create extension kpi;
create table events as select * from (:rows) as all_rows where site = 'berlin';
\connect - - - :paris
create extension kpi;
create table events as select * from (:rows) as all_rows where site = 'paris';
\connect - - - :rome
create extension kpi;
create table events as select * from (:rows) as all_rows where site = 'rome';
\connect - - - :here
set enable_partitionwise_aggregate = on;
-- Each server counts its own, and sends a state.
explain (verbose, costs off)
select kpi_merge(b) from (select kpi_board(kind, elapsed) as b from events group by site) as states;
select all_sites.b = one.b as as_one_server, (kpi_value(all_sites.b, 'win_rate')).*, (kpi_value(all_sites.b, 'talk_time')).value as talk_time
from (select kpi_merge(b) as b from (select kpi_board(kind, elapsed) as b from events group by site) as states) as all_sites,
     (select kpi_board(kind, elapsed) as b from of_one) as one;
select site, (kpi_value(kpi_board(kind, elapsed), 'win_rate')).* from events group by site order by site;
select kpi_count(kpi_merge(i)) = (select kpi_distinct(n) from of_one) as ids, kpi_merge(x) = (select kpi_numbers(elapsed) from of_one) as numbers
from (select kpi_ids(n) as i, kpi_numbers(elapsed) as x from events group by site) as states;
