// SPDX-License-Identifier: MIT
#include <kpi/core/event_set.hpp>
#include <kpi/sales/outcome.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::outcome;

TEST_CASE("outcomes are a vocabulary: each one fits into a set of kinds") {
    constexpr event_set<outcome> ends{outcome::deal_opened, outcome::active_time};
    static_assert(ends.size() == 2);
    CHECK(ends.contains(outcome::active_time));
    CHECK(static_cast<int>(outcome::active_time) < 64);
}
TEST_CASE("stages are in the order in which a lead reaches them") {
    using sales::stage;
    CHECK(stage::mcl < stage::mql);
    CHECK(stage::mql < stage::sal);
    CHECK(stage::sal < stage::sql);
    CHECK(stage::sql < stage::opportunity);
    CHECK(stage::opportunity < stage::customer);
}

} // namespace
} // namespace kpi::test
