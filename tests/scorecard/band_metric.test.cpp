// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/core/member.hpp>
#include <kpi/scorecard/band_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr band_metric<visit, member::value, 2> sizes{
    .name = "sizes", .of = door::bought, .edges = {10, 20}, .labels = {"small", "middling", "large"}};
using board = live<sizes>;
using bands = breakdown<std::uint32_t, 3>;
constexpr visit sale(std::uint32_t value) { return {.kind = door::bought, .value = value}; }

constexpr bool a_band_takes_its_lower_edge() {
    board b;
    expect(!b.value().fullest().has_value() && !b.value().share(0).has_value());
    for (const std::uint32_t value : {0u, 9u, 10u, 19u, 20u, opaque(~0u)})
        b.record(sale(value));
    b.record({.kind = door::slammed, .value = 10}); // not of the set
    expect(b.value() == bands{{2, 2, 2}} && b.value().fullest() == std::size_t{0});
    b.record(sale(15), 3);
    expect(b.value() == bands{{2, 5, 2}} && b.value().fullest() == std::size_t{1});
    expect(b.value().share(1) == proportion<std::uint32_t>{5, 9});
    return true;
}
static_assert(a_band_takes_its_lower_edge());
TEST_CASE("a band takes its lower edge and not its upper, and each event is in one") {
    CHECK(a_band_takes_its_lower_edge());
}

constexpr bool taken_back_from_its_band() {
    board b;
    b.record(sale(opaque(10u)));
    expect(!b.retract(sale(9)) && b.retract(sale(10)) && b == board{});
    expect(b.retract({.kind = door::slammed}));
    return true;
}
static_assert(taken_back_from_its_band());
TEST_CASE("an event is taken back from its band, and from no other") { CHECK(taken_back_from_its_band()); }

constexpr bool a_full_band_stays_full() {
    board b;
    b.record(sale(1), saturation<std::uint32_t>);
    b.record(sale(opaque(1u)));
    expect(b.value().in[0] == saturation<std::uint32_t> && !b.retract(sale(1)));
    return true;
}
static_assert(a_full_band_stays_full());
TEST_CASE("a full band stays full") { CHECK(a_full_band_stays_full()); }

TEST_CASE("bands keep the exact law") {
    keeps_its_law<board>(
        [](random &r) {
            return visit{.kind = static_cast<door>(r.below(5)), .value = r.pick<std::uint32_t>(30)};
        },
        [](const visit &v) { return v.value; });
}

} // namespace
} // namespace kpi::test
