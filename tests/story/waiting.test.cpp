// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/shop.hpp"
#include "support/story_laws.hpp"
#include <kpi/story/waiting.hpp>
#include <kpi/time/business_hours.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr weekly_schedule nine_to_five{.week = {{{{{9 * 60, 17 * 60}, {}}},
                                                        {{{9 * 60, 17 * 60}, {}}},
                                                        {{{9 * 60, 17 * 60}, {}}},
                                                        {{{9 * 60, 17 * 60}, {}}},
                                                        {{{9 * 60, 17 * 60}, {}}}}}};

template <class Story, class... Es> told_log told_of(Es... events) {
    told_log log;
    Story s;
    (s.record(events, log), ...);
    return log;
}
constexpr errand at(std::int64_t seconds, step kind, bool whole_day = false) {
    return {.at = {seconds}, .kind = kind, .whole_day = whole_day};
}
using wait = waiting<errand, asks, replies_to_it>;
std::vector<turn> turns(const told_log &log) {
    std::vector<turn> kinds;
    for (const auto &f : log.left<turn_fact>())
        kinds.push_back(f.kind);
    return kinds;
}

TEST_CASE("a wait is told as its stop, with the time since the start") {
    const auto log = told_of<wait>(at(100, step::asked), at(130, step::chat), at(400, step::answered));
    REQUIRE(log.left<errand>().size() == 1);
    CHECK(log.left<errand>()[0].elapsed == 300);
    CHECK(turns(log).empty());
}
TEST_CASE("the earliest start counts; repeated, unstarted and backwards are told") {
    const auto log = told_of<wait>(at(50, step::answered), at(100, step::asked), at(90, step::asked),
                                   at(80, step::answered), at(400, step::answered));
    REQUIRE(log.left<errand>().size() == 1);
    CHECK(log.left<errand>()[0].elapsed == 310);
    CHECK(turns(log) == std::vector{turn::unstarted, turn::repeated, turn::backwards});
}
TEST_CASE("a clock of business hours stands still in the evening, and knows nothing of dates") {
    using office = waiting<errand, asks, replies_to_it, business_time<nine_to_five>>;
    constexpr std::int64_t monday = 4 * 86400;
    const auto log =
        told_of<office>(at(monday + 16 * 3600, step::asked), at(monday + 86400 + 10 * 3600, step::answered));
    CHECK(log.left<errand>()[0].elapsed == 2 * 3600);
    const auto dates = told_of<office>(at(monday, step::asked, true), at(monday + 86400, step::answered));
    CHECK_FALSE(dates.left<errand>()[0].elapsed.has_value());
    CHECK(dates.left<errand>()[0].whole_day);
}
TEST_CASE("who still waits is told by the end") {
    told_log log;
    wait s;
    s.record(at(100, step::asked), log);
    CHECK(!s.idle());
    s.end(instant{160}, log);
    REQUIRE(turns(log) == std::vector{turn::still_open});
    CHECK(log.left<turn_fact>()[0].elapsed == 60);
}
TEST_CASE("waiting keeps the law of stories") { story_keeps_its_law<wait>(any_errand); }

} // namespace
} // namespace kpi::test
