-- What the functions promise, beside what SQL itself computes: each line says whether a law holds.
create table e(n integer primary key, g int, kind text, elapsed int, value int, channel text);
insert into e
select n, n % 5, case n * 2654435761 / 65536 % 9 when 0 then 'deal_won' when 1 then 'deal_lost' when 2 then 'conversation'
                 when 3 then 'voicemail' when 4 then 'email_sent' when 5 then 'reply_positive' when 6 then 'reply_negative'
                 when 7 then 'no_answer' end,
       nullif(n * 40503 / 32 % 700, 3), nullif(n * 7919 % 1000, 5), case n % 3 when 0 then 'email' when 1 then 'phone' end
from (with recursive i(n) as (select 1 union all select n + 1 from i where n < 5000) select n from i);
create table b as select g, kpi_board(kind, elapsed, value, null, null, null, channel) as b from e group by g;

create table law(name text, holds int);
insert into law
select 'shares are what sums of rows are', min(won = kpi_numerator(b, 'win_rate') and settled = kpi_denominator(b, 'win_rate')
       and kpi_value(b, 'win_rate') = 1.0 * won / settled and kpi_low(b, 'win_rate') < 1.0 * won / settled
       and kpi_high(b, 'win_rate') > 1.0 * won / settled and replies = kpi_numerator(b, 'reply_rate')
       and mails = kpi_denominator(b, 'reply_rate'))
from b join (select g, sum(kind = 'deal_won') as won, sum(kind in ('deal_won', 'deal_lost')) as settled,
             sum(kind in ('reply_positive', 'reply_negative') and channel = 'email') as replies, sum(kind = 'email_sent') as mails
             from e group by g) using (g);
insert into law
select 'means and sums are those of the rows that tell something',
       min(talk = kpi_numerator(b, 'talk_time') and calls = kpi_denominator(b, 'talk_time')
           and revenue = kpi_numerator(b, 'revenue_won') and abs(size - kpi_value(b, 'average_deal_size')) < 1e-9)
from b join (select g, sum(elapsed) filter (where kind in ('conversation', 'voicemail')) as talk,
             count(elapsed) filter (where kind in ('conversation', 'voicemail')) as calls,
             sum(value) filter (where kind = 'deal_won') as revenue, avg(value) filter (where kind = 'deal_won') as size
             from e group by g) using (g);
insert into law
select 'merged groups are the whole, in any order',
       (select kpi_board(kind, elapsed, value, null, null, null, channel) from e)
       = all_of_them and all_of_them = (select kpi_merge(b) from (select b from b order by g desc))
from (select kpi_merge(b) as all_of_them from b);
insert into law select 'one snapshot merged is itself', min(b = (select kpi_merge(x.b) from (select b.b as b) as x)) from b;
insert into law select 'nothing merged is null', (select kpi_merge(b) from b where g > 9) is null;
insert into law
select 'a share without a whole is null', kpi_value(empty, 'win_rate') is null and kpi_numerator(empty, 'win_rate') is null
       and kpi_low(empty, 'win_rate') is null and kpi_value(null, 'win_rate') is null
from (select kpi_board(kind) as empty from e where false);
insert into law
select 'a moving window is a board of its rows', min(moved = (select kpi_board(kind, elapsed, value, null, null, null, channel)
                                                              from e where n between w.n - 60 and w.n + 3))
from (select n, kpi_board(kind, elapsed, value, null, null, null, channel)
             over (order by n rows between 60 preceding and 3 following) as moved from e where n < 1000) as w
where n < 997;
insert into law
select 'a moving quantile is that of its rows', min(moved = (select kpi_quantile(elapsed, 3, 4) from e where n between w.n - 60 and w.n))
from (select n, kpi_quantile(elapsed, 3, 4) over (order by n rows between 60 preceding and current row) as moved from e where n < 1000) as w;
insert into law
select 'a quantile is within 1/128 of the ranked row', abs(kpi_quantile(elapsed, 95, 100) - exact) <= exact / 128.0
from e, (select elapsed as exact from e where elapsed is not null order by elapsed
         limit 1 offset (select (count(elapsed) * 95 + 99) / 100 - 1 from e));
insert into law select 'quantiles of merged parts are those of the whole',
       kpi_value(kpi_merge(n), 95, 100) = (select kpi_quantile(elapsed, 95, 100) from e)
from (select kpi_numbers(elapsed) as n from e group by g);
insert into law select 'few different ones are counted', kpi_distinct(elapsed) = count(distinct elapsed) from e;
insert into law select 'many are estimated within 5 %, and merged parts are the whole',
       abs(kpi_value(kpi_merge(n)) - 5000) < 250 and kpi_value(kpi_merge(n)) = (select kpi_distinct('p' || n) from e)
from (select kpi_ids('p' || n) as n from e group by g);
insert into law select 'figures that no event carries are given', kpi_value(kpi_merge(b), 'dials_per_hour', 7200) * 7200 = count
from b, (select count(*) as count from e where kind in ('conversation', 'voicemail', 'no_answer')) ;
insert into law select 'kinds are names or numbers', kpi_board('deal_won') = kpi_board(34) from (select 1);
insert into law
select 'a snapshot of few metrics is added, and those that it does not feed are absent',
       kpi_numerator(s, 'calls') = kpi_numerator(x.b, 'calls') + 4 and kpi_value(s, 'talk_time') is null
       and kpi_numerator(kpi_merge_of_all, 'calls') = kpi_numerator(s, 'calls')
from (select b.b as b from b where g = 1) as x,
     (select kpi_merge(b) as s from (select b.b from b where g = 1 union all select snapshot from dialer)),
     (select kpi_merge(b) as kpi_merge_of_all from (select kpi_merge(b) as b from (select b.b from b where g = 1 union all select snapshot from dialer)));
insert into law select 'the document of figures is JSON that has them', max(f.value ->> 'numerator') = won
from (select kpi_merge(b) as b from b), json_each(kpi_json(b), '$.boards[0].figures') as f,
     (select count(*) as won from e where kind = 'deal_won')
where f.value ->> 'figure' = 'deals_won';
select case when holds then 'holds: ' else 'BROKEN: ' end || name from law;
