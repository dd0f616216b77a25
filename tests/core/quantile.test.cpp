// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/rational.hpp"
#include <kpi/core/quantile.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

using u64 = std::uint64_t;
constexpr u64 most = ~u64{0};

constexpr bool a_quantile_is_read_as_the_middle_of_its_bounds() {
    const quantile<std::uint32_t> q{opaque(7u), opaque(10u), 3, false};
    expect(q.exact() == fraction<u64>{17, 2});
    expect(q.value() == 8.5 && q.per(1) == 9 && q.value<rational>() == rational(17, 2));
    const quantile<std::uint32_t> wide{opaque(0xfffffffeu), opaque(0xffffffffu), 3, false};
    expect(wide.value() == 4294967294.5);
    return true;
}
static_assert(a_quantile_is_read_as_the_middle_of_its_bounds());
TEST_CASE("a quantile is read as the middle of its bounds") {
    CHECK(a_quantile_is_read_as_the_middle_of_its_bounds());
}

constexpr bool the_middle_of_64_bits_does_not_overflow() {
    expect(quantile<u64>{opaque(most - 2), most, 1, false}.exact() == fraction<u64>{most - 1, 1});
    expect(quantile<u64>{opaque(most), most, 1, false}.exact() == fraction<u64>{most, 1});
    expect(quantile<u64>{opaque(u64{1} << 63), u64{1} << 63, 1, false}.exact() ==
           fraction<u64>{u64{1} << 63, 1});
    expect(quantile<u64>{0, opaque(most), 1, false}.exact() == fraction<u64>{most, 2});
    return true;
}
static_assert(the_middle_of_64_bits_does_not_overflow());
TEST_CASE("the middle of 64 bits does not overflow") { CHECK(the_middle_of_64_bits_does_not_overflow()); }

constexpr bool none_has_no_quantile() {
    expect(!quantile<std::uint32_t>{}.has_value() && !quantile<std::uint32_t>{}.value());
    const quantile<std::uint32_t> unknown{0, 0, opaque(most), false};
    expect(unknown.saturated() && !unknown.has_value());
    expect(quantile<std::uint32_t>{0, 0, opaque(u64{1}), true}.value() == 0.0);
    return true;
}
static_assert(none_has_no_quantile());
TEST_CASE("a quantile of nothing, or of counts that are saturated, is absent") {
    CHECK(none_has_no_quantile());
}

} // namespace
} // namespace kpi::test
