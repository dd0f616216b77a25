// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/spending_metric.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr spending_metric<visit> big_spenders{.name = "big_spenders", .of = {door::bought}};
using house = scorecard<visit, big_spenders>;
using part = proportion<std::uint32_t>;

constexpr bool reaching_the_sum_is_enough() {
    house h;
    expect(h.contribution<big_spenders>(0) == part{0, 0});
    h.record({.kind = opaque(door::bought), .value = 40}, 2);
    expect(h.contribution<big_spenders>(80) == part{1, 1});
    expect(h.contribution<big_spenders>(81) == part{0, 1});
    expect(h.retract({.kind = door::bought, .value = 40}));
    expect(h.contribution<big_spenders>(80) == part{0, 1});
    return true;
}
static_assert(reaching_the_sum_is_enough());
TEST_CASE("reaching the sum is enough, and who spent nothing is in no share") {
    CHECK(reaching_the_sum_is_enough());
}

} // namespace
} // namespace kpi::test
