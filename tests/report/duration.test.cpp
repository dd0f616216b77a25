// SPDX-License-Identifier: MIT
#include "profile/duration.hpp"

#include <doctest/doctest.h>

#include <string>

namespace duration_test {
namespace {

using form = report::duration_form;

std::string read(std::string_view text, form how, report::number_style style = {}) {
    const report::number n = report::read_duration(text, how, style);
    return n.fault.empty() ? std::to_string(n.value) : n.fault;
}

} // namespace

TEST_CASE("times in other units than seconds") {
    CHECK(read("12", form::minutes) == "720");
    CHECK(read("1.5", form::minutes) == "90");
    CHECK(read("1,5", form::hours, {.point = ','}) == "5400");
    CHECK(read("0.25", form::days) == "21600");
    CHECK(read("1499", form::milliseconds) == "1");
    CHECK(read("1500", form::milliseconds) == "2");
    CHECK(read("12.5", form::seconds) == "13");
    CHECK(read("12.499", form::seconds) == "12");
    CHECK(read("0.0083333", form::minutes) == "0");
    CHECK(read("71582788", form::minutes) == "4294967280");
    CHECK(read("71582789", form::minutes) == "is longer than 136 years");
    CHECK(read("99999999999999", form::days) == "is longer than 136 years");
    CHECK(read("1.000", form::minutes, {.told = false}).starts_with("has thousands or decimals"));
    CHECK(read("-1", form::minutes) == "is negative");
    CHECK(read("", form::minutes) == "is empty");
}

TEST_CASE("times with colons: minutes and seconds are two digits below 60") {
    CHECK(read("0:02:23", form::hms) == "143");
    CHECK(read("00:05:36", form::hms) == "336");
    CHECK(read("123:00:00.5", form::hms) == "442801");
    CHECK(read("2:13", form::ms) == "133");
    CHECK(read("90:00", form::ms) == "5400");
    CHECK(read("2:13", form::hm) == "7980");
    for (const char *text :
         {"2:13", "0:60:00", "0:00:60", "0:1:00", ":00:00", "0:00:00:00", "-0:00:01", "0:00:00.", "1h"})
        CHECK_MESSAGE(read(text, form::hms) == "is no time of the form h:mm:ss", text);
    CHECK(read("0:02:23", form::ms) == "is no time of the form m:ss");
}

TEST_CASE("times in words: the greater units first, each once") {
    CHECK(read("2m 13s", form::words) == "133");
    CHECK(read("1h", form::words) == "3600");
    CHECK(read("1 Hour, 5 Minutes", form::words) == "3900");
    CHECK(read("1d2h3min4sec", form::words) == "93784");
    CHECK(read("5 min. 10 sec.", form::words) == "310");
    CHECK(read("900ms", form::words) == "1");
    for (const char *text : {"13s 2m", "2m 2m", "5", "m", "5 lightyears", "-5m", "5m 3"})
        CHECK_MESSAGE(read(text, form::words) == "is no time of the form words", text);
}

} // namespace duration_test
