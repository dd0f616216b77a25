// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/per_head_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr per_head_metric<door> knocks_per_buyer{
    .name = "knocks_per_buyer", .of = door::knocked, .whole = {.of = door::bought}};
using house = basic_scorecard<door, std::uint16_t, knocks_per_buyer>;

constexpr bool only_who_belongs_adds_events() {
    house h;
    h.record(opaque(door::knocked), 7);
    expect(h.contribution<knocks_per_buyer>() == ratio<std::uint32_t>{0, 0});
    h.record(opaque(door::bought), 3);
    expect(h.contribution<knocks_per_buyer>() == ratio<std::uint32_t>{7, 1});
    return true;
}
static_assert(only_who_belongs_adds_events());
TEST_CASE("only who belongs adds events") { CHECK(only_who_belongs_adds_events()); }

} // namespace
} // namespace kpi::test
