// SPDX-License-Identifier: MIT
#include "profile/recent_day.hpp"

#include "profile/date_format.hpp"

#include <doctest/doctest.h>

#include <string>

namespace recent_day_test {

using report::date_format;
using report::recent_day;

TEST_CASE("a date on the day before it is read from its time alone") {
    recent_day day;
    CHECK_FALSE(day.read("2024-02-29T17:05:09"));
    const auto first = date_format{"iso"}.read("2024-02-29T17:05:09");
    REQUIRE(first);
    day.remember("2024-02-29T17:05:09", first->seconds);
    CHECK(day.read("2024-02-29T17:05:09") == first->seconds);
    CHECK(day.read("2024-02-29T00:00:00") == first->seconds - (17 * 3600 + 5 * 60 + 9));
    CHECK(day.read("2024-02-29T23:59:59") == first->seconds + 6 * 3600 + 54 * 60 + 50);
    CHECK_FALSE(day.read("2024-03-01T17:05:09"));
    CHECK_FALSE(day.read("2024-02-29 17:05:09"));
    CHECK_FALSE(day.read("2024-02-29T17:05"));
    CHECK_FALSE(day.read("2024-02-29"));
    CHECK_FALSE(day.read(""));
}

TEST_CASE("whatever stands in a date, it is read as without a memory of the day, or not at all") {
    const date_format iso{"iso"};
    const std::string date = "2024-02-29T17:05:09";
    recent_day day;
    day.remember(date, iso.read(date)->seconds);
    for (std::size_t place = 0; place < date.size(); ++place)
        for (int c = 0; c < 256; ++c)
            for (const char behind : {'0', '9', ':'}) {
                std::string other = date;
                if (place + 1 < other.size() && behind != ':') other[place + 1] = behind;
                other[place] = static_cast<char>(c);
                CAPTURE(other);
                const auto remembered = day.read(other);
                const auto read = iso.read(other);
                if (remembered) {
                    REQUIRE(read);
                    REQUIRE(*remembered == read->seconds);
                    REQUIRE_FALSE(read->zoned);
                }
            }
}

TEST_CASE("what is no date of that form is not remembered") {
    recent_day day;
    day.remember("2024-02-29T17:05+02", 0);
    day.remember("2024-02-29", 0);
    CHECK_FALSE(day.read("2024-02-29T17:05:09"));
}

} // namespace recent_day_test
