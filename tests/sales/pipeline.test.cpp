// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include <kpi/sales/pipeline.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

TEST_CASE("a cohort keeps its open deals in the denominator, whenever the others closed") {
    crowd<sales::deal, cohort_win_rate, cohort_settled_share> all;
    record_each(all, 1, 20, {.at = at({2026, 2, 1}), .kind = activity::opportunity});
    record_each(all, 1, 12, {.at = at({2026, 7, 1}), .kind = deal_won}); // in a later quarter
    record_each(all, 13, 15, {.at = at({2026, 3, 1}), .kind = deal_lost});
    record_each(all, 30, 40, {.at = at({2026, 4, 1}), .kind = activity::opportunity}); // of the next cohort
    record_each(all, 30, 40, {.at = at({2026, 4, 2}), .kind = deal_won});
    const cohort_window first_quarter{.from = at({2026, 1, 1}), .to = at({2026, 4, 1})};
    CHECK(pool<cohort_win_rate>(all, first_quarter) == cohort<std::uint32_t>{12, 20, 0});
    CHECK(pool<cohort_settled_share>(all, first_quarter) == cohort<std::uint32_t>{15, 20, 0});
}

} // namespace
} // namespace kpi::test
