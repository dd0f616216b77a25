-- SPDX-License-Identifier: MIT
\echo Use "create extension kpi" to load this file. \quit

-- A figure: exactly numerator / denominator, and from where to where the true value lies with 95 % confidence.
create type kpi_figure as (numerator bigint, denominator bigint, value double precision, low double precision, high double precision);

-- ---- a board of events

create function kpi_board_final(internal) returns bytea as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_board_combine(internal, internal) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_board_serialize(internal) returns bytea as 'MODULE_PATHNAME' language c immutable strict parallel safe;
create function kpi_board_deserialize(bytea, internal) returns internal as 'MODULE_PATHNAME' language c immutable strict parallel safe;

create function kpi_board_step(internal, text) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_board_unstep(internal, text) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create aggregate kpi_board(kind text) (
    sfunc = kpi_board_step, stype = internal, sspace = 728, finalfunc = kpi_board_final, combinefunc = kpi_board_combine,
    serialfunc = kpi_board_serialize, deserialfunc = kpi_board_deserialize, parallel = safe,
    msfunc = kpi_board_step, minvfunc = kpi_board_unstep, mstype = internal, msspace = 728, mfinalfunc = kpi_board_final);

create function kpi_board_step(internal, text, bigint) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_board_unstep(internal, text, bigint) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create aggregate kpi_board(kind text, elapsed bigint) (
    sfunc = kpi_board_step, stype = internal, sspace = 728, finalfunc = kpi_board_final, combinefunc = kpi_board_combine,
    serialfunc = kpi_board_serialize, deserialfunc = kpi_board_deserialize, parallel = safe,
    msfunc = kpi_board_step, minvfunc = kpi_board_unstep, mstype = internal, msspace = 728, mfinalfunc = kpi_board_final);

create function kpi_board_step(internal, text, bigint, bigint) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_board_unstep(internal, text, bigint, bigint) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create aggregate kpi_board(kind text, elapsed bigint, value bigint) (
    sfunc = kpi_board_step, stype = internal, sspace = 728, finalfunc = kpi_board_final, combinefunc = kpi_board_combine,
    serialfunc = kpi_board_serialize, deserialfunc = kpi_board_deserialize, parallel = safe,
    msfunc = kpi_board_step, minvfunc = kpi_board_unstep, mstype = internal, msspace = 728, mfinalfunc = kpi_board_final);

create function kpi_board_step(internal, text, bigint, bigint, bigint, bigint, bigint, text) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_board_unstep(internal, text, bigint, bigint, bigint, bigint, bigint, text) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create aggregate kpi_board(kind text, elapsed bigint, value bigint, units bigint, touches bigint, score bigint, channel text) (
    sfunc = kpi_board_step, stype = internal, sspace = 728, finalfunc = kpi_board_final, combinefunc = kpi_board_combine,
    serialfunc = kpi_board_serialize, deserialfunc = kpi_board_deserialize, parallel = safe,
    msfunc = kpi_board_step, minvfunc = kpi_board_unstep, mstype = internal, msspace = 728, mfinalfunc = kpi_board_final);

-- ---- the sum of states, of whatever sort

create function kpi_merge_step(internal, bytea) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_merge_final(internal) returns bytea as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_merge_combine(internal, internal) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_merge_serialize(internal) returns bytea as 'MODULE_PATHNAME' language c immutable strict parallel safe;
create function kpi_merge_deserialize(bytea, internal) returns internal as 'MODULE_PATHNAME' language c immutable strict parallel safe;
create aggregate kpi_merge(state bytea) (
    sfunc = kpi_merge_step, stype = internal, sspace = 1000, finalfunc = kpi_merge_final, combinefunc = kpi_merge_combine,
    serialfunc = kpi_merge_serialize, deserialfunc = kpi_merge_deserialize, parallel = safe);

-- ---- what is read; the third argument of kpi_value is a figure that no event carries, as the seconds logged in

create function kpi_value(state bytea, metric text) returns kpi_figure as 'MODULE_PATHNAME' language c immutable strict parallel safe;
create function kpi_value(state bytea, metric text, given bigint) returns kpi_figure as 'MODULE_PATHNAME' language c immutable strict parallel safe;
