// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/email.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace formula;

constexpr bool opened_clicked_bounced_answered() {
    expect(exactly(open_rate(45_n, 100_n)) == rational{9, 20});          // A18: 63 openings of 45 emails
    expect(exactly(click_through_rate(12_n, 240_n)) == rational{1, 20}); // A19
    expect(exactly(click_to_open_rate(12_n, 90_n)) == rational{2, 15});  // A20
    expect(exactly(bounce_rate(6_n, 240_n)) == rational{1, 40});         // A21
    expect(exactly(reply_rate(18_n, 240_n)) == rational{3, 40});         // A23: 5 auto-replies are out
    expect(!open_rate(0_n, 0_n).has_value());
    expect(!click_to_open_rate(0_n, 0_n).has_value());
    return true;
}
static_assert(opened_clicked_bounced_answered());
TEST_CASE("A18, A19, A20, A21, A23: emails opened, clicked, bounced, answered") {
    CHECK(opened_clicked_bounced_answered());
}

constexpr bool of_the_emails_delivered() {
    expect(exactly(click_through_rate_of_delivered(12_n, 240_n, 6_n)) == rational{2, 39}); // A22
    expect(open_rate_of_delivered(45_n, 240_n, 6_n) == proportion<std::uint32_t>{45, 234});
    expect(emails_delivered(240_n, 240_n) == 0);
    expect(emails_delivered(240_n, 241_n) == 0); // bounces of an earlier period
    expect(!open_rate_of_delivered(0_n, 240_n, 241_n).has_value());
    return true;
}
static_assert(of_the_emails_delivered());
TEST_CASE("A22: of the emails delivered") { CHECK(of_the_emails_delivered()); }

constexpr bool a_saturated_count_of_emails_stays_saturated() {
    const auto at_least = opaque(std::uint8_t{255}), bounced = opaque(std::uint8_t{5});
    expect(emails_delivered(at_least, bounced) == 255);
    expect(open_rate_of_delivered(bounced, at_least, bounced).saturated());
    return true;
}
static_assert(a_saturated_count_of_emails_stays_saturated());
TEST_CASE("a saturated count of emails stays saturated") {
    CHECK(a_saturated_count_of_emails_stays_saturated());
}

constexpr bool touches_and_not_prospects() {
    expect(exactly(positive_replies_per_email(4_n, 130_n)) == rational{2, 65}); // A26
    expect(exactly(opportunities_per_email(2_n, 240_n)) == rational{1, 120});
    return true;
}
static_assert(touches_and_not_prospects());
TEST_CASE("A26: positive replies for an email, of touches and not of prospects") {
    CHECK(touches_and_not_prospects());
}

} // namespace
} // namespace kpi::test
