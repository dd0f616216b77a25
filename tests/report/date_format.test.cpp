// SPDX-License-Identifier: MIT
#include "profile/date_format.hpp"

#include <kpi/time/civil.hpp>

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

namespace {

using report::date_format;

/// Seconds since 1970, or "none".
std::string read(std::string_view format, std::string_view text, std::int64_t offset = 0) {
    const auto moment = date_format{format, offset}.read(text);
    return moment ? std::to_string(moment->seconds) : "none";
}
std::string time(std::int32_t year, unsigned month, unsigned day, int hour = 0, int minute = 0,
                 int second = 0) {
    const kpi::civil_day d{year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
    return std::to_string(kpi::at(d, hour, minute, second).seconds);
}

} // namespace

TEST_CASE("iso: a date, or a date and a time") {
    CHECK(read("iso", "2018-01-31") == time(2018, 1, 31));
    CHECK(read("iso", "2018-01-31T17:05") == time(2018, 1, 31, 17, 5));
    CHECK(read("iso", "2018-01-31 17:05:09") == time(2018, 1, 31, 17, 5, 9));
    CHECK(read("iso", "2018-01-31T17:05:09.999") == time(2018, 1, 31, 17, 5, 9));
    CHECK(read("iso", "1969-12-31T23:59:59") == "-1");
    CHECK(read("iso", "2016-02-29") == time(2016, 2, 29));
}

TEST_CASE("iso: a time with a zone is moved to where the user lives, one without is there already") {
    CHECK(read("iso", "2018-01-31T17:05Z") == time(2018, 1, 31, 17, 5));
    CHECK(read("iso", "2018-01-31T17:05+02:00") == time(2018, 1, 31, 15, 5));
    CHECK(read("iso", "2018-01-31T17:05+02:00", 7200) == time(2018, 1, 31, 17, 5));
    CHECK(read("iso", "2018-01-31T17:05-0530") == time(2018, 1, 31, 22, 35));
    CHECK(read("iso", "2018-01-31T17:05", 7200) == time(2018, 1, 31, 17, 5));
    CHECK(date_format{"iso"}.read("2018-01-31T17:05Z")->zoned);
    CHECK_FALSE(date_format{"iso"}.read("2018-01-31T17:05")->zoned);
}

TEST_CASE("what is not wholly a date, or no day of the calendar, is none") {
    for (const char *text : {"",
                             "2018",
                             "2018-1-1",
                             "2018-13-01",
                             "2018-00-01",
                             "2018-02-29",
                             "1900-02-29",
                             "2018-04-31",
                             "0000-01-01",
                             "0000-00-00",
                             "2018-01-01x",
                             "2018-01-01T",
                             "2018-01-01T24:00",
                             "2018-01-01T12:60",
                             "2018-01-01T12:00:60",
                             "2018-01-01T12",
                             "2018-01-01 12:00:00.",
                             "2018-01-01T12:00+25:00",
                             "2018-01-01T12:00+2",
                             "2018-01-01Z",
                             "-018-01-01",
                             " 2018-01-01",
                             "31.01.2018",
                             "2018/01/01",
                             "NULL"}) {
        CAPTURE(text);
        CHECK(read("iso", text) == "none");
    }
}

TEST_CASE("a pattern says which number is the day") {
    CHECK(read("%d-%m-%Y", "02-01-2018") == time(2018, 1, 2));
    CHECK(read("%m-%d-%Y", "02-01-2018") == time(2018, 2, 1));
    CHECK(read("%d-%m-%Y", "31-12-2018") == time(2018, 12, 31));
    CHECK(read("%m-%d-%Y", "31-12-2018") == "none");
    CHECK(read("%m/%d/%y", "2/24/11") == time(2011, 2, 24));
    CHECK(read("%m/%d/%y", "2/24/69") == time(1969, 2, 24));
    CHECK(read("%m/%d/%y", "2/24/68") == time(2068, 2, 24));
    CHECK(read("%d.%m.%Y %H:%M", "1.2.2018 9:05") == time(2018, 2, 1, 9, 5));
    CHECK(read("%Y%m%d", "20180201") == time(2018, 2, 1));
    CHECK(read("%d-%b-%Y", "24-FEB-2011") == time(2011, 2, 24));
    CHECK(read("%d-%b-%Y", "24-Fev-2011") == "none");
    CHECK(read("%d-%m-%Y", "02-01-18") == "none");
    CHECK(read("%d-%m-%Y", "02-01-2018 ") == "none");
    CHECK(read("%Y-%m-%d %H:%M:%S %z", "2018-01-31 17:05:09 +0200") == time(2018, 1, 31, 15, 5, 9));
    CHECK(read("100%% %Y-%m-%d", "100% 2018-01-31") == time(2018, 1, 31));
}

TEST_CASE("the clock with two halves") {
    CHECK(read("%m/%d/%Y %I:%M %p", "1/31/2018 12:05 AM") == time(2018, 1, 31, 0, 5));
    CHECK(read("%m/%d/%Y %I:%M %p", "1/31/2018 12:05 pm") == time(2018, 1, 31, 12, 5));
    CHECK(read("%m/%d/%Y %I:%M %p", "1/31/2018 5:05 PM") == time(2018, 1, 31, 17, 5));
    CHECK(read("%m/%d/%Y %I:%M %p", "1/31/2018 13:05 PM") == "none");
    CHECK(read("%m/%d/%Y %I:%M %p", "1/31/2018 0:05 PM") == "none");
}

TEST_CASE("epochs are seconds or milliseconds of UTC") {
    CHECK(read("epoch", "1511712000") == "1511712000");
    CHECK(read("epoch", "1511712000.5") == "1511712000");
    CHECK(read("epoch", "-1") == "-1");
    CHECK(read("epoch", "0", 3600) == "3600");
    CHECK(read("epoch_ms", "1511712000999") == "1511712000");
    CHECK(read("epoch_ms", "-1") == "-1");
    CHECK_MESSAGE(read("epoch", "1511712000000") == "none",
                  "milliseconds taken for seconds are a year far away");
    CHECK(read("epoch", "253402300799") == "253402300799");
    CHECK_MESSAGE(read("epoch", "253402300800") == "none", "the year 10000");
    for (const char *text : {"", "-", "1e9", "+5", "12 ", "99999999999999999999"})
        CHECK(read("epoch", text) == "none");
}

TEST_CASE("a pattern that cannot be read by is refused with a sentence") {
    for (const char *pattern : {"", "%Y", "%Y-%m", "%d/%m", "%Y-%m-%d %d", "%Y-%m-%d %y", "%Y-%m-%b-%d",
                                "%Y-%m-%d %I:%M", "%Y-%m-%d %H:%M %p", "%Y-%m-%d %M", "%Y-%m-%d %H:%S",
                                "%Y-%m-%d %q", "%Y-%m-%d %", "ISO", "%Y-%m-%d %H %I %p"}) {
        CAPTURE(pattern);
        CHECK_THROWS_AS(date_format{pattern}, std::invalid_argument);
    }
}

TEST_CASE("offsets from UTC") {
    CHECK(report::read_utc_offset("+02:00") == 7200);
    CHECK(report::read_utc_offset("-0530") == -19800);
    CHECK(report::read_utc_offset("Z") == 0);
    CHECK_FALSE(report::read_utc_offset("2"));
    CHECK_FALSE(report::read_utc_offset("+15:00"));
    CHECK_FALSE(report::read_utc_offset("+02:00 "));
}

TEST_CASE("a day is shown as a day, before 1970 too") {
    CHECK(report::iso_day(0) == "1970-01-01");
    CHECK(report::iso_day(-1) == "1969-12-31");
    CHECK(report::iso_day(86399) == "1970-01-01");
    CHECK(report::iso_day(-62135596800) == "0001-01-01");
}
