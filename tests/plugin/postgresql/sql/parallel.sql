-- Workers count parts of a table, and the leader merges them: planned so, and with the same result.
set parallel_setup_cost = 0;
set parallel_tuple_cost = 0;
set min_parallel_table_scan_size = 0;
set parallel_leader_participation = off; -- every state goes from a worker to the leader
explain (costs off) select g, kpi_board(kind, elapsed), kpi_numbers(elapsed), kpi_ids(n) from e group by g;
explain (costs off) select kpi_merge(b) from days;
create table by_workers as
select g, kpi_board(kind, elapsed, value, null, null, null, channel) as b, kpi_numbers(elapsed) as x, kpi_ids(n) as n from e group by g;
create table merged_by_workers as select kpi_merge(b) as b, kpi_merge(x) as x, kpi_merge(n) as n from days;
set max_parallel_workers_per_gather = 0;
explain (costs off) select g, kpi_board(kind, elapsed), kpi_numbers(elapsed), kpi_ids(n) from e group by g;
create table by_one as
select g, kpi_board(kind, elapsed, value, null, null, null, channel) as b, kpi_numbers(elapsed) as x, kpi_ids(n) as n from e group by g;
select count(*) from by_one join by_workers using (g, b, x, n);
select kpi_merge(days.b) = w.b and kpi_merge(days.x) = w.x and kpi_merge(days.n) = w.n as same
from days, merged_by_workers as w group by w.b, w.x, w.n;

-- Parts of a partitioned table are counted apart and merged, with the same result.
create table parts(like e) partition by hash (n);
select format('create table part_%s partition of parts for values with (modulus 3, remainder %s)', i, i) from generate_series(0, 2) as i \gexec
insert into parts select * from e;
create table parts_of_days(like days) partition by hash (day);
select format('create table days_%s partition of parts_of_days for values with (modulus 3, remainder %s)', i, i) from generate_series(0, 2) as i \gexec
insert into parts_of_days select * from days;
analyze parts, parts_of_days;
set enable_partitionwise_aggregate = on;
explain (costs off) select g, kpi_board(kind, elapsed), kpi_numbers(elapsed), kpi_ids(n) from parts group by g;
explain (costs off) select kpi_merge(b), kpi_merge(x), kpi_merge(n) from parts_of_days;
select count(*) from by_one join
    (select g, kpi_board(kind, elapsed, value, null, null, null, channel) as b, kpi_numbers(elapsed) as x, kpi_ids(n) as n from parts group by g) as of_parts
    using (g, b, x, n);
select kpi_merge(p.b) = w.b and kpi_merge(p.x) = w.x and kpi_merge(p.n) = w.n as same
from parts_of_days as p, merged_by_workers as w group by w.b, w.x, w.n;
