// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include "support/wide.hpp"
#include <kpi/core/fraction.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using u8 = std::uint8_t;
using u32 = std::uint32_t;
using u64 = std::uint64_t;
using i64 = std::int64_t;
constexpr i64 i64_max = std::numeric_limits<i64>::max();
constexpr i64 i64_min = std::numeric_limits<i64>::min();

constexpr bool halves_round_away_from_zero() {
    const fraction<u32> half{opaque(1u), opaque(2u)}, minus_half{opaque(1u), opaque(2u), opaque(true)};
    expect(half.per(1) == 1 && minus_half.per(1) == -1);
    expect(half.per(3) == 2 && minus_half.per(3) == -2);
    expect(half.per(100) == 50 && minus_half.per(100) == -50);
    expect(fraction<u32>{opaque(1u), opaque(3u)}.per(1) == 0);
    expect(fraction<u32>{opaque(2u), opaque(3u)}.per(1) == 1);
    expect(fraction<u32>{opaque(1u), opaque(8u)}.per(100) == 13); // 12.5
    expect(fraction<u32>{opaque(4238u), opaque(6711u)}.per(1'000'000) == 631501);
    return true;
}
static_assert(halves_round_away_from_zero());
TEST_CASE("halves round away from zero") { CHECK(halves_round_away_from_zero()); }

constexpr bool per_stops_at_the_limits_of_its_result() {
    constexpr u64 top = saturation<u64>;
    constexpr u32 most = saturation<u32>;
    expect(fraction<u64>{opaque(top), opaque(top)}.per(most) == most);
    expect(fraction<u64>{opaque(top - 1), opaque(top)}.per(most) == most);
    expect(fraction<u64>{opaque(u64{1}), opaque(top)}.per(most) == 0);
    expect(fraction<u64>{opaque(top), opaque(u64{1})}.per(1) == i64_max);
    expect(fraction<u64>{opaque(top), opaque(u64{1})}.per(most) == i64_max);
    expect(fraction<u64>{opaque(top), opaque(u64{1}), true}.per(most) == -i64_max);
    expect(fraction<u64>{opaque(top / 2), opaque(u64{1})}.per(1) == i64_max);
    expect(fraction<u32>{opaque(most), opaque(1u)}.per(most) == i64_max); // almost 2^64
    expect(fraction<u8>{opaque(u8{255}), opaque(u8{254})}.per(254) == 255);
    return true;
}
static_assert(per_stops_at_the_limits_of_its_result());
TEST_CASE("per stops at the limits of its result, and nothing on the way overflows") {
    CHECK(per_stops_at_the_limits_of_its_result());
}

constexpr bool a_zero_denominator_is_absent() {
    const fraction<u32> none{opaque(0u), opaque(0u)}, some_of_none{opaque(7u), opaque(0u), opaque(true)};
    expect(!none.has_value() && !none.value() && !none.value<float>(100) && !none.per(100));
    expect(!some_of_none.has_value() && !some_of_none.value() && !some_of_none.per(0));
    expect(fraction<u32>{opaque(0u), opaque(7u)}.value() == 0.0);
    return true;
}
static_assert(a_zero_denominator_is_absent());
TEST_CASE("a zero denominator is absent in every reading") { CHECK(a_zero_denominator_is_absent()); }

constexpr bool a_quotient_of_amounts_keeps_its_sign() {
    using f = fraction<u64>;
    expect(f::of(opaque(-3), opaque(4)) == f{3, 4, true} && f::of(opaque(3), opaque(-4)) == f{3, 4, true});
    expect(f::of(opaque(-3), opaque(-4)) == f{3, 4, false} && f::of(opaque(0), opaque(-4)) == f{0, 4, false});
    expect(f::of(opaque(i64_min), opaque(i64{1})) == f{u64{1} << 63, 1, true});
    expect(f::of(opaque(i64_min), opaque(i64_min)) == f{u64{1} << 63, u64{1} << 63, false});
    expect(f::of(opaque(saturation<u64>), opaque(u64{1})) == f{saturation<u64>, 1, false});
    expect(f::of_difference(opaque(u64{2}), opaque(u64{5}), 9) == f{3, 9, true});
    expect(f::of_difference(opaque(u64{5}), opaque(u64{2}), 9) == f{3, 9, false});
    expect(f::of_difference(opaque(u64{5}), opaque(u64{5}), 9) == f{0, 9, false});
    expect(fraction<u8>::of_difference(opaque(u8{0}), opaque(u8{255}), 1) == fraction<u8>{255, 1, true});
    return true;
}
static_assert(a_quotient_of_amounts_keeps_its_sign());
TEST_CASE("a quotient of amounts keeps its sign, the least integer included") {
    CHECK(a_quotient_of_amounts_keeps_its_sign());
}

