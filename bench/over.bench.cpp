// SPDX-License-Identifier: MIT

/// The last hour in buckets of a minute; and a window for each of 4,096 reps.

#include "support/contest.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>

#include <map>

namespace bench {
namespace {

using hour = kpi::over<kpi::minutes<1>, 60, board>;
struct read_hour {
    answers operator()(const hour &h) const {
        const auto now = data::get().all()[checked_events - 1].at;
        return counts_of{}(h.last(60, now, kpi::running::included));
    }
};

/// Counts of each minute in a map; old ones are erased.
struct map_of_minutes {
    static constexpr const char *name = "std_map";
    std::map<std::uint32_t, std::array<std::uint64_t, steps>> n;
    void take(events es) {
        for (const event &e : es) {
            const std::uint32_t minute = e.at.seconds / 60;
            ++n[minute][static_cast<std::size_t>(e.kind)];
            while (n.begin()->first + 60 <= minute)
                n.erase(n.begin());
        }
    }
    void clear() { n.clear(); }
    [[nodiscard]] answers answer() const {
        answers a(steps);
        for (const auto &[minute, counts] : n)
            for (std::size_t k = 0; k < steps; ++k)
                a[k] += static_cast<double>(counts[k]);
        return a;
    }
};

/// The same events counted without a window, to show the cost of the window.
struct without_window : one_by_one<board, counts_of> {
    static constexpr const char *name = "without_window";
};
struct without_window_batch : at_once<board, counts_of> {
    static constexpr const char *name = "without_window";
};

/// A window for each rep, in 16-bit counts; the peer keeps a deque for all and totals for each.
using rep_hours = kpi::by<rep, reps,
                          kpi::over<kpi::minutes<1>, 60,
                                    kpi::basic_scorecard<event, std::uint16_t, open_rate, reply_rate,
                                                         asked_rate, acceptance_rate, win_rate>>>;
struct read_nothing {
    answers operator()(const rep_hours &) const { return {}; }
};

const bool registered = [] {
    contest<one_by_one<hour, read_hour>, reading, exact_deque, map_of_minutes>("over an hour",
                                                                               {from::memory});
    contest<at_once<hour, read_hour>, reading, exact_deque>("over an hour batch", {from::memory});
    enter<without_window>("over an hour", from::memory);
    enter<without_window_batch>("over an hour batch", from::memory);
    enter<one_by_one<rep_hours, read_nothing>>("by rep over an hour", from::memory);
    enter<deque_of_reps>("by rep over an hour", from::memory);
    enter<exact_deque>("by rep over an hour", from::memory);
    return true;
}();

} // namespace
} // namespace bench
