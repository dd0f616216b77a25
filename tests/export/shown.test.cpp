// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/export/shown.hpp>

#include <algorithm>

namespace {

using namespace kpi;
using kpi::test::expect;
using kpi::test::opaque;

constexpr bool reads(const figure_info &figure, const auto &value, std::string_view expected,
                     const shown_style &style = {}) {
    char room[128]{};
    return shown(room, figure, value, style).text == expected;
}
constexpr bool plainly(const auto &value, std::string_view expected) {
    char room[128]{};
    return shown(room, value).text == expected;
}

constexpr figure_info percent{.unit = "%", .scale = 100};
constexpr figure_info seconds{.unit = "s"};
constexpr figure_info days{.unit = "days", .shown_in = 86400};

constexpr bool a_value_is_shown_with_what_it_was_made_from() {
    expect(reads(percent, proportion<std::uint32_t>{opaque(4238u), 6711}, "63.2 % (4238 of 6711)"));
    expect(reads(percent, proportion<std::uint32_t>{opaque(57u), 54}, "105.6 % (57 of 54)"));
    expect(reads({}, ratio<std::uint32_t>{opaque(57u), 43}, "1.33 (57 : 43)"));
    expect(reads({.unit = "calls each"}, ratio<int>{opaque(-57), 43}, "-1.33 calls each (-57 : 43)"));
    expect(reads({.unit = "deals"}, count<std::uint16_t>{opaque(std::uint16_t{57})}, "57 deals"));
    expect(reads({.unit = "prospects"}, cardinality{opaque(1000ull), 64}, "about 1000 prospects"));
    expect(reads(percent, growth<std::uint32_t>{opaque(80u), 90}, "+12.5 % (80 to 90)"));
    expect(reads(percent, growth<std::uint32_t>{opaque(90u), 80}, "-11.1 % (90 to 80)"));
    expect(reads({.unit = "points", .scale = 100}, score<std::uint32_t>{opaque(6u), 2, 10},
                 "40 points (6 for, 2 against, of 10)"));
    expect(reads({.unit = "calls per hour", .scale = 3600}, rate<std::uint32_t>{opaque(124u), 36000},
                 "12.4 calls per hour (124 in 10 h)"));
    expect(reads(days, mean_value{opaque(145756800ull), 70}, "24.1 days (n 70, sum 1687 days)"));
    expect(reads(seconds, quantile<std::uint32_t>{opaque(62700u), 62820, 70, false},
                 "17 h 26 min (17 h 25 min to 17 h 27 min, n 70)"));
    expect(reads(seconds, quantile<std::uint32_t>{opaque(9u), 9, 3, true}, "9 s (n 3, too few)"));
    expect(reads({.unit = "days", .shown_in = 86400}, std::optional<std::int64_t>{opaque(129600ll)},
                 "1.5 days"));
    expect(reads({.unit = "criteria"}, std::optional<std::int64_t>{opaque(-3ll)}, "-3 criteria"));
    return true;
}
static_assert(a_value_is_shown_with_what_it_was_made_from());

constexpr bool a_time_is_said_as_people_say_it() {
    const auto time = [](std::uint64_t sum, std::uint64_t n, std::string_view expected) {
        return reads(seconds, mean_value{opaque(sum), n}, expected, {.parts = false});
    };
    expect(time(0, 1, "0 s"));
    expect(time(1, 30, "0.033 s"));
    expect(time(453, 10, "45.3 s"));
    expect(time(594, 10, "59.4 s"));
    expect(time(595, 10, "1 min"));
    expect(time(725, 1, "12 min 5 s"));
    expect(time(35994, 10, "59 min 59 s"));
    expect(time(35996, 10, "1 h"));
    expect(time(62760, 1, "17 h 26 min"));
    expect(time(172769, 1, "47 h 59 min"));
    expect(time(172770, 1, "2.0 days"));
    expect(time(2082240, 1, "24.1 days"));
    expect(reads(seconds, std::optional<std::int64_t>{opaque(-725ll)}, "-12 min 5 s"));
    expect(reads({.unit = "s", .shown_in = 1000}, mean_value{opaque(725000ull), 1}, "12 min 5 s",
                 {.parts = false}));
    expect(reads({.unit = "s", .shown_in = 50000}, mean_value{opaque(725000ull), 1}, "14.5 s",
                 {.parts = false}));
    return true;
}
static_assert(a_time_is_said_as_people_say_it());

constexpr bool money_has_the_callers_currency() {
    const shown_style euros{.thousands = ",", .currency = "EUR", .money_places = 2};
    expect(reads({.unit = "money"}, count<std::uint64_t>{opaque(123456789ull)}, "1,234,567.89 EUR", euros));
    expect(reads({.unit = "money a unit"}, ratio<std::uint64_t>{opaque(8400000ull), 70},
                 "1,200.00 EUR a unit (84,000.00 EUR : 70)", euros));
    expect(reads({.unit = "money"}, mean_value{opaque(100ull), 3}, "33 (n 3, sum 100)"));
    expect(reads({.unit = "moneyed"}, count<std::uint8_t>{opaque(std::uint8_t{3})}, "3 moneyed", euros));
    return true;
}

constexpr bool what_is_not_there_is_said_in_words() {
    expect(reads(percent, proportion<std::uint32_t>{opaque(0u), 0}, "absent (0 of 0)"));
    expect(reads(percent, proportion<std::uint32_t>{opaque(57u), 0}, "absent (57 of 0)"));
    expect(reads(seconds, mean_value{opaque(0ull), 0}, "absent (n 0)"));
    expect(reads(percent, growth<std::uint32_t>{opaque(0u), 9}, "absent (0 to 9)"));
    expect(reads({}, rate<std::uint32_t>{opaque(9u), 0}, "absent (9 in 0 s)"));
    expect(reads(seconds, quantile<std::uint32_t>{opaque(0u), 0, 0, true}, "absent (n 0)"));
    expect(reads(days, std::optional<std::int64_t>{}, "absent"));
    expect(reads({}, product<2>{}, "absent"));
    expect(
        reads({.unit = "calls"}, count<std::uint8_t>{opaque(std::uint8_t{255})}, "saturated (at least 255)"));
    expect(reads(percent, proportion<std::uint8_t>{opaque(std::uint8_t{12}), 255}, "saturated (12 of 255)"));
    expect(reads(percent, proportion<std::uint16_t>{opaque(std::uint16_t{12}), 255}, "4.7 % (12 of 255)"));
    expect(reads(seconds, mean_value{opaque(~0ull), 3}, "saturated (n 3)"));
    expect(reads({}, product<1>{{fraction<std::uint64_t>{opaque(~0ull), 1}}}, "saturated"));
    return true;
}
static_assert(what_is_not_there_is_said_in_words());

constexpr bool a_product_is_shown_to_its_last_place() {
    const product<3> velocity{
        {fraction<std::uint64_t>{opaque(12u), 1}, fraction<std::uint64_t>{4238, 6711}, {8400000, 70}}};
    expect(reads({.unit = "money a day"}, velocity, "9,093.61 EUR a day",
                 {.thousands = ",", .currency = "EUR", .money_places = 2}));
    expect(reads({.unit = "s"}, velocity, "909360.8 s"));
    return true;
}
static_assert(a_product_is_shown_to_its_last_place());

constexpr bool a_value_alone_is_shown_by_its_type() {
    expect(plainly(proportion<std::uint32_t>{opaque(4238u), 6711}, "63.2 % (4238 of 6711)"));
    expect(plainly(count<std::uint32_t>{opaque(5u)}, "5"));
    expect(plainly(growth<std::uint32_t>{opaque(4u), 5}, "+25.0 % (4 to 5)"));
    expect(plainly(score<std::uint32_t>{opaque(1u), 2, 4}, "-25 points (1 for, 2 against, of 4)"));
    expect(plainly(rate<std::uint32_t>{opaque(1u), 60}, "60.0 per hour (1 in 1 min)"));
    return true;
}
static_assert(a_value_alone_is_shown_by_its_type());

} // namespace

