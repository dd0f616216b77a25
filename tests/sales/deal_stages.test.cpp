// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/core/member.hpp>
#include <kpi/sales/case_of.hpp>
#include <kpi/sales/deal_stages.hpp>
#include <kpi/time/civil.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace kpi::test {
namespace {

using namespace sales;

/// What is left of what was told.
struct facts_left {
    std::vector<fact> all;
    void tell(const fact &f) { all.push_back(f); }
    void take_back(const fact &f) {
        const auto found = std::find(all.begin(), all.end(), f);
        REQUIRE(found != all.end());
        all.erase(found);
    }
};
constexpr moment at_hour(std::int64_t hour) { return {hour * 3600, true, false}; }

using case_of_deal = case_of<member::deal, &sales::fact::deal>;

TEST_CASE("a visit lasts until the next stage, and is told anew once it has ended") {
    facts_left told;
    deal_stages stages;
    const case_of_deal of{};
    stages.enter(2, at_hour(1), of, told);
    REQUIRE(told.all.size() == 1);
    CHECK(told.all[0].k == 2);
    CHECK_FALSE(told.all[0].elapsed.has_value());
    stages.enter(2, at_hour(2), of, told); // the same again
    CHECK(told.all.size() == 1);
    stages.enter(1, at_hour(4), of, told);
    REQUIRE(told.all.size() == 2);
    CHECK(told.all[0].elapsed == 3 * 3600);
    CHECK(told.all[0].at == at_hour(1).at());
    CHECK(told.all[1].backwards);
    CHECK(fields_are_the_state(stages));
    stages.leave(at_hour(5), of, told);
    CHECK(told.all[1].elapsed == 3600);
    CHECK(told.all[1].backwards);
}
TEST_CASE("who is in no stage leaves none, and comes from none") {
    facts_left told;
    deal_stages stages;
    const case_of_deal of{};
    stages.leave(at_hour(1), of, told);
    stages.enter(0, at_hour(1), of, told);
    CHECK(told.all.empty());
    stages.enter(3, at_hour(1), of, told);
    stages.leave(at_hour(2), of, told);
    stages.enter(1, at_hour(3), of, told);
    CHECK_FALSE(told.all.back().backwards);
}
TEST_CASE("with a date alone at an end a visit takes whole days, and none the wrong way round") {
    facts_left told;
    deal_stages stages;
    const case_of_deal of{};
    stages.enter(1, {0, true, true}, of, told);
    stages.enter(2, at_hour(2 * 24 + 9), of, told);
    stages.leave(at_hour(2 * 24 + 7), of, told); // of a day that is ordered by cause
    CHECK(told.all[0].elapsed == 2 * 86'400);
    CHECK(told.all[0].whole_day);
    CHECK(told.all[1].elapsed == 0);
}

} // namespace
} // namespace kpi::test
