// SPDX-License-Identifier: MIT
// The functions of the extension of PostgreSQL: kpi--*.sql says how they make aggregates. An error leaves a
// function by a jump, past destructors, so nothing here has one.

#include "../sql/states.hpp"
#include <kpi/export/json.hpp>

#include <new>

extern "C" {
// clang-format off
#include <postgres.h> // comes first
#include <fmgr.h>
#include <funcapi.h>
#include <utils/builtins.h>
// clang-format on

PG_MODULE_MAGIC;
}

namespace {

using namespace plugin::sql;
using plugin::figure;

/// Reports what was wrong, with its SQLSTATE.
[[noreturn]] void refuse(status s) noexcept {
    ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION), errmsg("%s", sentence(s))));
}

std::string_view text_of(FunctionCallInfo fcinfo, int i) noexcept {
    const text *const t = PG_GETARG_TEXT_PP(i);
    return {VARDATA_ANY(t), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(t))};
}
std::span<const std::byte> bytes_of(FunctionCallInfo fcinfo, int i) noexcept {
    const bytea *const b = PG_GETARG_BYTEA_PP(i);
    return {static_cast<const std::byte *>(static_cast<const void *>(VARDATA_ANY(b))),
            static_cast<std::size_t>(VARSIZE_ANY_EXHDR(b))};
}
/// A whole number from 0 to the greatest that can be counted.
std::uint32_t number_of(FunctionCallInfo fcinfo, int i, const char *name) noexcept {
    const int64 n = PG_GETARG_INT64(i);
    if (n < 0 || n > 0xfffffffe)
        ereport(ERROR, (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
                        errmsg("%s is a whole number from 0 to 4294967294", name)));
    return static_cast<std::uint32_t>(n);
}
template <class Enum> Enum enumerator_of(FunctionCallInfo fcinfo, int i, const char *what) noexcept {
    const std::string_view name = text_of(fcinfo, i);
    const auto found = kpi::enumerator<Enum>(name);
    if (!found)
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                 errmsg("no %s is called \"%.*s\"", what, static_cast<int>(name.size()), name.data())));
    return *found;
}

// ---- states of aggregates

MemoryContext of_aggregate(FunctionCallInfo fcinfo) noexcept {
    MemoryContext context = nullptr;
    if (AggCheckCallContext(fcinfo, &context) == 0)
        ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("this function is part of an aggregate")));
    return context;
}
template <class State, class... Filled>
State *make_state(FunctionCallInfo fcinfo, const Filled &...filled) noexcept {
    return new (MemoryContextAlloc(of_aggregate(fcinfo), sizeof(State))) State{filled...};
}
/// The state of an argument; null if no row has been counted yet.
template <class State> State *state_in(FunctionCallInfo fcinfo, int i) noexcept {
    return PG_ARGISNULL(i) ? nullptr : static_cast<State *>(static_cast<void *>(PG_GETARG_POINTER(i)));
}
template <class State> State *state_or_new(FunctionCallInfo fcinfo) noexcept {
    static_cast<void>(of_aggregate(fcinfo)); // otherwise anybody could call it with a pointer
    State *const state = state_in<State>(fcinfo, 0);
    return state != nullptr ? state : make_state<State>(fcinfo);
}
Datum pointer(const void *state) noexcept { return PointerGetDatum(state); }

bytea *new_bytes(std::span<const std::byte> from) noexcept {
    auto *const b = static_cast<bytea *>(palloc(VARHDRSZ + from.size()));
    SET_VARSIZE(b, VARHDRSZ + from.size());
    memcpy(VARDATA(b), from.data(), from.size());
    return b;
}
template <class State> bytea *snapshot_of(const State &state) noexcept {
    std::byte bytes[room<State>];
    return new_bytes(encode(state, std::span<std::byte, room<State>>{bytes}));
}

