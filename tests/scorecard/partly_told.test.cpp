// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/total.hpp>
#include <kpi/scorecard/partly_told.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool the_untold_merge_too() {
    partly_told<total> a, b;
    a.told.record(opaque(3u)), a.untold = 2, b.untold = saturation<std::uint32_t>;
    a += b;
    expect(what_is_told(a).value().n == 3 && how_many_untold(a) == saturation<std::uint32_t>);
    expect(how_many_untold(total{}) == 0);
    return true;
}
static_assert(the_untold_merge_too());
TEST_CASE("the untold merge too, and saturate") { CHECK(the_untold_merge_too()); }

} // namespace
} // namespace kpi::test
