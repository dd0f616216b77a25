// SPDX-License-Identifier: MIT
// A story needs every event of its case, and a group or a period has only some.
// expects: by: a story needs all events of its case; turn it round: through<..., by<...>>
// expects: by_key: a story needs all events of its case; turn it round: through<..., by_key<...>>
// expects: over: a story outlives a period; turn it round: through<..., over<...>>

#include <kpi/accumulator/beside.hpp>
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    kpi::instant at;
    unsigned street;
};
inline constexpr kpi::dimension street{"street", &visit::street};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};
using board = kpi::live<doors, visit>;

/// What through<...> is to the state around it.
template <class A> struct told {
    using event = typename A::event;
    using count_type = typename A::count_type;
    static constexpr kpi::law keeps = kpi::law::by_id;
    static constexpr bool retractable = false, tells_stories = true;
    A facts{};
    constexpr void record(const event &e) { facts.record(e); }
    constexpr void record(std::span<const event> events) { facts.record(events); }
    constexpr told &operator+=(const told &other) { return facts += other.facts, *this; }
    friend constexpr bool operator==(const told &, const told &) = default;
    static constexpr void fields(auto &self, auto &&visit) { kpi::visit_fields(self.facts, visit); }
    constexpr void reset() { facts.reset(); }
};

#ifdef KPI_TWIN
told<kpi::by<street, 8, board>> streets;
told<kpi::by_key<street, 8, board>> many;
kpi::beside<told<kpi::over<kpi::days<1>, 7, board>>, board> days;
#else
kpi::by<street, 8, told<board>> streets;
kpi::by_key<street, 8, told<board>> many;
kpi::over<kpi::days<1>, 7, kpi::beside<told<board>, board>> days;
#endif
void record(const visit &v) { streets.record(v), many.record(v), days.record(v); }
