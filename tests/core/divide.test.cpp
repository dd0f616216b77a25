// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/values.hpp"
#include <kpi/core/divide.hpp>

namespace kpi::test {
namespace {

using kpi::detail::divide_by_digits;

constexpr bool quotient_and_remainder() {
    for (const std::uint64_t a : {0u, 1u, 6u, 7u, 8u, 700u})
        for (const std::uint64_t b : {1u, 2u, 7u, 699u, 700u, 701u}) {
            expect(divide(opaque(a), b).quotient == a / b && divide(a, b).remainder == a % b);
            expect(divide_by_digits(opaque(a), b).quotient == a / b);
            expect(divide_by_digits(opaque(a), b).remainder == a % b);
        }
    return true;
}
static_assert(quotient_and_remainder());
TEST_CASE("a division answers quotient and remainder") { CHECK(quotient_and_remainder()); }

template <class U> bool as_the_processor_does(std::uint64_t seed) {
    random r{seed};
    const U a = any_value<U>(r);
    U b = any_value<U>(r);
    if (b == 0) b = 1;
    const auto d = divide_by_digits(a, b);
    return d.quotient == a / b && d.remainder == a % b;
}

TEST_CASE("digit by digit a division answers what the processor does") {
    for (std::uint64_t seed = 1; seed < 50'000; ++seed) {
        CAPTURE(seed);
        REQUIRE(as_the_processor_does<std::uint64_t>(seed));
        REQUIRE(as_the_processor_does<std::uint32_t>(seed));
        REQUIRE(as_the_processor_does<std::uint8_t>(seed));
    }
}

} // namespace
} // namespace kpi::test
