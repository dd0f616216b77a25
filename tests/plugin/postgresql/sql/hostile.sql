-- Damaged and forged states are refused, or are states; the server that was asked is still there.
create table whole as
select kpi_board(kind, elapsed, value) as b from e union all select kpi_numbers(elapsed) from e
union all select kpi_ids(n) from e where n < 500 union all select kpi_ids(n) from e
union all select kpi_merge(b) from (select kpi_board('call') as b union all select '\x896b70690133000000a66036e2c088778409fc3fa5d1d0c9486c9070cd6334582eca3c8a332facc5dc4df08646d2804a7e2438ecbc0103000401000145a7495c') as two;

create function crc32c(b bytea) returns bigint language plpgsql immutable as $$
declare
    crc bigint := 4294967295;
    tables bigint[] := array(select (with recursive r(i, c) as (select 0, n union all
        select i + 1, case when c & 1 = 1 then (c >> 1) # 2197175160 else c >> 1 end from r where i < 8) select c from r where i = 8)
        from generate_series(0::bigint, 255) as n order by n);
begin
    for i in 0 .. length(b) - 1 loop
        crc := (crc >> 8) # tables[1 + ((crc # get_byte(b, i)) & 255)];
    end loop;
    return crc # 4294967295;
end $$;
-- With a checksum and a length that fit, as of someone who means harm.
create function forged(b bytea) returns bytea language plpgsql as $$
declare body bytea := substr(b, 1, length(b) - 4); crc bigint;
begin
    for i in 0 .. 3 loop
        body := set_byte(body, 5 + i, (length(body) - 9) >> 8 * i & 255);
    end loop;
    crc := crc32c(body);
    for i in 0 .. 3 loop
        body := body || set_byte('\x00'::bytea, 0, (crc >> 8 * i & 255)::int);
    end loop;
    return body;
end $$;
select bool_and(forged(b) = b) as forgery_is_perfect from whole;

create function tried(b bytea) returns text language plpgsql as $$
declare answers text := '';
begin
    begin perform kpi_value(b, 'win_rate'), kpi_json(b); answers := answers || 'B'; exception when invalid_binary_representation then answers := answers || '-'; end;
    begin perform kpi_count(b); answers := answers || 'I'; exception when invalid_binary_representation then answers := answers || '-'; end;
    begin perform kpi_quantile(b, 95, 100); answers := answers || 'N'; exception when invalid_binary_representation then answers := answers || '-'; end;
    begin perform kpi_merge(x) from (values (b), (b)) as v(x); answers := answers || 'M'; exception when invalid_binary_representation then answers := answers || '-'; end;
    return answers;
end $$;
select tried(b) from whole order by 1;

select setseed(0.5);
select pg_backend_pid() as before \gset
create function some_byte(b bytea) returns int language sql as $$ select (random() * (length(b) - 1))::int $$;
select count(*) filter (where answers <> '----') as taken
from whole, generate_series(1, 200), lateral (select set_byte(b, some_byte(b), (random() * 255)::int) as damaged) as d,
     lateral tried(damaged) as answers where damaged <> b;
select count(*) filter (where answers <> '----') as taken from whole, generate_series(1, 60),
     lateral tried(substr(b, 1, some_byte(b))) as answers;
select count(*) > 400 as forged, count(*) filter (where answers <> '----') > 20 as some_are_states
from whole, generate_series(1, 120),
     lateral forged(set_byte(set_byte(b, 9 + some_byte(substr(b, 10)), (random() * 255)::int), 9 + some_byte(substr(b, 10)), (random() * 255)::int)) as f,
     lateral tried(f) as answers;
select pg_backend_pid() = :before as same_server;
