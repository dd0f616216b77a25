// SPDX-License-Identifier: MIT

/// All of it: kinds, the last hour, reply times and different prospects, with a board for each of 4,096 reps
/// and without; against the fastest of everything else put together, and against containers as they are often
/// used.

#include "support/contest.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/each_of.hpp>
#include <kpi/accumulator/over.hpp>

#include <algorithm>
#include <map>

namespace bench {
namespace {

/// Different prospects that a mail was sent to: a metric of one's own.
struct reach_metric {
    using event = bench::event;
    template <class> using state = kpi::distinct<>;
    std::string_view name{"reach"}, help{"Prospects written to."};
    static constexpr void record(kpi::distinct<> &s, const event &e) noexcept {
        if (e.kind == step::sent) s.record(e.prospect);
    }
    static constexpr void record_batch(kpi::distinct<> &s, events es) noexcept {
        std::array<std::uint32_t, 256> ids{};
        std::size_t n = 0;
        kpi::each_of(kpi::event_set{step::sent}, es, [&](const event &e) {
            ids[n++] = e.prospect;
            if (n == ids.size()) s.record(ids), n = 0;
        });
        s.record(std::span<const std::uint32_t>{ids}.first(n));
    }
    static constexpr auto value(const kpi::distinct<> &s) noexcept { return s.value(); }
};
inline constexpr reach_metric reach{};

using hour = kpi::over<kpi::minutes<1>, 60, board>;
using sketches = kpi::scorecard<event, reply_time, reach>;
using by_rep = kpi::by<rep, reps, board>;

template <bool WithReps> struct everything {
    static constexpr const char *name = "kpi";
    by_rep of_reps{};
    hour last_hour{};
    sketches rest{};
    void take(events es) {
        for (const event &e : es) {
            if constexpr (WithReps) of_reps.record(e);
            last_hour.record(e);
            rest.record(e);
        }
    }
    void clear() { last_hour.reset(); }
    [[nodiscard]] answers answer() const {
        const auto now = data::get().all()[checked_events - 1].at;
        answers a = counts_of{}(last_hour.last(60, now, kpi::running::included));
        const auto median = rest.get<reply_time>(50, 100);
        a.push_back((double(median.low) + double(median.high)) / 2);
        a.push_back(static_cast<double>(rest.get<reach>().n));
        return a;
    }
};
template <bool WithReps> struct everything_at_once : everything<WithReps> {
    void take(events es) {
        constexpr std::size_t block = 1024;
        for (; !es.empty(); es = es.subspan(es.size() < block ? es.size() : block)) {
            const events some = es.first(es.size() < block ? es.size() : block);
            if constexpr (WithReps) this->of_reps.record(some);
            this->last_hour.record(some);
            this->rest.record(some);
        }
    }
};

#ifdef KPI_BENCH_BOOST
template <bool WithReps> struct composite {
    static constexpr const char *name = "best_composite";
    boost_rep_kind of_reps;
    exact_deque last_hour;
    boost_log_axis times;
    hyperloglog ids;
    void take(events es) {
        for (const event &e : es) {
            if constexpr (WithReps) of_reps.record(e);
            last_hour.record(e);
            if (e.kind == step::replied) times.record(e.elapsed);
            if (e.kind == step::sent) ids.record(e.prospect);
        }
    }
    void clear() { last_hour.clear(); }
    [[nodiscard]] answers answer() const {
        answers a = last_hour.answer();
        a.push_back(times.quantile(0.5));
        a.push_back(ids.value());
        return a;
    }
};
#endif

struct containers {
    static constexpr const char *name = "std_containers";
    std::map<std::pair<std::uint16_t, step>, std::uint64_t> of_reps;
    exact_deque last_hour;
    std::vector<std::uint32_t> times;
    std::unordered_set<std::uint32_t> ids;
    void take(events es) {
        for (const event &e : es) {
            ++of_reps[{e.rep, e.kind}];
            last_hour.record(e);
            if (e.kind == step::replied) times.push_back(e.elapsed);
            if (e.kind == step::sent) ids.insert(e.prospect);
        }
    }
    void clear() { last_hour.clear(), times.clear(); }
    [[nodiscard]] answers answer() const {
        answers a = last_hour.answer();
        auto sorted = times;
        const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
        std::nth_element(sorted.begin(), middle, sorted.end());
        a.push_back(*middle);
        a.push_back(static_cast<double>(ids.size()));
        return a;
    }
};

const bool registered = [] {
    constexpr tolerance sketchy{0.05};
    contest<everything<true>, reading PEERS(composite<true>), containers>("all of it", {from::memory},
                                                                          sketchy);
    contest<everything_at_once<true>, reading PEERS(composite<true>)>("all of it batch", {from::memory},
                                                                      sketchy);
    contest<everything<false>, reading PEERS(composite<false>)>("all without rep", {from::memory}, sketchy);
    contest<everything_at_once<false>, reading PEERS(composite<false>)>("all without rep batch",
                                                                        {from::memory}, sketchy);
    return true;
}();

} // namespace
} // namespace bench
