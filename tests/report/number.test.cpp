// SPDX-License-Identifier: MIT
#include "profile/number.hpp"

#include <doctest/doctest.h>

#include <string>

namespace number_test {
namespace {

std::string read(std::string_view text, unsigned decimals = 0, char point = '.') {
    const report::number n = report::read_number(text, decimals, {.point = point, .thousands = {}});
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

TEST_CASE("groups of three digits, where a style says what stands between them") {
    const auto grouped = [](std::string_view text, std::string_view thousands, char point = '.') {
        const report::number n =
            report::read_number(text, 2, {.point = point, .thousands = thousands}, report::any_amount);
        return n.fault.empty() ? std::to_string(n.value) : n.fault;
    };
    CHECK(grouped("1,234.50", ",") == "123450");
    CHECK(grouped("-1,234,567", ",") == "-123456700");
    CHECK(grouped("1.234,5", ".", ',') == "123450");
    CHECK(grouped("1'234.50", "'") == "123450");
    CHECK(grouped("1\xE2\x80\x99"
                  "234.50",
                  "'") == "123450");
    CHECK(grouped("12 345", " ") == "1234500");
    CHECK(grouped("12\xC2\xA0"
                  "345",
                  " ") == "1234500");
    CHECK(grouped("12\xE2\x80\xAF"
                  "345",
                  " ") == "1234500");
    CHECK(grouped("12345.6", ",") == "1234560");
    for (const char *text :
         {"1,23", "1,2345", "12,34,567", "1234,567", ",234", "1,,234", "1,234,", "1,234.567,8", "1.234,50"})
        CHECK_MESSAGE(grouped(text, ",") == "is no number", text);
}

TEST_CASE("where nobody says whether thousands or decimals stand behind a mark, there are two readings and "
          "no number") {
    const auto unsaid = [](std::string_view text) { return report::read_number(text, 0, {.told = false}); };
    CHECK(unsaid("1.000").readings == "1 or 1000");
    CHECK(unsaid("2.500").readings == "2.5 or 2500");
    CHECK(unsaid("12,345").readings == "12.345 or 12345");
    CHECK(unsaid("-1.000").readings == "1 or 1000");
    CHECK(unsaid("1.000").fault ==
          "has thousands or decimals: \"thousands\" or \"decimal\" in the profile says which");
    CHECK(unsaid("10.00").value == 10);
    CHECK(unsaid("0.000").fault.empty());
    CHECK(unsaid("1234.000").value == 1234);
    CHECK(unsaid("1.000.000").fault == "is no number");
    CHECK(report::read_number("1.000").value == 1);
}

TEST_CASE("decimals beyond those that are kept are rounded where a style says so, half away from zero") {
    const auto rounded = [](std::string_view text) {
        return report::read_number(text, 2, {.rounded = true}, report::any_amount).value;
    };
    CHECK(rounded("10.555") == 1056);
    CHECK(rounded("10.5549999") == 1055);
    CHECK(rounded("-10.555") == -1056);
    CHECK(rounded("9.999") == 1000);
    CHECK_FALSE(
        report::read_number("900000000000000000.5", 0, {.rounded = true}, report::any_amount).fault.empty());
}

TEST_CASE("a number of any size is compared exactly") {
    const auto decimal = [](std::string_view text) {
        report::decimal n;
        CHECK(report::read_decimal(text, {}, n).fault.empty());
        return n;
    };
    CHECK(decimal("0.1") < decimal("0.10000001"));
    CHECK(decimal("-0.5") < decimal("0"));
    CHECK(decimal("-1.5") < decimal("-1.25"));
    CHECK(decimal("120") == decimal("120.0"));
    report::decimal n;
    CHECK(report::read_decimal("1.0000000001", {}, n).fault == "has more than 9 decimals");
}

} // namespace number_test