template <class State> Datum finish(FunctionCallInfo fcinfo) noexcept {
    static const State empty{};
    static_cast<void>(of_aggregate(fcinfo));
    const State *const state = state_in<State>(fcinfo, 0);
    PG_RETURN_BYTEA_P(snapshot_of(state != nullptr ? *state : empty));
}
template <class State> Datum combine(FunctionCallInfo fcinfo) noexcept {
    State *const into = state_in<State>(fcinfo, 0);
    const State *const from = state_in<State>(fcinfo, 1);
    static_cast<void>(of_aggregate(fcinfo));
    if (into == nullptr && from == nullptr) PG_RETURN_NULL();
    if (into == nullptr) return pointer(make_state<State>(fcinfo, *from));
    if (from != nullptr) *into += *from;
    return pointer(into);
}
template <class State> Datum serialize(FunctionCallInfo fcinfo) noexcept { return finish<State>(fcinfo); }
template <class State> Datum deserialize(FunctionCallInfo fcinfo) noexcept {
    State *const state = make_state<State>(fcinfo);
    if (const status s = decode(bytes_of(fcinfo, 0), *state); s != status::ok) refuse(s);
    return pointer(state);
}

// ---- what a row says

touch event_of(FunctionCallInfo fcinfo) noexcept {
    touch e{.kind = enumerator_of<activity>(fcinfo, 1, "kind")};
    const auto number = [&](int i, const char *name, kpi::maybe<std::uint32_t> &into) {
        if (i < PG_NARGS() && !PG_ARGISNULL(i)) into = number_of(fcinfo, i, name);
    };
    number(2, "elapsed", e.elapsed), number(3, "value", e.value), number(4, "units", e.units);
    number(5, "touches", e.touches), number(6, "score", e.score);
    if (PG_NARGS() > 7 && !PG_ARGISNULL(7))
        e.channel = enumerator_of<kpi::sales::medium>(fcinfo, 7, "channel");
    return e;
}
std::uint32_t number_in_row(FunctionCallInfo fcinfo) noexcept {
    return number_of(fcinfo, 1, "what is distributed");
}
std::uint64_t number_as_id(FunctionCallInfo fcinfo) noexcept {
    return static_cast<std::uint64_t>(PG_GETARG_INT64(1));
}
std::uint64_t text_as_id(FunctionCallInfo fcinfo) noexcept { return id_of(text_of(fcinfo, 1)); }

/// A row joins. A row whose first argument is null counts nowhere.
template <class State, auto Row> Datum step(FunctionCallInfo fcinfo) noexcept {
    State *const state = state_or_new<State>(fcinfo);
    if (!PG_ARGISNULL(1)) state->record(Row(fcinfo));
    return pointer(state);
}
/// A row leaves the window. Null if it cannot, because a counter is full: PostgreSQL then counts anew.
template <class State, auto Row> Datum unstep(FunctionCallInfo fcinfo) noexcept {
    State *const state = state_or_new<State>(fcinfo);
    if (!PG_ARGISNULL(1) && !state->retract(Row(fcinfo))) PG_RETURN_NULL();
    return pointer(state);
}

// ---- states are added

/// The sum of snapshots, as large as the first one requires. They all begin alike.
template <class State> struct sum {
    holds which;
    State state;
};
holds which_of(const void *any) noexcept { return static_cast<const sum<boards> *>(any)->which; }

[[noreturn]] void refuse_mixture() noexcept {
    ereport(ERROR, (errcode(ERRCODE_DATATYPE_MISMATCH),
                    errmsg("boards, ids and numbers cannot be added to each other")));
}
template <class State>
sum<State> *new_sum(FunctionCallInfo fcinfo, holds which, const State &state) noexcept {
    return new (MemoryContextAlloc(of_aggregate(fcinfo), sizeof(sum<State>))) sum<State>{which, state};
}
/// Adds the contents of a snapshot to a sum, or makes a sum of them.
void *add(FunctionCallInfo fcinfo, void *into, std::span<const std::byte> bytes) noexcept {
    const holds which = what_holds(bytes);
    if (into != nullptr && which_of(into) != which) refuse_mixture();
    with_state(which, [&]<class State>(std::type_identity<State>) {
        State one{};
        if (const status s = decode(bytes, one); s != status::ok) refuse(s);
        if (into == nullptr)
            into = new_sum(fcinfo, which, one);
        else
            static_cast<sum<State> *>(into)->state += one;
    });
    return into;
}
bytea *snapshot_of_sum(const void *any) noexcept {
    bytea *written = nullptr;
    with_state(which_of(any), [&]<class State>(std::type_identity<State>) {
        written = snapshot_of(static_cast<const sum<State> *>(any)->state);
    });
    return written;
}

