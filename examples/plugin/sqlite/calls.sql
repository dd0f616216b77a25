-- A team's events, made up: 20,000 rows of four reps in ten weeks.
create table events(at date, rep text, kind text, seconds integer, cents integer);
insert into events
select date('2026-01-05', '+' || (n / 286) || ' days'), substr('AnaBenCleDev', 1 + 3 * (n * 2654435761 / 65536 % 4), 3),
       case n * 40503 / 64 % 16 when 0 then 'deal_won' when 1 then 'deal_lost' when 2 then 'deal_lost' when 3 then 'meeting_held'
                          when 4 then 'voicemail' when 5 then 'voicemail' when 6 then 'conversation'
                          when 7 then 'conversation' when 8 then 'abandoned' else 'no_answer' end,
       n * 31 % 600, n * 977 % 500000
from (with recursive i(n) as (select 1 union all select n + 1 from i where n < 20000) select n from i);

.print -- each rep: exact counts, the share, and where it truly lies
.mode column
select rep, kpi_numerator(b, 'win_rate') as won, kpi_denominator(b, 'win_rate') as settled,
       round(kpi_value(b, 'win_rate'), 3) as win_rate, round(kpi_low(b, 'win_rate'), 3) as low,
       round(kpi_high(b, 'win_rate'), 3) as high, round(kpi_value(b, 'talk_time'), 1) as talk_time
from (select rep, kpi_board(kind, seconds, cents) as b from events group by rep);

.print
.print -- states are stored, a row for each day, and added when asked: a month, or all
create table days as select at, kpi_board(kind, seconds, cents) as b from events group by at;
select strftime('%Y-%m', at) as month, count(*) as days, kpi_numerator(kpi_merge(b), 'calls') as calls,
       round(kpi_value(kpi_merge(b), 'abandon_rate'), 4) as abandon_rate,
       round(kpi_value(kpi_merge(b), 'average_deal_size') / 100) as deal_size
from days group by month;

.print
.print -- the last 30 days of each day, moved along by taking events back
select date(day) as day, round(kpi_value(last_30_days, 'abandon_rate'), 4) as abandon_rate,
       kpi_low(last_30_days, 'abandon_rate') > 0.03 as too_many
from (select day, max(last_30_days) as last_30_days
      from (select julianday(at) as day, kpi_board(kind) over days as last_30_days from events
            window days as (order by julianday(at) range between 29 preceding and current row))
      group by day)
where day % 20 = 0;

.print
.print -- distributions and different ones
select kpi_quantile(seconds, 1, 2) as median, kpi_quantile(seconds, 9, 10) as p90, kpi_distinct(rep) as reps from events;

.print
.print -- every figure of a board
select f.value ->> 'metric' as metric, f.value ->> 'value' as value, f.value ->> 'unit' as unit
from json_each(kpi_json((select kpi_merge(b) from days)), '$.boards[0].figures') as f
where f.value ->> 'metric' in ('conversation_rate', 'dials_per_conversation', 'revenue_won');
