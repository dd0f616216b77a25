-- Boards, distributions and different ids beside what PostgreSQL has built in, over four million rows of 500 reps.
create extension kpi;
create table events as
select n % 500 as rep, (array['deal_won', 'deal_lost', 'conversation', 'voicemail', 'email_sent', 'reply_positive', 'no_answer',
                              'no_answer'])[1 + n::bigint * 40503 / 64 % 8] as kind, n::bigint * 31 % 900 as seconds
from generate_series(1, 4000000) as n;
analyze events;
\o /dev/null
\timing on
\echo three built-in aggregates: won, settled, mean talk time
select rep, count(*) filter (where kind = 'deal_won'), count(*) filter (where kind in ('deal_won', 'deal_lost')),
       avg(seconds) filter (where kind in ('conversation', 'voicemail')) from events group by rep;
\echo kpi_board: these, and all other metrics of acts
select rep, kpi_board(kind, seconds) from events group by rep;
\echo percentile_cont
select percentile_cont(0.95) within group (order by seconds) from events;
\echo kpi_quantile
select kpi_quantile(kpi_numbers(seconds), 95, 100) from events;
\echo count(distinct)
select count(distinct seconds) from events;
\echo kpi_distinct
select kpi_distinct(seconds) from events;
