-- A team's events, made up: 20,000 rows of four reps in ten weeks.
create extension kpi;
create table events as
select date '2026-01-05' + n / 286 as day, (array['Ana', 'Ben', 'Cle', 'Dev'])[1 + n::bigint * 2654435761 / 65536 % 4] as rep,
       (array['deal_won', 'deal_lost', 'deal_lost', 'meeting_held', 'voicemail', 'voicemail', 'conversation', 'conversation',
              'abandoned', 'no_answer', 'no_answer', 'no_answer', 'no_answer', 'no_answer', 'no_answer', 'no_answer']
       )[1 + n::bigint * 40503 / 64 % 16] as kind,
       n * 31 % 600 as seconds, n * 977 % 500000 as cents
from generate_series(1, 20000) as n;

\echo -- each rep: exact counts, the share, and where it truly lies
select rep, won.numerator as won, won.denominator as settled, round(won.value::numeric, 3) as win_rate,
       round(won.low::numeric, 3) as low, round(won.high::numeric, 3) as high, round(talk.value::numeric, 1) as talk_time
from (select rep, kpi_board(kind, seconds, cents) as b from events group by rep) as boards,
     kpi_value(b, 'win_rate') as won, kpi_value(b, 'talk_time') as talk
order by rep;

\echo -- states are stored, a row for each day, and added when asked: a month, or all
create table days as
select day, kpi_board(kind, seconds, cents) as b, kpi_numbers(seconds) as seconds, kpi_ids(rep) as reps from events group by day;
select to_char(day, 'YYYY-MM') as month, count(*) as days, (kpi_value(kpi_merge(b), 'calls')).numerator as calls,
       round((kpi_value(kpi_merge(b), 'abandon_rate')).value::numeric, 4) as abandon_rate,
       kpi_quantile(kpi_merge(seconds), 9, 10) as p90_seconds, kpi_count(kpi_merge(reps)) as reps
from days group by month order by month;

\echo -- the last 30 days of each day, moved along by taking events back
select distinct on (day) day, round(rate.value::numeric, 4) as abandon_rate, rate.low > 0.03 as too_many
from (select day, kpi_board(kind) over (order by day range between '29 days' preceding and current row) as b from events) as moved,
     kpi_value(b, 'abandon_rate') as rate
where extract(day from day) = 10
order by day;
