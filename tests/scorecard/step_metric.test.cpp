// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/told_visit.hpp"
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/step_metric.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr step_metric<told_visit, 2> at_knock{.name = "at_knock",
                                                     .part = {door::bought},
                                                     .whole = {door::knocked},
                                                     .names = {"at_knock_1", "at_knock_2"}};

constexpr bool a_step_is_of_those_who_got_so_far() {
    live<at_knock> b;
    b.record({.kind = opaque(door::knocked), .k = 1}, 10);
    b.record({.kind = door::bought, .k = 1}, 2);
    b.record({.kind = door::knocked, .k = 3}, 10); // beyond the steps that are asked of
    expect(b.value()[0] == proportion<std::uint32_t>{2, 10} && !b.value()[1].has_value());
    std::string_view last;
    b.figures<at_knock>([&](const figure_info &f, const auto &) { last = f.name; });
    expect(last == "at_knock_2");
    return true;
}
static_assert(a_step_is_of_those_who_got_so_far());
TEST_CASE("a step is of those who got so far") { CHECK(a_step_is_of_those_who_got_so_far()); }

} // namespace
} // namespace kpi::test