/// Divides and is no floating point: what a caller's decimal has to offer.
struct thousandths {
    i64 t;
    constexpr explicit thousandths(std::integral auto whole) : t{static_cast<i64>(whole) * 1000} {}
    friend constexpr thousandths operator*(thousandths a, thousandths b) {
        return a.t *= b.t, a.t /= 1000, a;
    }
    friend constexpr thousandths operator/(thousandths a, thousandths b) {
        return a.t *= 1000, a.t /= b.t, a;
    }
    friend constexpr thousandths operator-(thousandths a, thousandths b) { return a.t -= b.t, a; }
};

constexpr bool is_read_in_the_callers_type() {
    const fraction<u32> f{opaque(3u), opaque(8u), opaque(true)};
    expect(f.value() == -0.375 && f.value<float>() == -0.375f && f.value(100) == -37.5);
    expect(f.value<thousandths>()->t == -375);
    return true;
}
static_assert(is_read_in_the_callers_type());
TEST_CASE("a fraction is read in any type that divides") { CHECK(is_read_in_the_callers_type()); }

// The references: what one writes with room to spare.

/// n * a / b rounded half away from zero, up to the limits of the result.
template <counter C> std::optional<i64> rounded(fraction<C> f, u32 n) {
    if (f.denominator == 0) return std::nullopt;
    const wide doubled = wide{2} * n * f.numerator;
    const wide size = (doubled + f.denominator) / (wide{2} * f.denominator);
    const i64 clamped = size > wide{i64_max} ? i64_max : static_cast<i64>(size);
    return f.negative ? -clamped : clamped;
}

/// The sign of a - b, by cross-multiplication.
template <counter C> int compared(fraction<C> a, fraction<C> b) {
    if (a.negative != b.negative) return a.negative ? -1 : 1;
    const wide left = wide{a.numerator} * b.denominator, right = wide{b.numerator} * a.denominator;
    return (left < right ? -1 : left > right ? 1 : 0) * (a.negative ? -1 : 1);
}

constexpr int sign_of(int i) { return (i > 0) - (i < 0); }

/// A fraction of either sign; zero has one only.
template <counter C> fraction<C> with_sign(C a, C b, unsigned negative) {
    return {a, b, negative != 0 && a != 0};
}

// Small ones, the neighbours of powers of two, and the ends of every width.
constexpr std::array<u64, 22> edges{0,          1,
                                    2,          3,
                                    5,          7,
                                    10,         99,
                                    100,        127,
                                    128,        254,
                                    255,        65535,
                                    0x7FFFFFFF, 0x80000000,
                                    0xFFFFFFFF, 0x100000000,
                                    1ull << 62, i64_max,
                                    1ull << 63, saturation<u64>};
constexpr std::array<u32, 14> scales{0,    1,    2,         3,          7,          99,         100,
                                     1000, 3600, 1'000'000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF};

template <counter C> std::size_t broken_at_the_edges() {
    std::size_t broken = 0;
    for (const u64 a : edges)
        for (const u64 b : edges)
            for (const unsigned negative : {0u, 1u}) {
                const auto f = with_sign(static_cast<C>(a), static_cast<C>(b), negative);
                for (const u32 n : scales)
                    broken += f.per(n) != rounded(f, n);
                for (const u64 c : edges)
                    for (const u64 d : edges)
                        for (const unsigned other : {0u, 1u}) {
                            const auto g = with_sign(static_cast<C>(c), static_cast<C>(d), other);
                            if (f.has_value() && g.has_value())
                                broken += sign_of(compare(f, g)) != compared(f, g);
                        }
            }
    return broken;
}
TEST_CASE("per and compare agree with 128 bits at the edges of every width") {
    CHECK(broken_at_the_edges<std::uint8_t>() == 0);
    CHECK(broken_at_the_edges<std::uint16_t>() == 0);
    CHECK(broken_at_the_edges<std::uint32_t>() == 0);
    CHECK(broken_at_the_edges<std::uint64_t>() == 0);
}

TEST_CASE("per agrees with 128 bits on every fraction of bytes") {
    std::size_t broken = 0;
    for (unsigned a = 0; a < 256; ++a)
        for (unsigned b = 0; b < 256; ++b)
            for (const u32 n : scales)
                for (const unsigned negative : {0u, 1u}) {
                    const auto narrow = with_sign(static_cast<u8>(a), static_cast<u8>(b), negative);
                    const auto wider = with_sign(a, b, negative);
                    broken += narrow.per(n) != rounded(narrow, n);
                    broken += wider.per(n) != rounded(wider, n);
                }
    CHECK(broken == 0);
}

TEST_CASE("per and compare agree with 128 bits on random fractions, close pairs among them") {
    for (u64 seed = 0; seed < 20'000; ++seed) {
        CAPTURE(seed);
        random r{seed};
        const auto any_width = [&] { return r() >> r.below(64); }; // else nearly all would have 63 or 64 bits
        const fraction<u64> f{any_width(), any_width() | 1};
        const fraction<u64> g{f.numerator + r.below(3), f.denominator | r.below(2)};
        const auto n = static_cast<u32>(any_width());
        REQUIRE(f.per(n) == rounded(f, n));
        REQUIRE(sign_of(compare(f, g)) == compared(f, g));
    }
}

} // namespace
} // namespace kpi::test
