-- SPDX-License-Identifier: MIT
\echo Use "alter extension kpi update to '1.1'" to load this file. \quit

-- Every figure of a board.
create function kpi_json(state bytea) returns json as 'MODULE_PATHNAME' language c immutable strict parallel safe;

-- ---- different ids

create function kpi_ids_step(internal, bigint) returns internal as 'MODULE_PATHNAME', 'kpi_ids_step_number' language c immutable parallel safe;
create function kpi_ids_step(internal, text) returns internal as 'MODULE_PATHNAME', 'kpi_ids_step_text' language c immutable parallel safe;
create function kpi_ids_count(internal) returns bigint as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_ids_final(internal) returns bytea as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_ids_combine(internal, internal) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_ids_serialize(internal) returns bytea as 'MODULE_PATHNAME' language c immutable strict parallel safe;
create function kpi_ids_deserialize(bytea, internal) returns internal as 'MODULE_PATHNAME' language c immutable strict parallel safe;
create aggregate kpi_distinct(id bigint) (
    sfunc = kpi_ids_step, stype = internal, sspace = 8208, finalfunc = kpi_ids_count, combinefunc = kpi_ids_combine,
    serialfunc = kpi_ids_serialize, deserialfunc = kpi_ids_deserialize, parallel = safe);
create aggregate kpi_distinct(id text) (
    sfunc = kpi_ids_step, stype = internal, sspace = 8208, finalfunc = kpi_ids_count, combinefunc = kpi_ids_combine,
    serialfunc = kpi_ids_serialize, deserialfunc = kpi_ids_deserialize, parallel = safe);
create aggregate kpi_ids(id bigint) (
    sfunc = kpi_ids_step, stype = internal, sspace = 8208, finalfunc = kpi_ids_final, combinefunc = kpi_ids_combine,
    serialfunc = kpi_ids_serialize, deserialfunc = kpi_ids_deserialize, parallel = safe);
create aggregate kpi_ids(id text) (
    sfunc = kpi_ids_step, stype = internal, sspace = 8208, finalfunc = kpi_ids_final, combinefunc = kpi_ids_combine,
    serialfunc = kpi_ids_serialize, deserialfunc = kpi_ids_deserialize, parallel = safe);
create function kpi_count(ids bytea) returns bigint as 'MODULE_PATHNAME' language c immutable strict parallel safe;

-- ---- distributions of whole numbers

create function kpi_numbers_step(internal, bigint) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_numbers_unstep(internal, bigint) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_numbers_final(internal) returns bytea as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_numbers_combine(internal, internal) returns internal as 'MODULE_PATHNAME' language c immutable parallel safe;
create function kpi_numbers_serialize(internal) returns bytea as 'MODULE_PATHNAME' language c immutable strict parallel safe;
create function kpi_numbers_deserialize(bytea, internal) returns internal as 'MODULE_PATHNAME' language c immutable strict parallel safe;
create aggregate kpi_numbers(x bigint) (
    sfunc = kpi_numbers_step, stype = internal, sspace = 6920, finalfunc = kpi_numbers_final, combinefunc = kpi_numbers_combine,
    serialfunc = kpi_numbers_serialize, deserialfunc = kpi_numbers_deserialize, parallel = safe,
    msfunc = kpi_numbers_step, minvfunc = kpi_numbers_unstep, mstype = internal, msspace = 6920, mfinalfunc = kpi_numbers_final);
-- kpi_quantile(kpi_numbers(x), 95, 100) is the 95th percentile.
create function kpi_quantile(numbers bytea, part bigint, whole bigint) returns double precision
    as 'MODULE_PATHNAME' language c immutable strict parallel safe;
