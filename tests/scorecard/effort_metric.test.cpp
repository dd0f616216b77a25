// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/told_visit.hpp"
#include <kpi/scorecard/effort_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr effort_metric<told_visit, std::uint8_t, 3> knocks_per_sale{
    .name = "knocks_per_sale", .of = {door::bought}, .channels = {"unknown", "left", "right"}};

constexpr bool touches_for_each_result_by_channel() {
    live<knocks_per_sale> b;
    expect(!b.value().has_value());
    b.record({.kind = opaque(door::bought), .channel = 1, .touches = 3}); // the first fact counts the sale
    b.record({.kind = door::bought, .again = true, .channel = 2, .touches = 4});
    b.record({.kind = door::bought}); // without a touch
    expect(b.value() == ratio<std::uint64_t>{7, 2});
    std::uint64_t left = 0, untouched = 0;
    b.figures<knocks_per_sale>([&](const figure_info &f, const auto &value) {
        if constexpr (requires { value.b; })
            if (f.label == "left") left = value.a;
        if constexpr (requires { value.n; })
            if (f.name == "untouched") untouched = value.n;
    });
    expect(left == 3 && untouched == 1);
    return true;
}
static_assert(touches_for_each_result_by_channel());
TEST_CASE("touches for each result, in all and by channel, and results without any") {
    CHECK(touches_for_each_result_by_channel());
}

} // namespace
} // namespace kpi::test
