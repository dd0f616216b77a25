// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/reading.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <type_traits>

namespace kpi::test {
namespace {

/// A value of one's own: it answers `exact()`, and is read like the built-in ones.
template <unsigned Scale> struct share : reading<share<Scale>, Scale> {
    std::uint32_t of{}, all{};

    constexpr share(std::uint32_t of_, std::uint32_t all_) : of{of_}, all{all_} {}
    [[nodiscard]] constexpr fraction<std::uint32_t> exact() const noexcept { return {of, all}; }
};

constexpr bool is_read_as_a_number_a_percent_and_an_integer() {
    const share<1> s{opaque(3u), opaque(8u)};
    expect(s.has_value());
    expect(s.value() == 0.375 && s.value<float>() == 0.375f);
    expect(s.percent() == 37.5 && s.percent<float>() == 37.5f);
    expect(s.value_or(-1.0) == 0.375);
    expect(s.per(1000) == 375 && s.per(100) == 38 && s.per(1) == 0);
    return true;
}
static_assert(is_read_as_a_number_a_percent_and_an_integer());
TEST_CASE("a value is read as a number, a percent, and an integer per n") {
    CHECK(is_read_as_a_number_a_percent_and_an_integer());
}

constexpr bool the_scale_is_that_of_value_alone() {
    const share<100> s{opaque(3u), opaque(8u)};
    expect(s.value() == 37.5 && s.value_or(0.0f) == 37.5f);
    expect(s.percent() == 37.5);
    expect(s.per(1000) == 375); // of the exact fraction
    return true;
}
static_assert(the_scale_is_that_of_value_alone());
TEST_CASE("the scale is that of value() alone") { CHECK(the_scale_is_that_of_value_alone()); }

constexpr bool what_does_not_exist_yet_is_absent() {
    const share<1> s{opaque(3u), opaque(0u)};
    expect(!s.has_value() && !s.value() && !s.percent() && !s.per(100));
    expect(s.value_or(-1.0) == -1.0 && s.value_or<float>(2) == 2.0f);
    return true;
}
static_assert(what_does_not_exist_yet_is_absent());
TEST_CASE("what does not exist yet is absent, and value_or says what to show") {
    CHECK(what_does_not_exist_yet_is_absent());
}

constexpr bool an_argument_decides_no_type() {
    const share<1> s{opaque(3u), opaque(4u)}, none{opaque(3u), opaque(0u)};
    expect(s.value_or(0) == 0.75 && none.value_or(-1) == -1.0);
    const share<1> seconds{opaque(3'000'000'000u), opaque(1u)};
    expect(seconds.value_or(0) == 3e9);
    static_assert(std::is_same_v<decltype(s.value_or(0)), double>);
    static_assert(std::is_same_v<decltype(s.value_or<float>(0)), float>);
    return true;
}
static_assert(an_argument_decides_no_type());
TEST_CASE("value_or(0) of 3/4 is 0.75: what stands in for a value does not decide its type") {
    CHECK(an_argument_decides_no_type());
}

static_assert(std::is_same_v<decltype(share<1>{1, 2}.value()), std::optional<double>>);
static_assert(sizeof(share<1>) == 2 * sizeof(std::uint32_t)); // the base takes no room

} // namespace
} // namespace kpi::test
