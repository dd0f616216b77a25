// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include <kpi/core/pair_sums.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool empty_all_are_0() {
    const pair_sums none;
    expect(none == pair_sums{0, 0, 0, {}, {}, {}});
    expect(none != pair_sums{1, 0, 0, {}, {}, {}} && none != pair_sums{0, 0, 0, {}, {0, 1}, {}});
    return true;
}
static_assert(empty_all_are_0());
TEST_CASE("empty, all sums are 0") { CHECK(empty_all_are_0()); }

} // namespace
} // namespace kpi::test
