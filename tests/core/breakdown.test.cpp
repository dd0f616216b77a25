// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/core/breakdown.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool everybody_is_in_one_place() {
    breakdown<std::uint32_t, 3> b{{590, 270, opaque(140u)}};
    expect(b.total() == 1000);
    expect(b.share(1) == proportion<std::uint32_t>{270, 1000});
    expect(b.share(3) == proportion<std::uint32_t>{0, 1000}); // a place that there is not
    expect(b.share(0).part + b.share(1).part + b.share(2).part == b.total());
    expect(b.fullest() == std::size_t{0} && !breakdown<std::uint32_t, 3>{}.fullest().has_value());
    expect(breakdown<std::uint32_t, 3>{{1, 2, 2}}.fullest() == std::size_t{1}); // the first of those alike
    expect(breakdown<std::uint32_t, 3>{{1, 2, opaque(3u)}}.fullest() == std::size_t{2});
    b += b;
    expect(b.share(0) == proportion<std::uint32_t>{1180, 2000});
    expect(!breakdown<std::uint32_t, 3>{}.share(0).has_value());
    return true;
}
static_assert(everybody_is_in_one_place());
TEST_CASE("everybody is in one place, and the shares sum to 1") { CHECK(everybody_is_in_one_place()); }

} // namespace
} // namespace kpi::test
