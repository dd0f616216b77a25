// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/rational.hpp"
#include <kpi/core/net.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

constexpr std::uint64_t most = ~std::uint64_t{};

constexpr bool what_is_left_has_its_sign() {
    const net n{opaque(std::uint64_t{500}), opaque(std::uint64_t{1'500})};
    expect(n.value() == -1000.0 && n.value<rational>() == rational{-1000} && n.per(1) == -1000);
    expect(n.clamped() == -1000 && n.value_or(0) == -1000.0 && !n.saturated());
    expect(net{}.has_value() && net{}.value() == 0.0 && net{}.clamped() == 0);
    net sum{1'000, 0};
    sum += n;
    expect(sum == net{1'500, 1'500} && sum.clamped() == 0);
    return true;
}
static_assert(what_is_left_has_its_sign());
TEST_CASE("what is left of a sum has its sign, and nothing added is 0") {
    CHECK(what_is_left_has_its_sign());
}

constexpr bool it_stops_at_its_limits() {
    constexpr std::int64_t greatest = std::numeric_limits<std::int64_t>::max();
    expect(net{opaque(most - 1), 0}.clamped() == greatest && net{0, opaque(most - 1)}.clamped() == -greatest);
    net n{opaque(most - 1), 0};
    n += net{5, 0};
    expect(n.saturated() && n.added == most && n.clamped() == greatest);
    expect(net{0, opaque(most)}.saturated());
    return true;
}
static_assert(it_stops_at_its_limits());
TEST_CASE("a net sum stops at its limits and says so") { CHECK(it_stops_at_its_limits()); }

} // namespace
} // namespace kpi::test
