// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/wide.hpp"
#include <kpi/core/saturating.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>

namespace kpi::test {
namespace {

static_assert(counter<std::uint8_t> && counter<std::uint64_t> && counter<unsigned>);
static_assert(!counter<bool> && !counter<int> && !counter<double>);

template <counter C> constexpr bool stops_at_its_greatest_value() {
    constexpr C top = saturation<C>;
    expect(saturating_add(opaque(C{0}), opaque(C{0})) == 0);
    expect(saturating_add(opaque(top), opaque(C{0})) == top);
    expect(saturating_add(opaque(C(top - 1)), opaque(C{1})) == top);
    expect(saturating_add(opaque(C(top - 1)), opaque(C{2})) == top);
    expect(saturating_add(opaque(top), opaque(top)) == top);
    expect(is_saturated(opaque(top)) && !is_saturated(opaque(C(top - 1))));
    expect(saturating_multiply(opaque(top), opaque(C{1})) == top);
    expect(saturating_multiply(opaque(C(top / 2)), opaque(C{2})) == top - 1);
    expect(saturating_multiply(opaque(C(top / 2 + 1)), opaque(C{2})) == top);
    expect(saturating_multiply(opaque(top), opaque(C{0})) == 0);
    return true;
}
static_assert(stops_at_its_greatest_value<std::uint8_t>() && stops_at_its_greatest_value<std::uint16_t>());
static_assert(stops_at_its_greatest_value<std::uint32_t>() && stops_at_its_greatest_value<std::uint64_t>());
TEST_CASE("a count stops at its greatest value and knows it") {
    CHECK(stops_at_its_greatest_value<std::uint8_t>());
    CHECK(stops_at_its_greatest_value<std::uint16_t>());
    CHECK(stops_at_its_greatest_value<std::uint32_t>());
    CHECK(stops_at_its_greatest_value<std::uint64_t>());
}

constexpr bool nothing_is_taken_off_that_is_not_there() {
    std::uint32_t count = opaque(5u);
    expect(!take_off(count, 6u) && count == 5);
    expect(take_off(count, 2u) && count == 3);
    expect(take_off(count, 3u) && count == 0);
    expect(!take_off(count, 1u) && count == 0);
    expect(take_off(count, 0u) && count == 0);

    std::uint8_t full = opaque(saturation<std::uint8_t>); // nobody knows what it stands for
    expect(!take_off(full, std::uint8_t{1}) && full == 255);
    expect(!take_off(full, std::uint8_t{0}) && full == 255);
    return true;
}
static_assert(nothing_is_taken_off_that_is_not_there());
TEST_CASE("nothing is taken off that is not there") { CHECK(nothing_is_taken_off_that_is_not_there()); }

constexpr bool a_figure_is_clamped_to_what_a_count_holds() {
    expect(to_count<std::uint8_t>(opaque(-1)) == 0);
    expect(to_count<std::uint8_t>(opaque(255)) == 255 && to_count<std::uint8_t>(opaque(256)) == 255);
    expect(to_count<std::uint32_t>(opaque(std::int64_t{-5'000'000'000})) == 0);
    expect(to_count<std::uint32_t>(opaque(std::uint64_t{5'000'000'000})) == saturation<std::uint32_t>);
    expect(to_count<std::uint64_t>(opaque(std::int8_t{-1})) == 0);
    return true;
}
static_assert(a_figure_is_clamped_to_what_a_count_holds());
TEST_CASE("a caller's figure is clamped to what a count holds") {
    CHECK(a_figure_is_clamped_to_what_a_count_holds());
}

constexpr bool an_integer_has_a_size_whatever_its_sign() {
    expect(magnitude(opaque(0)) == 0 && magnitude(opaque(7)) == 7 && magnitude(opaque(-7)) == 7);
    expect(magnitude(opaque(std::int8_t{-128})) == 128);
    expect(magnitude(opaque(INT64_MIN)) == std::uint64_t{1} << 63);
    expect(magnitude(opaque(saturation<std::uint64_t>)) == saturation<std::uint64_t>);
    return true;
}
static_assert(an_integer_has_a_size_whatever_its_sign());
TEST_CASE("an integer has a size, whatever its sign") { CHECK(an_integer_has_a_size_whatever_its_sign()); }

constexpr bool a_count_in_another_integer_stops_at_its_greatest() {
    expect(widened<int>(opaque(7u)) == 7 && widened<std::uint64_t>(opaque(7u)) == 7);
    expect(widened<std::int8_t>(opaque(127u)) == 127 && widened<std::int8_t>(opaque(128u)) == 127);
    expect(widened<std::uint64_t>(opaque(std::uint8_t{254})) == 254);
    expect(widened<std::uint64_t>(opaque(std::uint8_t{255})) == saturation<std::uint64_t>); // stays saturated
    return true;
}
static_assert(a_count_in_another_integer_stops_at_its_greatest());
TEST_CASE("a count in another integer stops at the greatest of that, and stays saturated") {
    CHECK(a_count_in_another_integer_stops_at_its_greatest());
}

TEST_CASE("addition of bytes, all 2^24 triples: the sum or 255, in any order and grouping") {
    // What lets states be merged in any tree.
    using byte = std::uint8_t;
    std::size_t broken = 0;
    for (unsigned a = 0; a < 256; ++a)
        for (unsigned b = 0; b < 256; ++b) {
            const byte ab = saturating_add(byte(a), byte(b));
            broken += ab != (a + b < 255 ? a + b : 255);
            broken += ab != saturating_add(byte(b), byte(a));
            broken += saturating_multiply(byte(a), byte(b)) != (a * b < 255 ? a * b : 255);
            for (unsigned c = 0; c < 256; ++c)
                broken +=
                    saturating_add(ab, byte(c)) != saturating_add(byte(a), saturating_add(byte(b), byte(c)));
        }
    CHECK(broken == 0);
}

TEST_CASE("64 bits agree with 128 at the edges") {
    using u64 = std::uint64_t;
    constexpr u64 top = saturation<u64>;
    constexpr std::array<u64, 12> edges{0,       1,       2,           3,       0xFFFFFFFF, 0x100000000,
                                        top / 3, top / 2, top / 2 + 1, top - 2, top - 1,    top};
    const auto clamped = [](wide n) { return n > top ? top : static_cast<u64>(n); };
    for (const u64 a : edges)
        for (const u64 b : edges) {
            CAPTURE(a);
            CAPTURE(b);
            CHECK(saturating_add(a, b) == clamped(wide{a} + b));
            CHECK(saturating_multiply(a, b) == clamped(wide{a} * b));
        }
}

} // namespace
} // namespace kpi::test
