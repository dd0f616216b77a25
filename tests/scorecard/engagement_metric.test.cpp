// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/engagement_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr engagement_metric<visit> talks{.name = "talks", .of = door::opened, .since = door::bought};
using house = scorecard<visit, talks>;
constexpr std::int64_t quarter = engagement_metric<visit>::quarter;
using pace = ratio<std::uint32_t>;

constexpr bool whole_quarters_count() {
    house h;
    h.record({.kind = opaque(door::opened)}, 6);
    expect(h.contribution<talks>(instant{quarter}) == pace{}); // not a customer
    h.record({.kind = door::bought, .at = {0}});
    expect(h.contribution<talks>(instant{quarter - 1}) == pace{});
    expect(h.contribution<talks>(instant{quarter}) == pace{6, 1});
    expect(h.contribution<talks>(instant{3 * quarter - 1}) == pace{6, 2});
    expect(h.contribution<talks>(instant{3 * quarter}, longer_than{3 * quarter}) == pace{6, 3});
    expect(h.contribution<talks>(instant{3 * quarter}, longer_than{3 * quarter + 1}) == pace{});
    expect(h.contribution<talks>(instant{-5}) == pace{}); // a clock that is behind
    return true;
}
static_assert(whole_quarters_count());
TEST_CASE("only whole quarters of relationship count") { CHECK(whole_quarters_count()); }

TEST_CASE("a board of relationships keeps the exact law") {
    keeps_its_law<house>(any_visit, [](const visit &v) { return v.number; }, {.runs = 20});
}

} // namespace
} // namespace kpi::test
