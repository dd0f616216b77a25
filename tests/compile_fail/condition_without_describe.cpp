// SPDX-License-Identifier: MIT
// expects: a condition with members says them to a snapshot: give it describe(say)

#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/schema.hpp>

enum class door : unsigned char { knocked, opened };
struct visit {
    door kind;
    unsigned street;
};

// Two streets have two counters: the bytes of one must not be read as those of the other.
struct in_street {
    unsigned number;
    constexpr bool operator()(const auto &e) const noexcept { return e.street == number; }
#ifdef KPI_TWIN
    constexpr void describe(auto &&say) const noexcept { say(number); }
#endif
};
inline constexpr kpi::count_metric<visit, in_street> doors{
    .name = "doors", .of = {door::opened}, .where = {7}};

static_assert(kpi::snapshot::schema<kpi::live<doors>> != 0);
