// SPDX-License-Identifier: MIT

/// All of it: kinds, the last hour, reply times and different prospects, with a board for each of 4,096 reps
/// and without; against the fastest of everything else put together, and against containers as they are often
/// used.

#include "support/contest.hpp"
#include "support/everything.hpp"
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
    contest<all_of_it<true>, reading PEERS(composite<true>), containers>("all of it", {from::memory},
                                                                         sketchy);
    contest<all_at_once<true>, reading PEERS(composite<true>)>("all of it batch", {from::memory}, sketchy);
    contest<all_of_it<false>, reading PEERS(composite<false>)>("all without rep", {from::memory}, sketchy);
    contest<all_at_once<false>, reading PEERS(composite<false>)>("all without rep batch", {from::memory},
                                                                 sketchy);
    return true;
}();

} // namespace
} // namespace bench
