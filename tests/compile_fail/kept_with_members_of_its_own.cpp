// SPDX-License-Identifier: MIT
// What a story keeps is saved by its members; a member that is not known by name would be lost.
// expects: give it a fields(self, visit) of its own

#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/answering.hpp>
#include <kpi/story/through.hpp>

enum class vote : unsigned char { yes, no };
struct ballot {
    kpi::instant at;
    vote kind;
    unsigned lead;
#ifndef KPI_TWIN
    unsigned street;
#endif
    friend constexpr bool operator==(const ballot &, const ballot &) = default;
};
inline constexpr kpi::event_set<vote> votes{vote::yes, vote::no};
inline constexpr kpi::dimension voter{"voter", kpi::member::lead};
inline constexpr kpi::count_metric<vote> for_it{.name = "for_it", .of = {vote::yes}};
kpi::through<kpi::answering<ballot, votes>, voter, 64, kpi::scorecard<ballot, for_it>> told;
void save(auto &&visit) { kpi::visit_fields(told, visit); }
void all() {
    save([](auto &) {});
}
