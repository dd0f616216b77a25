// SPDX-License-Identifier: MIT

/// Each operation over the same events, in a function of its own, once: for callgrind, which counts the cost
/// of each (bench/instructions).

#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/mean.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/accumulator/top.hpp>
#include <kpi/accumulator/trailing.hpp>
#include <kpi/story/between.hpp>

#define KPI_BENCH_EVENTS 65536
#include "support/events.hpp"
#include "support/everything.hpp"

namespace {

using namespace bench;
using fading = kpi::decayed<kpi::hours<1>, basic_board<std::uint64_t>>;
using log_of_hours = kpi::trailing<rep, reps, kpi::minutes<1>, 60, board, 16384>;
using board_of_replies = kpi::scorecard<event, open_rate, reply_rate, asked_rate, acceptance_rate, win_rate,
                                        mails_per_win, reply_time>;
inline constexpr kpi::event_set<step> starts{step::sent}, stops{step::replied};
using boards = kpi::by_key<rep, 16384, board, 8>;
using replies = kpi::between<starts, stops, rep, 32768, kpi::live<reply_time>, kpi::around_the_clock, 8>;

template <class S> S state{};
std::array<std::uint32_t, data::size> column;
std::array<std::uint16_t, data::size> rep_column;
std::array<step, data::size> kind_column;
template <class S> void one_by_one(events es) {
    for (const event &e : es)
        state<S>.record(e);
}
template <class S> void at_once(events es) { state<S>.record(es); }

#define KPI_MEASURED(name, ...)                                                                              \
    extern "C" [[gnu::noinline]] void measured_##name(events es) { __VA_ARGS__; }

KPI_MEASURED(record, one_by_one<board>(es))
KPI_MEASURED(batch, at_once<board>(es))
KPI_MEASURED(by_rep, one_by_one<by_rep>(es))
KPI_MEASURED(by_rep_batch, at_once<by_rep>(es))
KPI_MEASURED(by_rep_columns, static_cast<void>(es),
             static_cast<void>(state<by_rep>.record(rep_column, kind_column)))
KPI_MEASURED(by_key, one_by_one<boards>(es))
KPI_MEASURED(by_key_batch, at_once<boards>(es))
KPI_MEASURED(between, one_by_one<replies>(es))
KPI_MEASURED(between_batch, state<replies>.reset(), at_once<replies>(es)) // time starts again
KPI_MEASURED(top, for (const event &e : es) state<kpi::top<16>>.record(e.rep))
KPI_MEASURED(over, one_by_one<hour>(es))
KPI_MEASURED(over_batch, state<hour>.reset(), at_once<hour>(es)) // time starts again
KPI_MEASURED(decayed, one_by_one<fading>(es))
KPI_MEASURED(decayed_batch, state<fading>.reset(), at_once<fading>(es)) // time starts again
KPI_MEASURED(quantiles, for (const event &e : es) state<kpi::quantiles<>>.record(e.elapsed))
KPI_MEASURED(distinct_cold, for (const event &e : es) state<kpi::distinct<1>>.record(e.prospect))
KPI_MEASURED(distinct, for (const event &e : es) state<kpi::distinct<>>.record(e.prospect))
KPI_MEASURED(distinct_batch, state<kpi::distinct<>>.record({column.data(), column.size()}))
KPI_MEASURED(trailing, one_by_one<log_of_hours>(es))
KPI_MEASURED(mean, for (const event &e : es) state<kpi::mean>.record(e.elapsed))
KPI_MEASURED(board_with_quantiles, one_by_one<board_of_replies>(es))
KPI_MEASURED(board_with_quantiles_batch, at_once<board_of_replies>(es))
KPI_MEASURED(all_of_it, one_by_one<everything<true>>(es))
KPI_MEASURED(all_of_it_batch, state<everything<true>>.reset(), at_once<everything<true>>(es))
KPI_MEASURED(column,
             state<tally>.record(std::span<const step>{reinterpret_cast<const step *>(es.data()), es.size()}))

} // namespace

int main() {
    const events es = data::get().all();
    for (std::size_t i = 0; i < es.size(); ++i)
        column[i] = es[i].prospect, rep_column[i] = es[i].rep, kind_column[i] = es[i].kind;
    for (std::uint32_t id = 1; id <= prospects; ++id) // a warm sketch
        state<kpi::distinct<>>.record(id);
    for (auto *measured : {measured_record,
                           measured_batch,
                           measured_by_rep,
                           measured_by_rep_batch,
                           measured_by_rep_columns,
                           measured_by_key,
                           measured_by_key_batch,
                           measured_between,
                           measured_between_batch,
                           measured_top,
                           measured_over,
                           measured_over_batch,
                           measured_decayed,
                           measured_decayed_batch,
                           measured_quantiles,
                           measured_distinct,
                           measured_distinct_cold,
                           measured_distinct_batch,
                           measured_trailing,
                           measured_mean,
                           measured_board_with_quantiles,
                           measured_board_with_quantiles_batch,
                           measured_column})
        measured(es);
    for (std::uint32_t id = 1; id <= prospects; ++id) // a warm sketch
        state<everything<true>>.record({.at = es.front().at, .kind = step::sent, .prospect = id});
    state<everything<true>>.reset(); // and time starts again
    measured_all_of_it(es), measured_all_of_it_batch(es);
}
