// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/rational.hpp"
#include <kpi/core/mean_value.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

using u64 = std::uint64_t;
constexpr u64 most = ~u64{0};

constexpr bool a_mean_is_exact_until_it_is_told() {
    const mean_value m{opaque(u64{10}), opaque(u64{4})};
    expect(m.exact() == fraction<u64>{10, 4});
    expect(m.value() == 2.5 && m.value<float>() == 2.5f && m.value<rational>() == rational(5, 2));
    expect(m.per(1) == 3 && m.per(1000) == 2500); // half away from zero
    expect(!m.saturated());
    return true;
}
static_assert(a_mean_is_exact_until_it_is_told());
TEST_CASE("a mean is exact until it is told") { CHECK(a_mean_is_exact_until_it_is_told()); }

constexpr bool none_has_no_mean() {
    expect(!mean_value{}.has_value() && !mean_value{}.value() && !mean_value{}.per(1));
    expect(mean_value{0, opaque(u64{3})}.value() == 0.0);
    expect(mean_value{}.value_or(7.0) == 7.0);
    expect(mean_value{opaque(u64{6'000'000'000}), 2}.value_or(0) == 3e9);
    return true;
}
static_assert(none_has_no_mean());
TEST_CASE("the mean of nothing is absent, of zeros it is zero") { CHECK(none_has_no_mean()); }

constexpr bool what_is_saturated_is_absent() {
    expect(mean_value{opaque(most), 5}.saturated() && !mean_value{opaque(most), 5}.has_value());
    expect(mean_value{5, opaque(most)}.saturated() && !mean_value{5, opaque(most)}.has_value());
    return true;
}
static_assert(what_is_saturated_is_absent());
TEST_CASE("what has been left out of a saturated sum is not known, so its mean is absent") {
    CHECK(what_is_saturated_is_absent());
}

constexpr bool means_are_pooled() { // 90 of 10 and 10 of 90: 1, and not the mean of 9 and 1/9
    mean_value m{opaque(u64{90}), opaque(u64{10})};
    m += mean_value{10, 90};
    expect(m == mean_value{100, 100});
    m += mean_value{0, 50, opaque(u64{250})}; // and 50 whose sum is -250
    expect(m == mean_value{100, 150, 250} && m.value() == -1.0);
    m += mean_value{most - 1, 0};
    expect(m.saturated() && m.sum == most);
    return true;
}
static_assert(means_are_pooled());
TEST_CASE("means are pooled: sum over sum, never the mean of means") { CHECK(means_are_pooled()); }

} // namespace
} // namespace kpi::test
