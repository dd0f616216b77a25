// SPDX-License-Identifier: MIT
// A story says when an empty one would go on the same.
// expects: a story says when its place can be given away: give it idle()

#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/answering.hpp>
#include <kpi/story/through.hpp>

enum class vote : unsigned char { yes, no };
struct ballot {
    kpi::instant at;
    vote kind;
    unsigned lead;
    unsigned value;
    friend constexpr bool operator==(const ballot &, const ballot &) = default;
};
inline constexpr kpi::event_set<vote> votes{vote::yes, vote::no};
inline constexpr kpi::dimension voter{"voter", kpi::member::lead};
inline constexpr kpi::count_metric<vote> for_it{.name = "for_it", .of = {vote::yes}};
using board = kpi::scorecard<ballot, for_it>;
using last_vote = kpi::answering<ballot, votes>;
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
