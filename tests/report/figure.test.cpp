// SPDX-License-Identifier: MIT
#include "figures/figure.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

namespace figure_test {
namespace {

using report::figure;
using report::fraction;
using report::telling;

std::string shown(fraction exact, std::string_view kind, std::uint32_t scale, unsigned decimals) {
    return value_text(
        figure{exact},
        telling{.name = {}, .kind = kind, .unit = {}, .help = {}, .scale = scale, .decimals = decimals});
}
std::string percent(std::uint64_t part, std::uint64_t whole) {
    return shown({part, whole}, "proportion", 100, 1);
}

} // namespace

TEST_CASE("a point is put into an integer") {
    CHECK(report::with_point(632, 1) == "63.2");
    CHECK(report::with_point(5, 2) == "0.05");
    CHECK(report::with_point(-5, 2) == "-0.05");
    CHECK(report::with_point(-1234, 0) == "-1234");
    CHECK(report::with_point(std::numeric_limits<std::int64_t>::min(), 1) == "-922337203685477580.8");
}

TEST_CASE("values are rounded half away from zero, on the exact fraction") {
    CHECK(percent(4238, 6711) == "63.2");
    CHECK(percent(1, 800) == "0.13"); // 0.125
    CHECK(shown({1, 8, true}, "score", 100, 0) == "-13");
    CHECK(shown({4238, 2473}, "ratio", 1, 2) == "1.71");
    CHECK(shown({6, 5}, "count", 1, 0) == "1");
}

TEST_CASE("something never reads as nothing, nor a part as the whole") {
    CHECK(percent(0, 7) == "0.0");
    CHECK(percent(1, 2499) == "0.040");
    CHECK(percent(1, 4'000'000'000) == "0.000000");
    CHECK(percent(7, 7) == "100.0");
    CHECK(percent(9999, 10'000) == "99.99");
    CHECK(shown({521, 12630}, "ratio", 1, 2) == "0.041");
    CHECK(shown({3, 1}, "count", 1, 0) == "3");
}

TEST_CASE("what there is not is a dash, and what a saturated counter says is not told") {
    CHECK(percent(0, 0) == "-");
    CHECK(percent(5, 0) == "-");
    figure full{{std::numeric_limits<std::uint64_t>::max(), 1}};
    full.saturated = true;
    CHECK(value_text(full, {}) == "-");
    CHECK_FALSE(full.has_value());
}

TEST_CASE("for programs: the value in its unit, with six decimals") {
    CHECK(report::value_number({4238, 6711}, 100) == 63.150052);
    CHECK(report::value_number({1, 3, true}, 1) == -0.333333);
    CHECK(report::value_number({1, 3600}, 3600) == 1.0);
    CHECK_FALSE(report::value_number({1, 0}, 1));
}

} // namespace figure_test
