// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include <kpi/sales/qualification.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace sales;
using enum criterion;

// Constants of their own: Clang 14 crashes on two sets written in one function.
constexpr criteria all_of_bant{budget, authority, need, timeframe};
constexpr criteria without_authority{budget, need, timeframe};
constexpr criteria more_than_bant = all_of_bant | criteria{pain_told};
constexpr criteria all_of_anum{authority, need, urgency, money};
constexpr criteria all_four{pain_told, value_communicated, need_within_90_days, open_to_next_step};
constexpr criteria only_authority{authority};
constexpr criteria only_need{need};

constexpr bool a_rule_asks_for_all_of_its_criteria() {
    expect(bant.met_by(all_of_bant) && bant.met_by(more_than_bant)); // more does no harm
    expect(!bant.met_by(without_authority));
    expect(bant.missing_in(without_authority) == only_authority);
    expect(bant.how_many(without_authority | all_four) == 3);
    expect(an.met_by(only_authority | only_need) && !an.met_by(only_need) && !an.met_by(criteria{}));
    expect(anum.met_by(all_of_anum) && !anum.met_by(all_of_bant));
    expect(opportunity_criteria.how_many(all_four) == 4);
    expect(opportunity_criteria.met_by(all_four) && !opportunity_criteria.met_by(all_of_bant));
    return true;
}
static_assert(a_rule_asks_for_all_of_its_criteria());
TEST_CASE("a rule asks for all of its criteria, and for no others") {
    CHECK(a_rule_asks_for_all_of_its_criteria());
}

} // namespace
} // namespace kpi::test
