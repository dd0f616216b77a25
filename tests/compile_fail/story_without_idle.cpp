// SPDX-License-Identifier: MIT
// A story says when an empty one would go on the same.
// expects: a story says when its place can be given away: give it idle()

#include "voting.hpp"

struct least {
    using event = ballot;
    using fact = ballot;
    static constexpr kpi::event_set<vote> concerns{vote::yes};
    static constexpr bool takes_back = false;
    unsigned n{};
    constexpr void record(const ballot &b, auto &sink) noexcept { ++n, sink.tell(b); }
    constexpr void end(auto, auto &) const noexcept {}
    constexpr void reset() noexcept { n = 0; }
    static constexpr void fields(auto &self, auto &&visit) noexcept { visit(self.n); }
    friend constexpr bool operator==(const least &, const least &) = default;
};

#ifdef KPI_TWIN
struct restless : least {
    constexpr bool idle() const noexcept { return n == 0; }
    friend constexpr bool operator==(const restless &, const restless &) = default;
};
kpi::through<restless, voter, 64, board> told;
#else
struct restless : least {
    friend constexpr bool operator==(const restless &, const restless &) = default;
};
kpi::through<restless, voter, 64, board> told;
#endif
void record(const ballot &b) { told.record(b); }