// ---- what is read

boards board_of(FunctionCallInfo fcinfo) noexcept {
    boards state;
    if (const status s = decode(bytes_of(fcinfo, 0), state); s != status::ok) refuse(s);
    return state;
}
Datum answer_figure(FunctionCallInfo fcinfo, std::span<const std::uint64_t> given) noexcept {
    figure f;
    const std::string_view name = text_of(fcinfo, 1);
    const answer found = read(board_of(fcinfo), name, given, f);
    if (found != answer::ok)
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                 errmsg(found == answer::given ? "%.*s is read with another number of figures that are given"
                                               : "no metric is called \"%.*s\"",
                        static_cast<int>(name.size()), name.data())));
    TupleDesc shape = nullptr;
    if (get_call_result_type(fcinfo, nullptr, &shape) != TYPEFUNC_COMPOSITE)
        ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED), errmsg("a figure is a row")));
    Datum values[5]{};
    bool nulls[5]{true, true, true, true, true};
    if (f.exact.has_value()) {
        const auto top = static_cast<int64>(f.exact.numerator);
        values[0] = Int64GetDatum(f.exact.negative ? -top : top), nulls[0] = false;
        values[1] = Int64GetDatum(static_cast<int64>(f.exact.denominator)), nulls[1] = false;
        values[2] = Float8GetDatum(*f.exact.value<double>()), nulls[2] = false;
    }
    if (f.interval) {
        values[3] = Float8GetDatum(f.interval->low), nulls[3] = false;
        values[4] = Float8GetDatum(f.interval->high), nulls[4] = false;
    }
    return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(shape), values, nulls));
}

} // namespace

// A function that SQL calls, and what it does with its call.
#define KPI_SQL_FUNCTION(NAME, WHAT)                                                                         \
    PG_FUNCTION_INFO_V1(NAME);                                                                               \
    Datum NAME(PG_FUNCTION_ARGS) { return WHAT(fcinfo); }

