-- Figures of events are what SQL counts itself.
create extension kpi;
create table e as
select n, n % 5 as g, day, kind, elapsed, value, channel
from generate_series(1, 20000) as n,
     lateral (select date '2026-01-01' + n % 40 as day,
                     (array['deal_won', 'deal_lost', 'conversation', 'voicemail', 'email_sent', 'reply_positive', 'reply_negative',
                            'no_answer', null])[1 + n::bigint * 2654435761 / 65536 % 9] as kind,
                     nullif(n::bigint * 40503 / 32 % 700, 3) as elapsed, nullif(n::bigint * 7919 % 1000, 5) as value,
                     (array['email', 'phone'])[1 + n % 3] as channel) as made_up;
analyze e;
create view boards as select g, kpi_board(kind, elapsed, value, null, null, null, channel) as b from e group by g;

-- No group may be told otherwise: none is.
select g, won, settled, w, talk, calls, t, replies, mails, r, revenue, v, size, s
from boards
join (select g, count(*) filter (where kind = 'deal_won') as won, count(*) filter (where kind in ('deal_won', 'deal_lost')) as settled,
             sum(elapsed) filter (where kind in ('conversation', 'voicemail')) as talk,
             count(elapsed) filter (where kind in ('conversation', 'voicemail')) as calls,
             count(*) filter (where kind in ('reply_positive', 'reply_negative') and channel = 'email') as replies,
             count(*) filter (where kind = 'email_sent') as mails,
             sum(value) filter (where kind = 'deal_won') as revenue, avg(value) filter (where kind = 'deal_won') as size
      from e group by g) as counted using (g),
     kpi_value(b, 'win_rate') as w, kpi_value(b, 'talk_time') as t, kpi_value(b, 'reply_rate') as r, kpi_value(b, 'revenue_won') as v,
     kpi_value(b, 'average_deal_size') as s
where (w.numerator, w.denominator, t.numerator, t.denominator, r.numerator, r.denominator, v.numerator)
      is distinct from (won, settled, talk, calls, replies, mails, revenue)
   or abs(s.value - size) > 1e-9 or w.value <> won::float8 / settled or w.low >= w.value or w.high <= w.value or r.low is not null;

select g, (kpi_value(b, 'win_rate')).* from boards order by g;
select (kpi_value(b, 'dials_per_hour', 7200)).numerator, (kpi_value(b, 'dials_per_hour', 7200)).denominator from boards where g = 1;
-- Nothing counted yet is null, as is the figure of no state.
select kpi_value(kpi_board(kind), 'win_rate'), kpi_value(null, 'win_rate') from e where false;
-- A kind that is null is no event.
select kpi_board(kind) = (select kpi_board(kind) from e where kind is not null) as same from e;
-- Leaving arguments out is telling nothing.
select kpi_board(kind) = kpi_board(kind, null) and kpi_board(kind, elapsed) = kpi_board(kind, elapsed, null) as same from e;

-- A quantile is within 1/128 of the ranked row; few different ids are counted, many estimated.
select abs(kpi_quantile(kpi_numbers(elapsed), 95, 100) - percentile_disc(0.95) within group (order by elapsed))
       <= percentile_disc(0.95) within group (order by elapsed) / 128 as near from e;
select kpi_distinct(elapsed) = count(distinct elapsed) as counted, abs(kpi_distinct('p' || n) - 20000) < 1000 as near from e;
select figure ->> 'numerator' as won from boards, json_array_elements(kpi_json(b) -> 'boards' -> 0 -> 'figures') as figure
where g = 1 and figure ->> 'figure' = 'deals_won';
