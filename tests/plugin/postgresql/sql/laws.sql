-- States are stored in tables and added later; windows move along by taking events back.
create table days as
select day, kpi_board(kind, elapsed, value, null, null, null, channel) as b, kpi_ids(n) as n, kpi_numbers(elapsed) as x from e group by day;

-- Merged parts are the whole, in any order and by way of other parts.
select kpi_merge(b) = (select kpi_board(kind, elapsed, value, null, null, null, channel) from e) as boards,
       kpi_merge(x) = (select kpi_numbers(elapsed) from e) as numbers, kpi_merge(n) = (select kpi_ids(n) from e) as ids,
       kpi_count(kpi_merge(n)) = (select kpi_distinct(n) from e) as estimates
from days;
select kpi_merge(b order by day desc) = kpi_merge(b order by day) as ordered,
       (select kpi_merge(b) from (select kpi_merge(b) as b from days group by extract(week from day)) as weeks) = kpi_merge(b) as by_week
from days;
-- One snapshot merged is itself; nothing merged is null.
select bool_and(b = (select kpi_merge(one) from (values (b)) as v(one))) as itself from days;
select kpi_merge(b) is null as nothing from days where false;

-- Each window is a board of its rows: no other is told.
select n from (select n, kpi_board(kind, elapsed, value, null, null, null, channel)
                         over (order by n rows between 60 preceding and 3 following) as moved
               from e where n <= 700) as w
where n <= 690 and moved <> (select kpi_board(kind, elapsed, value, null, null, null, channel) from e where e.n between w.n - 60 and w.n + 3);
select n from (select n, kpi_numbers(elapsed) over (order by n rows between 60 preceding and current row) as moved from e where n <= 700) as w
where moved <> (select kpi_numbers(elapsed) from e where e.n between w.n - 60 and w.n);
-- Thirty days, of days that were stored: what cannot be taken off is added anew.
select count(*) as days, count(*) filter (where moved = (select kpi_merge(b) from days where day between m.day - 29 and m.day)) as right
from (select day, kpi_merge(b) over (order by day range between '29 days' preceding and current row) as moved from days) as m;
-- A dialer in C counts two metrics: its calls are added, and what it does not know is absent from then on.
\getenv snapshot KPI_SNAPSHOT
select (kpi_value(two, 'calls')).numerator - (kpi_value(b, 'calls')).numerator as calls_of_the_dialer,
       (kpi_value(two, 'talk_time')).value is null as talk_time_is_absent, (kpi_value(b, 'talk_time')).value is null as it_was
from (select b, (select kpi_merge(one) from (values (b), (:'snapshot'::bytea)) as v(one)) as two from days where day = '2026-01-07') as x;
select (kpi_value(:'snapshot', 'conversation_rate')).*;
