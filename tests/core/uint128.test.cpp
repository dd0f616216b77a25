// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include "support/rational.hpp"
#include "support/values.hpp"
#include "support/wide.hpp"
#include <kpi/core/uint128.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

using u64 = std::uint64_t;
constexpr u64 most = ~u64{0};

constexpr bool products_and_sums_carry() {
    expect(uint128::product(opaque(most), opaque(most)) == uint128{most - 1, 1});
    expect(uint128::product(opaque(u64{1} << 32), u64{1} << 32) == uint128{1, 0});
    expect(uint128::product(opaque(most), 0) == uint128{});
    expect(uint128{0, opaque(most)} + uint128{0, 1} == uint128{1, 0});
    expect(uint128{opaque(u64{1}), 0} - uint128{0, 1} == uint128{0, most});
    expect(uint128{opaque(u64{1}), most} * 3 == uint128{5, most - 2});
    expect(uint128{opaque(u64{1}), 0} > uint128{0, most});
    expect(uint128{0, opaque(u64{5})}.as<double>() == 5.0);
    expect(uint128{opaque(u64{3}), 0}.as<double>() == 3 * 18446744073709551616.0);
    expect(uint128{0, opaque(u64{5})}.as<rational>() == rational{5}); // nothing is lost in an exact type
    return true;
}
static_assert(products_and_sums_carry());
TEST_CASE("products and sums carry into the upper half") { CHECK(products_and_sums_carry()); }

uint128 halves(wide x) { return {static_cast<u64>(x >> 64), static_cast<u64>(x)}; }

TEST_CASE("128 bits in two halves calculate as the compiler's own") {
    random r{1};
    for (int i = 0; i < 20'000; ++i) {
        const u64 a = any_value<u64>(r), b = any_value<u64>(r), c = any_value<u64>(r), d = any_value<u64>(r);
        const wide x = wide{a} << 64 | b, y = wide{c} << 64 | d;
        CAPTURE(a);
        CAPTURE(b);
        CAPTURE(c);
        CAPTURE(d);
        REQUIRE(uint128::product(b, d) == halves(wide{b} * d));
        REQUIRE(uint128{a, b} + uint128{c, d} == halves(x + y));
        REQUIRE(uint128{a, b} - uint128{c, d} == halves(x - y));
        REQUIRE(uint128{a, b} * d == halves(x * d));
        REQUIRE((uint128{a, b} < uint128{c, d}) == (x < y));
        const double exact = static_cast<double>(x), told = uint128{a, b}.as<double>();
        REQUIRE(told >= exact * (1 - 4e-16));
        REQUIRE(told <= exact * (1 + 4e-16));
    }
}

} // namespace
} // namespace kpi::test
