// SPDX-License-Identifier: MIT
#include "profile/number.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

std::string read(std::string_view text, unsigned decimals = 0, char point = '.') {
    const report::number n = report::read_number(text, decimals, point);
    return n.fault.empty() ? std::to_string(n.value) : std::string{n.fault};
}

} // namespace

TEST_CASE("digits are a number, nothing else is") {
    CHECK(read("0") == "0");
    CHECK(read("007") == "7");
    CHECK(read("") == "is empty");
    CHECK(read("-3") == "is negative");
    for (const char *text :
         {" 3", "3 ", "+3", "1,054", "$5", "1e3", "0x10", "nan", "-", "--3", ".", ".5", "5.", "1.2.3", "٣"}) {
        CAPTURE(text);
        CHECK(read(text, 2) == "is no number");
        CHECK(read(text) == "is no number");
    }
}

TEST_CASE("what does not fit 32 bits is refused and never wraps") {
    CHECK(read("4294967295") == "4294967295");
    CHECK(read("4294967296") == "is greater than 4294967295");
    CHECK(read("18446744073709551617") == "is greater than 4294967295");
    CHECK(read(std::string(1000, '9')) == "is greater than 4294967295");
    CHECK(read("42949672.95", 2) == "4294967295");
    CHECK(read("42949672.96", 2) == "is greater than 4294967295 in its smallest unit");
}

TEST_CASE("decimals are exact or refused") {
    CHECK(read("10.5", 2) == "1050");
    CHECK(read("10", 2) == "1000");
    CHECK(read("10.50", 1) == "105");
    CHECK(read("10.00") == "10");
    CHECK(read("10.5") == "is no whole number");
    CHECK(read("10.555", 2) == "has more than 2 decimals");
    CHECK(read("10,5", 2, ',') == "1050");
    CHECK(read("10.5", 2, ',') == "is no number");
}

TEST_CASE("a decimal is an exact fraction") {
    using fraction = kpi::fraction<std::uint64_t>;
    CHECK(report::read_fraction("0.25") == fraction{25, 100, false});
    CHECK(report::read_fraction("60") == fraction{60, 1, false});
    CHECK_FALSE(report::read_fraction("0.1234567891"));
    CHECK_FALSE(report::read_fraction("a"));
    CHECK_FALSE(report::read_fraction(""));
}