TEST_CASE("a value is shown with what it was made from") {
    CHECK(a_value_is_shown_with_what_it_was_made_from());
}
TEST_CASE("a time is said as people say it") { CHECK(a_time_is_said_as_people_say_it()); }
TEST_CASE("money has the caller's currency") {
    static_assert(money_has_the_callers_currency());
    CHECK(money_has_the_callers_currency());
}
TEST_CASE("what is not there is said in words") { CHECK(what_is_not_there_is_said_in_words()); }
TEST_CASE("a product is shown to its last place") { CHECK(a_product_is_shown_to_its_last_place()); }
TEST_CASE("a value alone is shown by its type") { CHECK(a_value_alone_is_shown_by_its_type()); }

TEST_CASE("a span that is too small is filled, and the size needed answered") {
    const proportion<std::uint32_t> value{4238, 6711};
    constexpr std::string_view whole = "63.2 % (4238 of 6711)";
    for (std::size_t size = 0; size <= whole.size() + 1; ++size) {
        char room[64];
        std::fill(std::begin(room), std::end(room), '#');
        const written text = shown({room, size}, value);
        CHECK(text.size == whole.size());
        CHECK(text.complete() == (size >= whole.size()));
        CHECK(text.text == whole.substr(0, size));
        for (std::size_t i = std::min(size, whole.size()); i < sizeof room; ++i)
            REQUIRE(room[i] == '#');
    }
}
