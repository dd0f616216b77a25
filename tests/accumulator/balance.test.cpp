// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/balance.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool what_came_in_less_what_went_out() {
    balance b{opaque(5u), 2};
    expect(b.level() == 3 && b.coherent());
    b += balance{0, 4};
    expect(b.level() == 0 && !b.coherent() && !b.saturated());
    b += balance{saturation<std::uint64_t>, 0};
    expect(b.saturated() && is_saturated(b.level()));
    static_assert(state<balance>);
    return true;
}
static_assert(what_came_in_less_what_went_out());
TEST_CASE("a balance is what came in less what went out") { CHECK(what_came_in_less_what_went_out()); }

} // namespace
} // namespace kpi::test
