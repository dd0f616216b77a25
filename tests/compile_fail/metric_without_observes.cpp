// SPDX-License-Identifier: MIT
// expects: not a metric: it needs name, help, event, observes() and value(readings...)

#include <kpi/core/count.hpp>
#include <kpi/scorecard/scorecard.hpp>

enum class door : unsigned char { knocked, opened };
struct doors_metric {
    using event = door;
    std::string_view name = "doors", help = "Doors opened.";
#ifdef KPI_TWIN
    constexpr auto observes() const { return kpi::counts_of<door>({door::opened}); }
#endif
    static constexpr kpi::count<unsigned> value(unsigned opened) { return kpi::count<unsigned>{opened}; }
};
inline constexpr doors_metric doors{};

kpi::live<doors> street;
