// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/switching_metric.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

struct act {
    door kind{};
    instant at{};
    std::uint8_t channel{};
};
inline constexpr switching_metric<act> switches{
    .name = "switches", .of = {door::knocked, door::opened}, .gap = 100};
using rep = scorecard<act, switches>;
using pace = rate<std::uint32_t>;

constexpr bool a_switch_is_a_step_to_another_channel() {
    rep r;
    r.record({opaque(door::knocked), {0}, 1});
    r.record({door::opened, {100}, 2}); // at the limit: no gap
    expect(r.contribution<switches>() == pace{1, 100});
    r.record({door::opened, {201}, 1}); // a gap
    r.record({door::bought, {210}, 2}); // not an act
    r.record({door::knocked, {221}, 1});
    expect(r.contribution<switches>() == pace{1, 120});
    return true;
}
static_assert(a_switch_is_a_step_to_another_channel());
TEST_CASE("a switch is a step to another channel without a gap") {
    CHECK(a_switch_is_a_step_to_another_channel());
}

constexpr bool midnight_is_no_switch() {
    rep r;
    r.record({opaque(door::knocked), {86390}, 1});
    r.record({door::knocked, {86400}, 2});
    expect(r.contribution<switches>() == pace{0, 0});
    expect(!r.contribution<switches>().has_value());
    r.record({door::knocked, {86399}, 1}); // late
    expect(r.state<switches>().disordered == 1 && r.state<switches>().acts == 2);
    return true;
}
static_assert(midnight_is_no_switch());
TEST_CASE("a new day is no switch and no active time") { CHECK(midnight_is_no_switch()); }

} // namespace
} // namespace kpi::test
