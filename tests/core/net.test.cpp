// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/net.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

constexpr bool what_is_left_has_a_sign() {
    constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();
    const net owed{opaque(std::uint64_t{5}), 7};
    expect(owed.has_value() && owed.value() == -2.0 && owed.per(10) == -20 && owed.clamped() == -2);
    expect(net{}.has_value() && net{}.value() == 0.0); // nothing is 0
    net both = owed;
    both += net{10, 1};
    expect(both == net{15, 8} && both.clamped() == 7);
    both.add(-20, 2), both.add(3u);
    expect(both == net{18, 48});
    expect(!both.take_back(-49) && !both.take_back(19) && both.take_back(-48) && both == net{18, 0});
    expect(!both.saturated() && net{greatest, 0}.saturated() && net{0, greatest}.saturated());
    expect(net{0, greatest}.clamped() == -std::numeric_limits<std::int64_t>::max());
    expect(net{greatest - 1, 1}.clamped() == std::numeric_limits<std::int64_t>::max());
    return true;
}
static_assert(what_is_left_has_a_sign());
TEST_CASE("what is left has a sign") { CHECK(what_is_left_has_a_sign()); }

} // namespace
} // namespace kpi::test
