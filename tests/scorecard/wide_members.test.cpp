// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/export/value_parts.hpp>
#include <kpi/scorecard/level_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/price_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

// Members of 64 bits, and with a sign: each word takes them exactly.

namespace kpi::test {
namespace {

enum class entry : std::uint8_t { invoiced, credited };
struct booking {
    entry kind{};
    std::int64_t value{};
    std::uint64_t elapsed{};
    int units{};
    std::int64_t customer{};
};
inline constexpr event_set<entry> every{entry::invoiced, entry::credited};
inline constexpr total_metric<booking, member::value> revenue{.name = "revenue", .of = every, .help = ""};
inline constexpr mean_metric<booking, member::value> mean_size{.name = "mean_size", .of = every, .help = ""};
inline constexpr mean_metric<booking, member::units> mean_units{
    .name = "mean_units", .of = every, .help = ""};
inline constexpr extrema_metric<booking, member::value> extremes{.name = "extremes", .of = every, .help = ""};
inline constexpr extrema_metric<booking, member::elapsed> times{.name = "times", .of = every, .help = ""};
inline constexpr quantiles_metric<booking, member::elapsed> median{.name = "median", .of = every, .help = ""};
inline constexpr distinct_metric<booking, member::customer> clients{
    .name = "clients", .of = every, .help = ""};
inline constexpr price_metric<booking, member::value, member::units> price{
    .name = "price", .of = every, .help = ""};
inline constexpr level_metric<booking, member::value> owed{
    .name = "owed", .in = {entry::invoiced}, .out = {entry::credited}, .help = ""};
inline constexpr mean_metric<booking, member::value> whole_thousands{
    .name = "whole_thousands", .of = every, .step = 1000, .help = ""};

using board = scorecard<booking, revenue, mean_size, mean_units, extremes, times, median, clients, price,
                        owed, whole_thousands>;

constexpr bool amounts_are_taken_exactly() {
    board b;
    b.record(
        {entry::invoiced, opaque(std::int64_t{5'000'000'000}), opaque(std::uint64_t{6'000'000'000}), 2, -1});
    b.record({entry::invoiced, opaque(std::int64_t{-1'500}), opaque(std::uint64_t{1}), -1, -2});
    b.record({entry::invoiced, 0, 1, 0, (std::int64_t{1} << 32) - 2}); // the same lower half as -2
    expect(b.get<revenue>() == net{5'000'000'000, 1'500});
    expect(b.get<mean_size>().exact() == fraction<std::uint64_t>{4'999'998'500, 3});
    expect(b.get<mean_units>().exact() == fraction<std::uint64_t>{1, 3});
    expect(b.get<extremes>().minimum() == -1'500 && b.get<extremes>().maximum() == 5'000'000'000);
    expect(b.get<times>().maximum() == 6'000'000'000u);
    expect(b.get<median>(1, 1).high >= 6'000'000'000u);
    expect(b.get<clients>().n == 3);
    expect(b.get<price>() == ratio<std::int64_t>{4'999'998'500, 1});
    expect(b.get<owed>().n == 4'999'998'500);
    expect(b.get<whole_thousands>().exact() == fraction<std::uint64_t>{4'999'998, 3}); // -1.5 is -2
    return true;
}
static_assert(amounts_are_taken_exactly());
TEST_CASE("amounts of 64 bits and below 0 are taken exactly") { CHECK(amounts_are_taken_exactly()); }

TEST_CASE("a net sum below 0 is exported with its sign") {
    const value_parts parts = parts_of(net{5, 7});
    CHECK(parts.exact == fraction<std::uint64_t>{2, 1, true});
    CHECK(parts_of(mean_value{5, 2, 7}).parts[0].negative);
}

TEST_CASE("an extreme of 64 bits without a sign is shown as no negative number") {
    live<times> b;
    b.record({entry::invoiced, 0, opaque(~std::uint64_t{} - 5), 0, 0});
    int shown = 0;
    b.figures<times>([&](const figure_info &, const auto &value) {
        if constexpr (requires { *value > 0; }) {
            ++shown;
            CHECK(*value == (std::numeric_limits<std::int64_t>::max)());
        }
    });
    CHECK(shown == 2);
}

} // namespace
} // namespace kpi::test
