// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/export/decimal.hpp>

#include <string>

namespace {

using kpi::decimal_style;
using kpi::test::expect;
using kpi::test::opaque;
using fraction = kpi::fraction<std::uint64_t>;

constexpr bool says(const auto &exact, const decimal_style &style, std::string_view expected) {
    char room[256]{};
    kpi::text_writer out{room};
    kpi::write_decimal(out, exact, style);
    return out.result().complete() && out.result().text == expected;
}

constexpr std::uint64_t greatest = ~std::uint64_t{};

constexpr bool a_decimal_is_rounded_half_away_from_zero() {
    expect(says(fraction{opaque(1ull), 2}, {}, "1"));
    expect(says(fraction{opaque(1ull), 2, true}, {}, "-1"));
    expect(says(fraction{opaque(4238ull), 6711}, {.scale = 100, .places = 1}, "63.2"));
    expect(says(fraction{opaque(5ull), 1000}, {.places = 2}, "0.01"));
    expect(says(fraction{opaque(4ull), 1000, true}, {.places = 2}, "0.00"));
    expect(says(fraction{opaque(1ull), 3}, {.places = 9}, "0.333333333"));
    expect(says(fraction{opaque(999ull), 1000}, {.places = 1}, "1.0"));
    expect(says(fraction{opaque(2082240ull), 1}, {.shown_in = 86400, .places = 1}, "24.1"));
    return true;
}
static_assert(a_decimal_is_rounded_half_away_from_zero());

constexpr bool what_is_absent_is_not_written() {
    expect(says(fraction{opaque(1ull), 0}, {}, ""));
    expect(says(fraction{opaque(3ull), 1}, {.shown_in = 0}, "3"));
    expect(says(std::array{fraction{1, 1}, fraction{opaque(1ull), 0}}, {}, ""));
    return true;
}
static_assert(what_is_absent_is_not_written());

constexpr bool places_come_until_two_digits_say_something() {
    const decimal_style percent{.scale = 100, .places = 1, .most_places = 6};
    expect(says(fraction{opaque(1ull), 2999}, percent, "0.033"));
    expect(says(fraction{opaque(4ull), 10000}, percent, "0.04"));
    expect(says(fraction{opaque(4ull), 1000}, percent, "0.4"));
    expect(says(fraction{opaque(9996ull), 10000}, percent, "99.96"));
    expect(says(fraction{opaque(1ull), 1}, percent, "100.0"));
    expect(says(fraction{opaque(1ull), greatest}, percent, "0.000000"));
    return true;
}
static_assert(places_come_until_two_digits_say_something());

constexpr bool a_sign_groups_and_zeros_as_asked() {
    expect(says(fraction{opaque(1234567ull), 1}, {.thousands = ","}, "1,234,567"));
    expect(says(fraction{opaque(123ull), 1}, {.thousands = ","}, "123"));
    expect(says(fraction{opaque(1000ull), 1}, {.places = 2, .thousands = ".", .point = ','}, "1.000,00"));
    expect(says(fraction{opaque(1ull), 8}, {.plus = true}, "0"));
    expect(says(fraction{opaque(1ull), 8}, {.scale = 100, .places = 1, .plus = true}, "+12.5"));
    expect(says(fraction{opaque(1ull), 8}, {.places = 6, .trimmed = true}, "0.125"));
    expect(says(fraction{opaque(100ull), 1}, {.places = 6, .trimmed = true}, "100"));
    expect(says(fraction{opaque(0ull), 1}, {.places = 6, .trimmed = true}, "0"));
    return true;
}
static_assert(a_sign_groups_and_zeros_as_asked());

constexpr bool every_digit_of_the_greatest_is_right() {
    expect(says(fraction{opaque(greatest), 1}, {}, "18446744073709551615"));
    expect(says(fraction{opaque(greatest), 1}, {.scale = 3600, .places = 9},
                "66408278665354385814000.000000000"));
    expect(says(fraction{opaque(greatest), greatest}, {.scale = 4294967295, .shown_in = 4294967295}, "1"));
    expect(says(fraction{opaque(greatest - 1), greatest}, {.places = 9}, "1.000000000"));
    const std::array three{fraction{opaque(greatest), 1}, fraction{greatest, 1}, fraction{greatest, 2}};
    expect(says(three, {.places = 1}, "3138550867693340381407471161222425512883785927194929266687.5"));
    expect(says(std::array{fraction{opaque(1ull), 3, true}, fraction{3, 1}}, {.places = 1}, "-1.0"));
    expect(says(std::array{fraction{opaque(1ull), 3, true}, fraction{3, 1, true}}, {}, "1"));
    return true;
}
static_assert(every_digit_of_the_greatest_is_right());

} // namespace

TEST_CASE("a decimal is rounded half away from zero") { CHECK(a_decimal_is_rounded_half_away_from_zero()); }
TEST_CASE("what is absent is not written") { CHECK(what_is_absent_is_not_written()); }
TEST_CASE("places come until two digits say something") {
    CHECK(places_come_until_two_digits_say_something());
}
TEST_CASE("a sign, groups and zeros as asked") { CHECK(a_sign_groups_and_zeros_as_asked()); }
TEST_CASE("every digit of the greatest is right") { CHECK(every_digit_of_the_greatest_is_right()); }

TEST_CASE("a decimal with as many places is what per() answers") {
    constexpr std::uint64_t seed = 20260713;
    CAPTURE(seed);
    kpi::test::random r{seed};
    constexpr std::array<std::uint32_t, 4> powers{1, 10, 100, 1000};
    for (int i = 0; i < 20000; ++i) {
        const fraction f{r.pick<std::uint64_t>(1u << 20), r.pick<std::uint64_t>(1u << 20) + 1};
        const std::uint8_t places = static_cast<std::uint8_t>(r.below(4));
        char room[64]{};
        kpi::text_writer out{room};
        kpi::write_decimal(out, f, {.scale = 100, .places = places});
        std::string digits{out.result().text};
        std::erase(digits, '.');
        REQUIRE(std::stoll(digits) == *f.per(100 * powers[places]));
    }
}

TEST_CASE("an integer of a scaled fraction is rounded half away from zero") {
    static_assert(kpi::rounded_size(fraction{7, 2}, 1, 1) == 4);
    static_assert(kpi::rounded_size(fraction{90, 1}, 1, 60) == 2);
    CHECK(kpi::rounded_size(fraction{opaque(greatest), 1}, 60, 1) == greatest);
    CHECK(kpi::rounded_size(fraction{opaque(greatest), 1, true}, 60, 60) == greatest);
}
