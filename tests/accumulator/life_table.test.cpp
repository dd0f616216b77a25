// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/life_table.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace kpi::test {
namespace {

constexpr std::uint8_t open = 0, won = 1, lost = 2;
using by_day = life_table<24, 30>; // in hours
static_assert(state<by_day> && by_day::keeps == law::exact && by_day::retractable);
static_assert(sizeof(by_day) == 4 * (30 * (2 + 2) + 2));

constexpr bool tells_the_share_that_is_won() {
    by_day deals;
    deals.record({opaque(20u), won, 0}); // on the first day
    deals.record({opaque(48u), won, 0}); // at the end of the second
    deals.record({opaque(48u), lost, 0}, 2u);
    deals.record({opaque(49u), open, 0}, 4u);
    deals.record({opaque(2000u), won, 0}, 2u); // beyond the table: open all the while
    expect(deals.count() == 10 && deals.unseen() == 0 && !deals.saturated());
    expect(deals.within(24, won)->value() == 0.1 && deals.within(47, won)->value() == 0.1);
    expect(near(deals.within(48, won, 1)->value(), 0.2, 1e-15) && !deals.within(48, won)); // 9 are followed
    expect(near(deals.within(48, lost, 1)->value(), 0.2, 1e-15));
    expect(near(deals.within(72, won, 1)->value(), 0.2, 1e-15) && deals.within(30 * 24, won, 2));
    expect(!deals.within(30 * 24, won, 3) && !deals.within(31 * 24, won, 1));
    expect(deals.within(0, won)->value() == 0.0 &&
           near(deals.within<float>(48, won, 1)->value(), 0.2f, 1e-6));
    return true;
}
static_assert(tells_the_share_that_is_won());
TEST_CASE("tells the share that is won within an age") { CHECK(tells_the_share_that_is_won()); }

constexpr bool what_it_cannot_tell_is_absent() {
    expect(!by_day{}.within(24, won) && !by_day{}.within(24, won, 0));
    by_day deals;
    deals.record({opaque(30u), 3, 0}, 20u); // a cause that the table does not have: open
    expect(deals.within(24, won)->value() == 0.0 && !deals.within(24, open) && !deals.within(24, 3));
    deals.record({opaque(30u), won, 0}, std::numeric_limits<std::uint32_t>::max());
    expect(deals.saturated() && !deals.within(24, won));
    by_day late;
    late.record({opaque(60u), won, 30}, std::numeric_limits<std::uint32_t>::max());
    expect(late.saturated() && !late.retract({60, won, 30}));
    return true;
}
static_assert(what_it_cannot_tell_is_absent());
TEST_CASE("what it cannot tell is absent") { CHECK(what_it_cannot_tell_is_absent()); }

constexpr bool takes_back_what_was_recorded() {
    by_day deals;
    deals.record({opaque(60u), won, 30});
    const by_day before = deals;
    expect(!deals.retract({60, lost, 30}) && !deals.retract({60, won, 10}) && deals == before);
    expect(deals.retract({60, won, 30}) && deals == by_day{});
    deals.record({opaque(40u), won, 30}); // came and went on the second day
    deals.record({opaque(5000u), won, 4000});
    expect(deals.unseen() == 2 && deals.count() == 2 && !deals.within(24, won, 1));
    return true;
}
static_assert(takes_back_what_was_recorded());
TEST_CASE("takes back what was recorded, and counts what tells nothing") {
    CHECK(takes_back_what_was_recorded());
}

constexpr case_course any_course(random &r) {
    const auto until = r.pick<std::uint32_t>(40 * 24);
    return {until, r.pick<std::uint8_t>(4), r.below(3) == 0 ? r.pick<std::uint32_t>(until + 1) : 0};
}

TEST_CASE("a life table keeps the exact law, and takes back what it recorded") {
    keeps_its_law<by_day>(any_course, [](const case_course &c) { return c.until; });
    takes_alike_events_at_once<by_day>(any_course);
    takes_back_what_it_recorded<by_day>(any_course);
    using saturating = life_table<240, 3, 2, std::uint8_t>; // of which some counts are full at once
    keeps_its_law<saturating>(any_course, [](const case_course &c) { return c.until; }, {.events = 3000});
    takes_alike_events_at_once<saturating>(any_course, {.events = 3000});
}

// The same cases with their ages rounded up to whole days, through the function of exact times.
TEST_CASE("it is the exact estimate of ages in whole spans") {
    using statistics::course;
    double greatest = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        random r{seed};
        by_day table;
        std::vector<course<std::uint32_t>> days, hours;
        std::vector<std::uint32_t> late_days, late_hours;
        for (int i = 0; i < 300; ++i) {
            const case_course c = any_course(r);
            table.record(c);
            const std::uint8_t cause = c.cause > 2 ? std::uint8_t{0} : c.cause;
            const auto day = [](std::uint32_t age) { return age == 0 ? 1 : (age + 23) / 24; };
            if (c.from == 0 || c.from < c.until) {
                hours.push_back({c.until, cause});
                if (c.from != 0) late_hours.push_back(c.from);
            }
            if (c.from != 0 && day(c.from) >= day(c.until)) continue;
            days.push_back({day(c.until), cause});
            if (c.from != 0) late_days.push_back(day(c.from));
        }
        std::ranges::sort(days, {}, &course<std::uint32_t>::until);
        std::ranges::sort(hours, {}, &course<std::uint32_t>::until);
        std::ranges::sort(late_days);
        std::ranges::sort(late_hours);
        for (std::uint32_t day = 1; day <= 30; ++day) {
            CAPTURE(day);
            for (const std::uint8_t cause : {won, lost}) {
                const auto told = table.within(day * 24, cause);
                const auto exact = statistics::incidence_at(days, cause, day, late_days);
                REQUIRE(told.has_value() == exact.has_value());
                if (!told) continue;
                REQUIRE(within(told->value(), exact->value(), 1e-14));
                REQUIRE(within(told->variance(), exact->variance(), 1e-14));
                const auto finer = statistics::incidence_at(hours, cause, day * 24, late_hours, 1);
                if (finer) greatest = std::max(greatest, std::abs(told->value() - finer->value()));
            }
        }
    }
    MESSAGE("of 300 deals, days for hours are off by at most ", greatest);
    CHECK(greatest < 0.025);
}

} // namespace
} // namespace kpi::test
