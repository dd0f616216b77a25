// SPDX-License-Identifier: MIT
#include "profile/amount.hpp"

#include <doctest/doctest.h>

#include <string>

namespace amount_test {
namespace {

std::string read(std::string_view text, std::string_view currency = "USD",
                 report::number_style style = {.thousands = ","}) {
    const report::number n = report::read_amount(text, currency, 2, style);
    return n.fault.empty() ? std::to_string(n.value) : n.fault;
}

} // namespace

TEST_CASE("an amount may stand beside its currency, in front or behind") {
    for (const char *text :
         {"$8,500", "8,500 $", "USD 8,500.00", "8,500.0 USD", "US$8,500", "USD8500", " $ 8500"})
        CHECK_MESSAGE(read(text) == "850000", text);
    CHECK(read("EUR 1.234,50", "EUR", {.point = ',', .thousands = "."}) == "123450");
    CHECK(read("1.234,50\xC2\xA0€", "EUR", {.point = ',', .thousands = "."}) == "123450");
    CHECK(read("CHF 12'214.50", "CHF", {.thousands = "'"}) == "1221450");
    CHECK(read("R$ 5", "BRL") == "500");
    CHECK(read("zł 5", "PLN") == "500");
}

TEST_CASE("what is taken off has a minus, or parentheses") {
    for (const char *text : {"-5", "-$5", "$-5", "$ -5", "(5)", "($5.00)", "(5 USD)",
                             "\xE2\x88\x92"
                             "5"})
        CHECK_MESSAGE(read(text) == "-500", text);
    for (const char *text :
         {"--5", "(-5)", "()", "(5", "5)", "-(5)", "$", "-", "5-", "+5", "$$5", "5 5", "abc"})
        CHECK_MESSAGE(read(text) == "is no number", text);
    CHECK(read("") == "is empty");
}

TEST_CASE("an amount of another currency is none, and a currency has to be said") {
    CHECK(read("€5") == "is not in USD");
    CHECK(read("5 EUR") == "is not in USD");
    CHECK(read("R$5") == "is not in USD");
    CHECK(read("$5", "") == "names a currency, and the profile none: it needs \"currency\"");
    CHECK(read("5", "") == "500");
}

} // namespace amount_test
