// SPDX-License-Identifier: MIT
#include "support/laws.hpp"
#include "support/sales_rows.hpp"
#include <kpi/sales/case_of.hpp>
#include <kpi/sales/touch.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::medium;
using sales::outcome;
using deal = sales::case_of<member::deal, &sales::fact::deal>;

TEST_CASE("the first row of a case names its id and its group, for good") {
    deal d;
    d.meet(sales::touch{.source = 4, .rep = 3, .deal = 9});
    d.meet(sales::touch{.source = 5, .rep = 8, .deal = 9});
    const auto f = d.at(moment_at(march(2)), outcome::won);
    CHECK(f.deal == 9u);
    CHECK(f.rep == 3u);
    CHECK(f.source == 4u);
    CHECK_FALSE(f.prospect.has_value());
    CHECK(fields_are_the_state(d));
    deal untold;
    untold.meet(row{});
    CHECK_FALSE(untold.at({}, outcome::won).deal.has_value());
}
TEST_CASE("a goal before its start took no time, and says that it is backwards") {
    const deal d{};
    const moment early = moment_at(march(1, 10)), late = moment_at(march(3, 10));
    CHECK(d.took(early, outcome::won, early, late).elapsed == 2 * 86400);
    CHECK(d.took(late, outcome::won, late, early).backwards);
    CHECK_FALSE(d.took(late, outcome::won, late, early).elapsed.has_value());
    CHECK(d.took(late, outcome::won, {}, early).backwards);
}
TEST_CASE("a kind that can travel by one channel only implies it where the row is silent") {
    const auto of = [](activity k, medium told_one = medium::unknown) {
        return sales::channel_of(row{.kind = k, .channel = told_one});
    };
    CHECK(of(activity::conversation) == medium::phone);
    CHECK(of(activity::call) == medium::phone);
    CHECK(of(activity::email_bounced) == medium::email);
    CHECK(of(activity::video_meeting) == medium::video);
    CHECK(of(activity::meeting_held) == medium::in_person);
    CHECK(of(activity::social_touch) == medium::social);
    CHECK(of(activity::reply_positive) == medium::unknown);
    CHECK(of(activity::meeting_scheduled) == medium::unknown);
    CHECK(of(activity::meeting_held, medium::phone) == medium::phone);
    CHECK(sales::with_channel(row{.kind = activity::call}).channel == medium::phone);
}

} // namespace
} // namespace kpi::test
