// SPDX-License-Identifier: MIT
#include <kpi/core/enumerators.hpp>
#include <kpi/sales/activity.hpp>

#include <doctest/doctest.h>

#include <bit>

namespace kpi::test {
namespace {

using enum sales::activity;

// The values are kept in snapshots and logs: they never change.
static_assert(std::popcount(enumerator_bits<sales::activity>()) == 53);
static_assert(static_cast<int>(conversation) == 0 && static_cast<int>(email_sent) == 9);
static_assert(static_cast<int>(reply_positive) == 13 && static_cast<int>(meeting_scheduled) == 16);
static_assert(static_cast<int>(follow_up) == 22 && static_cast<int>(opportunity) == 29);
static_assert(static_cast<int>(deal_won) == 34 && static_cast<int>(churned) == 36);
static_assert(static_cast<int>(nps_promoter) == 44 && static_cast<int>(ticket_closed_in_time) == 51);
static_assert(static_cast<int>(stage_entered) == 52);
static_assert(static_cast<int>(sales::medium::email) == 2 && static_cast<int>(sales::medium::other) == 6);

TEST_CASE("the vocabulary has 53 kinds, each with a name") {
    CHECK(name_of(deal_won) == "deal_won");
    CHECK(enumerator<sales::activity>("meeting_no_show") == meeting_no_show);
    CHECK_FALSE(enumerator<sales::activity>("sold").has_value());
    CHECK(name_of(sales::medium::in_person) == "in_person");
}

} // namespace
} // namespace kpi::test
