// SPDX-License-Identifier: MIT

/// The last hour of each of 4,096 reps, from a log: against the deque twin of one window for all of them, and
/// of a window for each.

#include "support/contest.hpp"
#include "support/peers.hpp"
#include <kpi/accumulator/trailing.hpp>

namespace bench {
namespace {

using hours = kpi::trailing<rep, reps, kpi::minutes<1>, 60, board, 16384>;
struct read_hours {
    answers operator()(const hours &h) const {
        const auto now = data::get().all()[checked_events - 1].at;
        answers a = counts_of{}(h.total(now));
        for (std::size_t r = 0; r < reps; r += 100)
            a.push_back(counts_of{}(h.window(r, now))[0]);
        return a;
    }
};

const bool registered = [] {
    contest<one_by_one<hours, read_hours>, reading, deque_of_reps>("log window per rep", {from::memory});
    enter<exact_deque>("log window per rep", from::memory);
    return true;
}();

} // namespace
} // namespace bench
