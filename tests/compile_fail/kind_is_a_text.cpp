// SPDX-License-Identifier: MIT
// expects: is_an_enumerator_or_has_a_kind_that_is_one

#include <kpi/accumulator/by.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <string_view>

enum class door : unsigned char { knocked, opened };
struct visit {
#ifdef KPI_TWIN
    door kind;
#else
    std::string_view kind;
#endif
    unsigned street;
};
inline constexpr kpi::count_metric<door> doors{.name = "doors", .of = {door::opened}};

kpi::scorecard<visit, doors> opened;
