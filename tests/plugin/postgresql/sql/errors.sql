-- Each mistake has a SQLSTATE and a sentence.
create function fails(statement text) returns text language plpgsql as $$
begin
    execute statement;
    return 'ANSWERED: ' || statement;
exception when others then
    return sqlstate || ': ' || sqlerrm;
end $$;
select fails(statement) from (values
    ($$ select kpi_board('deal_own') $$),
    ($$ select kpi_board('call', -1) $$),
    ($$ select kpi_board('deal_won', 1, 4294967295) $$),
    ($$ select kpi_board('call', 1, 1, 1, 1, 1, 'pigeon') $$),
    ($$ select kpi_value(kpi_board('call'), 'wins') $$),
    ($$ select kpi_value(kpi_board('call'), 'dials_per_hour') $$),
    ($$ select kpi_value(kpi_board('call'), 'win_rate', 1) $$),
    ($$ select kpi_value(kpi_board('call'), 'dials_per_hour', -1) $$),
    ($$ select kpi_value('', 'win_rate') $$),
    ($$ select kpi_value('win', 'win_rate') $$),
    ($$ select kpi_value(substr(kpi_board('call'), 1, 40), 'win_rate') $$),
    ($$ select kpi_value(kpi_board('call') || '\x00', 'win_rate') $$),
    ($$ select kpi_value(set_byte(b, 100, 1 + get_byte(b, 100)), 'calls') from (select kpi_board('call') as b) as x $$),
    ($$ select kpi_value(set_byte(b, 4, 7), 'calls') from (select kpi_board('call') as b) as x $$),
    ($$ select kpi_value(kpi_ids(1), 'win_rate') $$),
    ($$ select kpi_json(kpi_numbers(1)) $$),
    ($$ select kpi_count(kpi_board('call')) $$),
    ($$ select kpi_quantile(kpi_ids(1), 1, 2) $$),
    ($$ select kpi_quantile(kpi_numbers(1), 3, 2) $$),
    ($$ select kpi_numbers(-1) $$),
    ($$ select kpi_merge('\x01') $$),
    ($$ select kpi_merge(b) from (select kpi_ids(1) as b union all select kpi_board('call')) as x $$),
    ($$ select kpi_board_final(null::internal) $$),
    ($$ select kpi_merge_step(null::internal, kpi_board('call')) $$),
    ($$ select kpi_ids_count(null::internal) $$)) as v(statement);
