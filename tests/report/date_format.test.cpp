// SPDX-License-Identifier: MIT
#include "profile/date_format.hpp"

#include <kpi/time/civil.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace date_format_test {
namespace {

using report::date_format;

/// Seconds since 1970, or "none".
std::string read(std::string_view format, std::string_view text, std::int64_t offset = 0) {
    const auto moment = date_format{format, {report::zone{offset}, {}, {}}}.read(text);
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

TEST_CASE("names of months and days: English ones, long or short, or those that a profile lists") {
    CHECK(read("%d %B %Y", "5 March 2024") == time(2024, 3, 5));
    CHECK(read("%d %B %Y", "5 mar 2024") == time(2024, 3, 5));
    CHECK(read("%b %d, %Y", "Sept 5, 2024") == time(2024, 9, 5));
    CHECK(read("%a, %d %b %Y %H:%M:%S %z", "Tue, 31 Aug 2010 20:36:29 +0000") ==
          time(2010, 8, 31, 20, 36, 29));
    CHECK(read("%A %d.%m.%Y", "Thursday 1.1.1970") == "0");
    CHECK(read("%A %d.%m.%Y", "Wednesday 31.12.1969") == "-86400");
    CHECK_MESSAGE(read("%A %d.%m.%Y", "Friday 1.1.1970") == "none", "it was a Thursday");

    auto german = std::make_shared<report::date_names>();
    german->months[2] = {"märz", "mär"}, german->months[9] = {"oktober", "okt"};
    const date_format by{"%d. %b %Y", {report::zone{}, {}, german}};
    CHECK(by.read("05. MÄR 2024")->seconds == by.read("5. März 2024")->seconds);
    CHECK(std::to_string(by.read("05. Okt 2024")->seconds) == time(2024, 10, 5));
    CHECK_FALSE(by.read("05. Mar 2024"));
}

TEST_CASE("a zone by its letters: those of the column or the user at that time, else those of e-mail") {
    const auto by = [](std::string_view text, report::date_setting how) {
        const auto at = date_format{"%H:%M:%S %Z %Y-%m-%d", std::move(how)}.read(text);
        return at ? std::to_string(at->seconds) : "none";
    };
    const auto named = [](std::string_view name) { return report::zone::named(name).value(); };
    const report::date_setting utc{};
    CHECK(by("14:52:06 EDT 2020-09-10", utc) == time(2020, 9, 10, 18, 52, 6));
    CHECK(by("14:52:06 PST 2020-12-10", utc) == time(2020, 12, 10, 22, 52, 6));
    CHECK(by("14:52:06 UTC 2020-09-10", utc) == time(2020, 9, 10, 14, 52, 6));
    CHECK_MESSAGE(by("13:15:00 AEDT 2021-03-09", utc) == "none", "no zone says it");
    const report::date_setting sydney{named("Australia/Sydney"), {}, {}};
    CHECK(by("13:15:00 AEDT 2021-03-09", sydney) == time(2021, 3, 9, 13, 15));
    CHECK_MESSAGE(by("13:15:00 AEST 2021-03-09", sydney) == "none", "it was summer");
    CHECK(by("13:15:00 AEST 2021-07-09", sydney) == time(2021, 7, 9, 13, 15));
    const report::date_setting shanghai{named("UTC"), named("Asia/Shanghai"), {}};
    CHECK_MESSAGE(by("13:15:00 CST 2021-07-09", shanghai) == time(2021, 7, 9, 5, 15), "not Chicago's");
    const report::date_setting berlin{named("Europe/Berlin"), {}, {}}; // the hour that comes twice
    const report::date_setting to_utc{named("UTC"), named("Europe/Berlin"), {}};
    CHECK(by("02:30:00 CEST 2024-10-27", to_utc) == time(2024, 10, 27, 0, 30));
    CHECK(by("02:30:00 CET 2024-10-27", to_utc) == time(2024, 10, 27, 1, 30));
    CHECK(by("02:30:00 CEST 2024-03-31", berlin) == "none"); // ... and one that there was not
    for (const char *text : {"14:52:06  2020-09-10", "14:52:06 +02 2020-09-10", "14:52:06 XYZ 2020-09-10"})
        CHECK_MESSAGE(by(text, utc) == "none", text);
    CHECK_THROWS_AS(date_format{"%Y-%m-%d %Z"}, std::invalid_argument);
    CHECK_THROWS_AS(date_format{"%Y-%m-%d %H:%M %z %Z"}, std::invalid_argument);
}

TEST_CASE("a spreadsheet's number of a day, with a fraction for the time") {
    CHECK(read("excel", "45292") == time(2024, 1, 1));
    CHECK(read("excel", "45296.5") == time(2024, 1, 5, 12));
    CHECK(read("excel", "45297,25") == time(2024, 1, 6, 6));
    CHECK(read("excel", "45292.3548611111") == time(2024, 1, 1, 8, 31));
    CHECK(read("excel", "45292.999999999") == time(2024, 1, 2));
    CHECK(read("excel", "61") == time(1900, 3, 1));
    CHECK(read("excel", "2958465") == time(9999, 12, 31));
    CHECK(date_format{"excel"}.read("45292")->whole_day);
    CHECK_FALSE(date_format{"excel"}.read("45292.0")->whole_day);
    for (const char *text : {"60", "0", "-45292", "2958466", "45292.", "4529x", "1710000000", "45.292.1", ""})
        CHECK_MESSAGE(read("excel", text) == "none", text);
}

TEST_CASE("a time of day in a text of its own") {
    const auto second = [](std::string_view format, std::string_view text) {
        return date_format::of_time(format).read_time(text).value_or(-1);
    };
    CHECK(second("iso", "17:05") == 61'500);
    CHECK(second("iso", "17:05:09.5") == 61'509);
    CHECK(second("%I:%M %p", "5:05 pm") == 61'500);
    CHECK(second("%H%M%S", "170509") == 61'509);
    CHECK(second("%H:%M:%S.%f", "17:05:09.123456") == 61'509);
    for (const char *text : {"24:00", "17", "17:60", "5:05", "17:05 ", ""})
        CHECK_MESSAGE(second("iso", text) == -1, text);
    for (const char *pattern : {"%M", "%H %d", "%I", "epoch", "%z", "%H %Z", ""})
        CHECK_THROWS_AS(static_cast<void>(date_format::of_time(pattern)), std::invalid_argument);
    CHECK(std::to_string(date_format{"iso"}.read("2024-01-31", 61'500)->seconds) == time(2024, 1, 31, 17, 5));
    CHECK_FALSE(date_format{"iso"}.read("2024-01-31T10:00", 61'500));
}

TEST_CASE("a zone by its name has the daylight saving of each year") {
    const auto zone = [](std::string_view name) { return report::zone::named(name).value(); };
    const date_format berlin{"iso", {zone("Europe/Berlin"), {}, {}}};
    CHECK(std::to_string(berlin.read("2024-01-31T23:30:00Z")->seconds) == time(2024, 2, 1, 0, 30));
    CHECK(std::to_string(berlin.read("2024-06-30T22:30:00Z")->seconds) == time(2024, 7, 1, 0, 30));
    CHECK(std::to_string(berlin.read("2024-06-30T22:30:00")->seconds) == time(2024, 6, 30, 22, 30));
    const date_format epoch{"epoch", {zone("Europe/Berlin"), {}, {}}};
    CHECK(std::to_string(epoch.read("1719786600")->seconds) == time(2024, 7, 1, 0, 30));

    const date_format of_utc{"iso", {zone("Europe/Paris"), zone("UTC"), {}}};
    CHECK(std::to_string(of_utc.read("2024-07-31 22:20:00")->seconds) == time(2024, 8, 1, 0, 20));
    CHECK(of_utc.read("2024-07-31 22:20:00")->zoned);
    CHECK(std::to_string(of_utc.read("2024-07-31")->seconds) == time(2024, 7, 31));
    CHECK(std::to_string(of_utc.read("2024-07-31 22:20:00+02:00")->seconds) == time(2024, 7, 31, 22, 20));

    const date_format of_new_york{"iso", {zone("UTC"), zone("America/New_York"), {}}};
    CHECK(std::to_string(of_new_york.read("2024-03-10T01:59")->seconds) == time(2024, 3, 10, 6, 59));
    CHECK_MESSAGE(!of_new_york.read("2024-03-10T02:30"), "clocks went from 2:00 to 3:00");
    CHECK(std::to_string(of_new_york.read("2024-11-03T01:30")->seconds) ==
          time(2024, 11, 3, 5, 30)); // the first

    CHECK(report::zone::named("+02:00") == report::zone{7200});
    CHECK_FALSE(report::zone::named("Europe/Berlim"));
    CHECK_FALSE(report::zone::named(""));
}

} // namespace date_format_test
