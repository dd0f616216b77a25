// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/effort_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

enum class hand : std::uint8_t { left, right };
struct knock {
    door kind{};
    hand channel{};
};
inline constexpr effort_metric<knock, 2> knocks_per_sale{
    .name = "knocks_per_sale", .of = door::knocked, .until = door::bought, .ended = door::slammed};
using house = scorecard<knock, knocks_per_sale>;
using cost = ratio<std::uint32_t>;
using part = proportion<std::uint32_t>;

constexpr bool touches_count_until_the_result() {
    house h;
    h.record({opaque(door::knocked), hand::left}, 2);
    h.record({door::knocked, hand::right});
    expect(h.contribution<knocks_per_sale>() == cost{0, 0}); // no result yet: nothing to divide by
    h.record({door::bought, hand::left});
    expect(h.contribution<knocks_per_sale>() == cost{3, 1});
    expect(h.contribution<knocks_per_sale>(hand::left) == cost{2, 1});
    h.record({door::knocked, hand::left}, 5);
    h.record({door::slammed, hand::left}); // these five led nowhere
    h.record({door::bought, hand::left});
    expect(h.contribution<knocks_per_sale>() == cost{3, 2});
    expect(h.contribution<knocks_per_sale>(untouched{}) == part{1, 2});
    return true;
}
static_assert(touches_count_until_the_result());
TEST_CASE("touches count until the result, and then for the next one") {
    CHECK(touches_count_until_the_result());
}

constexpr bool conversion_at_touch_k_asks_who_got_that_far() {
    house h;
    h.record({opaque(door::knocked), hand::left}, 3);
    expect(h.contribution<knocks_per_sale>(at_touch{3}) == part{0, 1});
    h.record({door::bought, hand::left});
    h.record({door::knocked, hand::left}, 4);
    expect(h.contribution<knocks_per_sale>(at_touch{3}) == part{1, 1});
    expect(h.contribution<knocks_per_sale>(at_touch{2}) == part{0, 1});
    expect(h.contribution<knocks_per_sale>(at_touch{4}) == part{0, 0}); // success ended the touching
    expect(h.contribution<knocks_per_sale>(at_touch{0}) == part{0, 0});
    return true;
}
static_assert(conversion_at_touch_k_asks_who_got_that_far());
TEST_CASE("conversion at touch k asks only who got that far") {
    CHECK(conversion_at_touch_k_asks_who_got_that_far());
}

constexpr bool a_channel_past_the_last_shares_it() {
    house h;
    h.record({door::knocked, static_cast<hand>(opaque(8))});
    h.record({door::bought, hand::left});
    expect(h.contribution<knocks_per_sale>(hand::right) == cost{1, 1});
    expect(h.contribution<knocks_per_sale>(static_cast<hand>(8)) == cost{0, 1});
    return true;
}
static_assert(a_channel_past_the_last_shares_it());
TEST_CASE("a channel past the last one shares it, and is not lost") {
    CHECK(a_channel_past_the_last_shares_it());
}

} // namespace
} // namespace kpi::test