extern "C" {

KPI_SQL_FUNCTION(kpi_board_step, (step<boards, event_of>))
KPI_SQL_FUNCTION(kpi_board_unstep, (unstep<boards, event_of>))
KPI_SQL_FUNCTION(kpi_board_final, finish<boards>)
KPI_SQL_FUNCTION(kpi_board_combine, combine<boards>)
KPI_SQL_FUNCTION(kpi_board_serialize, serialize<boards>)
KPI_SQL_FUNCTION(kpi_board_deserialize, deserialize<boards>)

KPI_SQL_FUNCTION(kpi_ids_step_number, (step<ids, number_as_id>))
KPI_SQL_FUNCTION(kpi_ids_step_text, (step<ids, text_as_id>))
KPI_SQL_FUNCTION(kpi_ids_final, finish<ids>)
KPI_SQL_FUNCTION(kpi_ids_combine, combine<ids>)
KPI_SQL_FUNCTION(kpi_ids_serialize, serialize<ids>)
KPI_SQL_FUNCTION(kpi_ids_deserialize, deserialize<ids>)

KPI_SQL_FUNCTION(kpi_numbers_step, (step<numbers, number_in_row>))
KPI_SQL_FUNCTION(kpi_numbers_unstep, (unstep<numbers, number_in_row>))
KPI_SQL_FUNCTION(kpi_numbers_final, finish<numbers>)
KPI_SQL_FUNCTION(kpi_numbers_combine, combine<numbers>)
KPI_SQL_FUNCTION(kpi_numbers_serialize, serialize<numbers>)
KPI_SQL_FUNCTION(kpi_numbers_deserialize, deserialize<numbers>)

PG_FUNCTION_INFO_V1(kpi_merge_step);
Datum kpi_merge_step(PG_FUNCTION_ARGS) {
    static_cast<void>(of_aggregate(fcinfo));
    void *const into = state_in<void>(fcinfo, 0);
    if (!PG_ARGISNULL(1)) return pointer(add(fcinfo, into, bytes_of(fcinfo, 1)));
    if (into == nullptr) PG_RETURN_NULL();
    return pointer(into);
}
PG_FUNCTION_INFO_V1(kpi_merge_final);
Datum kpi_merge_final(PG_FUNCTION_ARGS) {
    static_cast<void>(of_aggregate(fcinfo));
    if (PG_ARGISNULL(0)) PG_RETURN_NULL(); // nothing was added
    PG_RETURN_BYTEA_P(snapshot_of_sum(state_in<void>(fcinfo, 0)));
}
PG_FUNCTION_INFO_V1(kpi_merge_combine);
Datum kpi_merge_combine(PG_FUNCTION_ARGS) {
    static_cast<void>(of_aggregate(fcinfo));
    void *into = state_in<void>(fcinfo, 0);
    const void *const from = state_in<void>(fcinfo, 1);
    if (into == nullptr && from == nullptr) PG_RETURN_NULL();
    if (from == nullptr) return pointer(into);
    if (into != nullptr && which_of(into) != which_of(from)) refuse_mixture();
    with_state(which_of(from), [&]<class State>(std::type_identity<State>) {
        const State &more = static_cast<const sum<State> *>(from)->state;
        if (into == nullptr)
            into = new_sum(fcinfo, which_of(from), more);
        else
            static_cast<sum<State> *>(into)->state += more;
    });
    return pointer(into);
}
KPI_SQL_FUNCTION(kpi_merge_serialize, kpi_merge_final)
PG_FUNCTION_INFO_V1(kpi_merge_deserialize);
Datum kpi_merge_deserialize(PG_FUNCTION_ARGS) { return pointer(add(fcinfo, nullptr, bytes_of(fcinfo, 0))); }

PG_FUNCTION_INFO_V1(kpi_value);
Datum kpi_value(PG_FUNCTION_ARGS) {
    if (PG_NARGS() == 2) return answer_figure(fcinfo, {});
    const std::uint64_t given[]{number_of(fcinfo, 2, "what is given")};
    return answer_figure(fcinfo, given);
}
PG_FUNCTION_INFO_V1(kpi_json);
Datum kpi_json(PG_FUNCTION_ARGS) {
    const boards state = board_of(fcinfo);
    const std::size_t length = kpi::to_json({}, state).size;
    auto *const written = static_cast<text *>(palloc(VARHDRSZ + length));
    SET_VARSIZE(written, VARHDRSZ + length);
    static_cast<void>(kpi::to_json({VARDATA(written), length}, state));
    PG_RETURN_TEXT_P(written);
}
PG_FUNCTION_INFO_V1(kpi_ids_count);
Datum kpi_ids_count(PG_FUNCTION_ARGS) {
    static_cast<void>(of_aggregate(fcinfo));
    const ids *const state = state_in<ids>(fcinfo, 0);
    PG_RETURN_INT64(state != nullptr ? static_cast<int64>(state->value().n) : 0);
}
PG_FUNCTION_INFO_V1(kpi_count);
Datum kpi_count(PG_FUNCTION_ARGS) {
    ids all;
    if (const status s = decode(bytes_of(fcinfo, 0), all); s != status::ok) refuse(s);
    PG_RETURN_INT64(static_cast<int64>(all.value().n));
}
PG_FUNCTION_INFO_V1(kpi_quantile);
Datum kpi_quantile(PG_FUNCTION_ARGS) {
    numbers all;
    if (const status s = decode(bytes_of(fcinfo, 0), all); s != status::ok) refuse(s);
    const std::uint32_t part = number_of(fcinfo, 1, "the part"), whole = number_of(fcinfo, 2, "the whole");
    if (part > whole || whole == 0)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg("a quantile is a part of a whole, as 95, 100")));
    const auto value = all.quantile(part, whole).exact().value<double>();
    if (!value) PG_RETURN_NULL();
    PG_RETURN_FLOAT8(*value);
}

} // extern "C"
