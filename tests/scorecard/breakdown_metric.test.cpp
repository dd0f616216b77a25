// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/breakdown_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr breakdown_metric<door, counted<door>, counted<door>> ends{
    .name = "ends",
    .in = {counted{event_set{door::bought}}, counted{event_set{door::slammed, door::dog}}},
    .labels = {"well", "badly"}};

constexpr bool the_shares_sum_to_one() {
    live<ends> b;
    expect(!b.value().share(0).has_value());
    b.record(opaque(door::bought));
    b.record(door::dog, 3);
    expect(b.value().in == std::array<std::uint64_t, 2>{1, 3});
    int figures = 0;
    b.figures<ends>([&](const figure_info &f, const proportion<std::uint64_t> &share) {
        expect(f.label == (figures == 0 ? "well" : "badly") && f.name == "ends" && share.whole == 4);
        ++figures;
    });
    expect(figures == 2);
    return true;
}
static_assert(the_shares_sum_to_one());
TEST_CASE("each is in one place, and the shares sum to 1") { CHECK(the_shares_sum_to_one()); }

} // namespace
} // namespace kpi::test
