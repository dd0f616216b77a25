// SPDX-License-Identifier: MIT

/// Everything together: kinds, the last hour, reply times and different prospects, with a board for each of
/// 4,096 reps and without; against the fastest combination of everything else, and against containers as they
/// are often used.

#include "support/contest.hpp"
#include "support/everything.hpp"
#include "support/fetched_peers.hpp"
#include "support/peers.hpp"

#include <algorithm>
#include <map>

namespace bench {
namespace {

struct read_everything {
    answers operator()(const auto &all) const {
        const auto now = data::get().all()[checked_events - 1].at;
        answers a = counts_of{}(all.last_hour.last(60, now, kpi::running::included));
        const auto median = all.rest.template get<reply_time>(50, 100);
        a.push_back((double(median.low) + double(median.high)) / 2);
        a.push_back(static_cast<double>(all.rest.template get<reach>().n));
        return a;
    }
};
template <bool WithReps> struct all_of_it : one_by_one<everything<WithReps>, read_everything> {};
template <bool WithReps> struct all_at_once : at_once<everything<WithReps>, read_everything> {};

/// The fastest combination of other libraries, with a window as a program would write it.
template <class Reps, class Times, class Ids, bool WithReps> struct composite {
    Reps of_reps;
    exact_deque last_hour;
    Times times;
    Ids ids;
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
        a.push_back(ids.answer().front());
        return a;
    }
};
#ifdef KPI_BENCH_BOOST
/// Of the packaged libraries.
template <bool WithReps>
struct packaged_composite : composite<boost_rep_kind, boost_log_axis, hyperloglog, WithReps> {
    static constexpr const char *name = "packaged_composite";
};
#endif
#if defined(KPI_BENCH_ETL) && defined(KPI_BENCH_HDR) && defined(KPI_BENCH_DATASKETCHES)
/// Of all libraries.
template <bool WithReps> struct best_composite : composite<etl_rep_kind, hdr_histogram, theta, WithReps> {
    static constexpr const char *name = "best_composite";
};
#define COMPOSITE_PEER(...) , __VA_ARGS__
#else
#define COMPOSITE_PEER(...)
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
    contest<all_of_it<true>, reading PEERS(packaged_composite<true>) COMPOSITE_PEER(best_composite<true>),
            containers>("all of it", {from::memory}, sketchy);
    contest<all_at_once<true>, reading PEERS(packaged_composite<true>) COMPOSITE_PEER(best_composite<true>)>(
        "all of it batch", {from::memory}, sketchy);
    contest<all_of_it<false>, reading PEERS(packaged_composite<false>) COMPOSITE_PEER(best_composite<false>)>(
        "all without rep", {from::memory}, sketchy);
    contest<all_at_once<false>, reading PEERS(packaged_composite<false>) COMPOSITE_PEER(
                                    best_composite<false>)>("all without rep batch", {from::memory}, sketchy);
    return true;
}();

} // namespace
} // namespace bench
