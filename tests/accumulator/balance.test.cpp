// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/balance.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool what_came_in_less_what_went_out() {
    balance b{opaque(5u), 2};
    expect(b.level() == 3 && b.coherent());
    b += balance{0, 3};
    expect(b.level() == 0 && b.coherent()); // all of it is gone
    b += balance{0, 1};
    expect(b.level() == 0 && !b.coherent() && !b.saturated());
    b += balance{saturation<std::uint64_t>, 0};
    expect(b.saturated() && is_saturated(b.level()) && b.out == 6);
    b.reset();
    expect(b == balance{});
    b += balance{0, saturation<std::uint64_t>};
    expect(b.saturated() && is_saturated(b.level()));
    static_assert(state<balance> && balance::keeps == law::exact && balance::retractable);
    return true;
}
static_assert(what_came_in_less_what_went_out());
TEST_CASE("a balance is what came in less what went out") { CHECK(what_came_in_less_what_went_out()); }

TEST_CASE("a balance is its two sums, and empty is all zero bits") {
    CHECK(empty_is_zero_bits<balance>());
    CHECK(fields_of(balance{5, 2}) == std::vector<std::uint64_t>{5, 2});
    CHECK(fields_are_the_state(balance{5, 2}));
}

} // namespace
} // namespace kpi::test
