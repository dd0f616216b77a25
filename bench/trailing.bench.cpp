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

struct deque_of_reps {
    static constexpr const char *name = "std_deque_of_reps";
    struct entry {
        std::uint32_t at;
        std::uint16_t rep;
        step kind;
    };
    std::deque<entry> entries;
    std::array<std::array<std::uint32_t, steps>, reps> n{};
    void take(events es) {
        for (const event &e : es) {
            while (!entries.empty() && e.at.seconds - entries.front().at >= exact_deque::width) {
                --n[entries.front().rep][static_cast<std::size_t>(entries.front().kind)];
                entries.pop_front();
            }
            entries.push_back({e.at.seconds, e.rep, e.kind});
            ++n[e.rep][static_cast<std::size_t>(e.kind)];
        }
    }
    void clear() { entries.clear(), n = {}; }
    [[nodiscard]] answers answer() const {
        answers a(steps);
        for (const auto &of_one : n)
            for (std::size_t k = 0; k < steps; ++k)
                a[k] += of_one[k];
        for (std::size_t r = 0; r < reps; r += 100)
            a.push_back(n[r][0]);
        return a;
    }
};

const bool registered = [] {
    contest<one_by_one<hours, read_hours>, reading, deque_of_reps>("log window per rep", {from::memory});
    benchmark::RegisterBenchmark("log window per rep/memory/std_deque", pass<exact_deque>, from::memory);
    return true;
}();

} // namespace
} // namespace bench
