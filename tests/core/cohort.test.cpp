// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/core/cohort.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool the_immature_are_in_no_rate() {
    cohort<std::uint32_t> c{12, 40, opaque(5u)};
    expect(c.per(100) == 30 && c.percent() == 30.0);
    c += cohort<std::uint32_t>{3, 10, 1};
    expect(c == cohort<std::uint32_t>{15, 50, 6});
    expect(!cohort<std::uint32_t>{0, 0, 9}.has_value());
    expect(cohort<std::uint8_t>{0, 255, 0}.saturated());
    return true;
}
static_assert(the_immature_are_in_no_rate());
TEST_CASE("the immature are shown, and in no rate") { CHECK(the_immature_are_in_no_rate()); }

} // namespace
} // namespace kpi::test
