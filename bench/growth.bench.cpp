// SPDX-License-Identifier: MIT

/// How cost grows: with the metrics on a board, the reps, the buckets of a window, and the events. If more
/// events are needed than are kept, it goes over them again.

#include "support/contest.hpp"
#include "support/everything.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace bench {
namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";

/// The I-th of 64 different shares of the same eight kinds.
template <std::size_t I>
inline constexpr kpi::proportion_metric<step> share{
    .name = letters.substr(I, 1),
    .part = static_cast<step>(I % steps),
    .whole = {static_cast<step>(I % steps), static_cast<step>((I + I / steps) % steps)}};

template <class> struct board_of;
template <std::size_t... I> struct board_of<std::index_sequence<I...>> {
    using type = kpi::scorecard<event, share<I>...>;
};
template <std::size_t Metrics> using shares = board_of<std::make_index_sequence<Metrics>>::type;

template <std::size_t Buckets> using window = kpi::over<kpi::seconds<10>, Buckets, board>;

/// One batch after another into one state, as a program would do it.
template <class S> struct batches {
    static constexpr const char *name = "kpi";
    S s{};
    void take(events es) { s.record(es); }
    void clear() { s.reset(); }
};

/// So many events into one state; beyond the events that are kept, it starts over.
template <class C> void events_of(benchmark::State &state, std::size_t n) {
    const events all = data::get().all();
    const auto c = std::make_unique<C>();
    for (auto _ : state) {
        for (std::size_t left = n; left > 0;) {
            const events some = all.first(std::min(left, all.size()));
            c->clear(); // time starts again
            c->take(some);
            left -= some.size();
        }
        benchmark::DoNotOptimize(c.get());
        benchmark::ClobberMemory();
    }
    per_item(state, n);
}

template <class C> void grow(const std::string &operation, from where) {
    enter<C>(operation, where);
    enter<reading>(operation, where);
}
template <std::size_t... N> void metrics() {
    (grow<batches<shares<N>>>("batch, metrics on the board: " + std::to_string(N), from::l2), ...);
}
template <std::size_t... N> void reps_of() {
    (grow<batches<kpi::by<rep, N, board>>>("by rep batch, reps: " + std::to_string(N), from::memory), ...);
}
template <std::size_t... N> void buckets() {
    (grow<batches<window<N>>>("over batch, buckets: " + std::to_string(N), from::memory), ...);
}

const bool registered = [] {
    metrics<1, 4, 16, 64>();
    reps_of<8, 64, 512, 4096, 65536>();
    buckets<1, 10, 100, 1000, 10000>();
    for (std::size_t n = 1000, digits = 3; n <= 100'000'000; n *= 10, ++digits) {
        const std::string base = "all of it batch, events/10^" + std::to_string(digits) + "/";
        benchmark::RegisterBenchmark((base + "kpi").c_str(), events_of<batches<everything<true>>>, n);
        benchmark::RegisterBenchmark((base + "limit").c_str(), events_of<reading>, n);
    }
    return true;
}();

} // namespace
} // namespace bench
