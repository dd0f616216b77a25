// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include <kpi/sales/qualification.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace sales;
using enum criterion;

constexpr bool a_rule_asks_for_all_of_its_criteria() {
    expect(bant.met_by({budget, authority, need, timeframe}));
    expect(bant.met_by({budget, authority, need, timeframe, pain_told})); // more does no harm
    expect(!bant.met_by({budget, need, timeframe}));
    expect(bant.missing_in({budget, need, timeframe}) == criteria{authority});
    expect(bant.how_many({budget, need, pain_told}) == 2);
    expect(an.met_by({authority, need}) && !an.met_by({need}) && !an.met_by(criteria{}));
    expect(anum.met_by({authority, need, urgency, money}) && !anum.met_by({authority, need, budget, money}));
    expect(opportunity_criteria.how_many(
               {pain_told, value_communicated, need_within_90_days, open_to_next_step}) == 4);
    expect(!opportunity_criteria.met_by({pain_told, value_communicated, open_to_next_step}));
    return true;
}
static_assert(a_rule_asks_for_all_of_its_criteria());
TEST_CASE("a rule asks for all of its criteria, and for no others") {
    CHECK(a_rule_asks_for_all_of_its_criteria());
}

} // namespace
} // namespace kpi::test
