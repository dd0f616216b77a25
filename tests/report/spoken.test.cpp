// SPDX-License-Identifier: MIT
#include "show/spoken.hpp"

#include <doctest/doctest.h>

namespace spoken_test {
namespace {

using namespace report;

const telling percent{
    .name = "win_rate", .kind = "proportion", .unit = "%", .help = {}, .scale = 100, .decimals = 1};
const telling seconds{.name = "response_time", .kind = "mean", .unit = "s", .help = {}, .decimals = 1};
const telling deals{.name = "deals_won", .kind = "count", .unit = "deals", .help = {}};

figure share(std::uint64_t part, std::uint64_t whole, double low, double high) {
    figure f{{part, whole}, whole};
    f.interval.emplace(low, high);
    return f;
}
figure with_open(figure f) {
    f.asides.push_back({"still_open", "3 still open", 3.0});
    return f;
}

} // namespace

TEST_CASE("thousands stand apart") {
    CHECK(with_thousands("0") == "0");
    CHECK(with_thousands("999") == "999");
    CHECK(with_thousands("1000") == "1,000");
    CHECK(with_thousands("-1234567.1234") == "-1,234,567.1234");
}

TEST_CASE("times as people say them, up to the edge of each unit") {
    CHECK(spoken_time(0) == "0 s");
    CHECK(spoken_time(1.5) == "1.5 s");
    CHECK(spoken_time(59.4) == "59 s");
    CHECK(spoken_time(59.5) == "1 min");
    CHECK(spoken_time(170) == "2 min 50 s");
    CHECK(spoken_time(3600) == "1 h");
    CHECK(spoken_time(62745) == "17 h 26 min");
    CHECK(spoken_time(7199.9) == "2 h");
    CHECK(spoken_time(2 * 86400 - 1) == "48 h");
    CHECK(spoken_time(2 * 86400) == "2.0 days");
    CHECK(spoken_time(-90) == "-1 min 30 s");
    CHECK(spoken_value({{62745, 1}}, seconds) == "17 h 26 min");
    figure days{{172800, 1}};
    days.whole_days = true;
    CHECK(spoken_value(days, seconds) == "2.0 days");
    days.exact = {86400, 1};
    telling median = seconds;
    median.kind = "quantiles";
    CHECK(spoken_value(days, median) == "1 day");
    CHECK(spoken_value({}, seconds) == "-");
}

TEST_CASE("a share has as many decimals as its range deserves") {
    CHECK(spoken_value(share(21, 54, 0.27, 0.522), percent) == "39 %");
    CHECK(spoken_value(share(4238, 6711, 0.62, 0.643), percent) == "63.2 %");
    CHECK(spoken_value(share(5000, 1'000'000, 0.004863, 0.00514), percent) == "0.50 %");
    CHECK(spoken_value(share(0, 780, 0, 0.0049), percent) == "0 %");
    CHECK(spoken_value(share(1, 100, 0.001, 0.15), percent) == "1.0 %"); // something is not nothing
    CHECK(spoken_value({{52, 100}, 100}, percent) == "52.0 %");          // touches have no range
}

TEST_CASE("a range is said where it says something") {
    CHECK(spoken_range(share(21, 54, 0.27, 0.522), percent) == "27 to 52 %");
    CHECK(spoken_range(share(7, 7, 0.99999, 1), percent).empty());
    CHECK(spoken_range(with_open(share(21, 54, 0.27, 0.522)), percent).empty());
    telling ratio;
    ratio.kind = "ratio", ratio.scale = 100, ratio.decimals = 1;
    CHECK(spoken_range(share(70, 1491, 0.036, 0.058), ratio) == "3.6 to 5.8");
}

TEST_CASE("what was counted, and one of it") {
    CHECK(spoken_counts(share(4238, 6711, 0, 1), percent) == "4,238 of 6,711");
    CHECK(spoken_counts({{21, 1}, 21}, deals).empty());
    CHECK(spoken_counts({{100, 3}, 3}, seconds) == "n 3");
    CHECK(spoken_in_full({{21, 1}}, deals) == "21 deals");
    CHECK(spoken_in_full({{1, 1}}, deals) == "1 deal");
    telling money{.name = "revenue", .kind = "total", .unit = "money", .help = {}, .decimals = 2};
    CHECK(spoken_in_full({{150000, 100}}, money) == "1,500.00");
    money.currency = "EUR";
    CHECK(spoken_in_full({{150000, 100}}, money) == "1,500.00 EUR");
}

TEST_CASE("what stands beside is said in the figure's own unit") {
    figure f{{60, 1}, 9};
    f.asides.push_back({"half_width", "within 59..61", 1.0, true});
    f.asides.push_back({"p90", "p90 7200", 7200.0, true});
    f.asides.push_back({"still_open", "3 still open", 3.0});
    CHECK(spoken_beside(f, seconds) == "nine in ten within 2 h, 3 still open");
    f.asides.push_back({"untold", "12345 untold", 12345.0});
    CHECK(spoken_beside(f, seconds).ends_with(", 12,345 untold"));
    CHECK(still_open(f) == 3);
    CHECK(still_open({}) == 0);
}

} // namespace spoken_test
