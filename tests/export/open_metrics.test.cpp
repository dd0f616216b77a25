// SPDX-License-Identifier: MIT
#include "export/boards.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/export/open_metrics.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace kpi;
using namespace kpi::test;

constexpr std::string_view no_saturated_ones =
    "# HELP kpi_saturated 1 for a figure that has no value because a count in it is at its limit.\n"
    "# TYPE kpi_saturated gauge\n"
    "# EOF\n";

/// The text is the expected one, and then the family of saturated figures without any.
constexpr bool is(const auto &state, std::string_view expected) {
    char room[4096]{};
    const written text = to_open_metrics(room, state);
    return text.complete() && text.text.ends_with(no_saturated_ones) &&
           text.text.substr(0, text.size - no_saturated_ones.size()) == expected;
}

constexpr bool a_figure_is_a_family_in_base_units() {
    expect(is(some_doors(),
              "# HELP kpi_opened_rate_ratio Doors opened of doors tried.\n"
              "# TYPE kpi_opened_rate_ratio gauge\n"
              "# UNIT kpi_opened_rate_ratio ratio\n"
              "kpi_opened_rate_ratio 0.625\n"
              "# HELP kpi_opened_rate_numerator Numerator: Doors opened of doors tried.\n"
              "# TYPE kpi_opened_rate_numerator gauge\n"
              "kpi_opened_rate_numerator 5\n"
              "# HELP kpi_opened_rate_denominator Denominator: Doors opened of doors tried.\n"
              "# TYPE kpi_opened_rate_denominator gauge\n"
              "kpi_opened_rate_denominator 8\n"
              "# HELP kpi_sales_made Doors 'bought' at.\n"
              "# TYPE kpi_sales_made gauge\n"
              "kpi_sales_made 1\n"
              "# HELP kpi_slams_per_sale Doors slammed for each sale.\n"
              "# TYPE kpi_slams_per_sale gauge\n"
              "kpi_slams_per_sale 0\n"
              "# HELP kpi_slams_per_sale_numerator Numerator: Doors slammed for each sale.\n"
              "# TYPE kpi_slams_per_sale_numerator gauge\n"
              "kpi_slams_per_sale_numerator 0\n"
              "# HELP kpi_slams_per_sale_denominator Denominator: Doors slammed for each sale.\n"
              "# TYPE kpi_slams_per_sale_denominator gauge\n"
              "kpi_slams_per_sale_denominator 1\n"));
    return true;
}
static_assert(a_figure_is_a_family_in_base_units());

/// The first line of a text that starts like this.
std::string line(const std::string &text, std::string_view start) {
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        if (text.compare(at, start.size(), start) == 0) return text.substr(at, text.find('\n', at) - at);
    return {};
}

template <class State> std::string text_of(const State &state, const open_metrics_style &style = {}) {
    std::string room(to_open_metrics({}, style, state).size, '\0');
    const written text = to_open_metrics(room, style, state);
    CHECK(text.complete());
    return room;
}

std::size_t lines_that_start(const std::string &text, std::string_view start) {
    std::size_t n = 0;
    for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
        n += text.compare(at, start.size(), start) == 0;
    return n;
}

constexpr figure_info named(std::string_view metric, std::string_view name, std::string_view unit = {},
                            std::uint32_t scale = 1, std::uint32_t shown_in = 1) {
    return {.metric = metric, .name = name, .unit = unit, .scale = scale, .shown_in = shown_in};
}

inline constexpr fixed_metric times{
    "times", "", [](auto &&tell) {
        tell(named("times", "times", "days", 1, 86400), mean_value{7, 2});
        tell(named("times", "slow", "days"), quantile<std::uint32_t>{3, 4, 9, false});
        tell(named("times", "fast_seconds", "s"), number<-5>);
        tell(named("times", "age", "hours", 1, 3600), number<7200>);
        tell(named("times", "odd", "weeks", 4294967295, 1), number<1>);
    }};
inline constexpr fixed_metric names{
    "answered_in_five_minutes", "", [](auto &&tell) {
        constexpr std::string_view metric = "answered_in_five_minutes";
        tell(named(metric, metric, "%", 100), proportion<std::uint32_t>{1, 3});
        tell(named(metric, "call_count"), count<std::uint32_t>{3});
        tell(named(metric, "answered_in_five_minutes_p90"), count<std::uint32_t>{4});
        tell(named(metric, "total"), count<std::uint32_t>{5});
        tell(named(metric, "9-\"days\" of caf\xc3\xa9"), count<std::uint32_t>{6});
    }};
inline constexpr fixed_metric channels{
    "a_channel", "", [](auto &&tell) {
        figure_info info = named("a_channel", "a_channel");
        for (const std::string_view label : {"by \"phone\"", "back\\slash", "new\nline", "not \xff utf-8"}) {
            info.label = label;
            tell(info, count<std::uint32_t>{2});
        }
        tell(named("a_channel", "best", "points", 100), score<std::uint32_t>{1, 2, 3});
        tell(named("a_channel", "growth", "%", 100), growth<std::uint32_t>{90, 80});
        tell(named("a_channel", "product"), product<2>{{fraction<std::uint64_t>{1, 3}, {7, 2, true}}});
    }};
inline constexpr fixed_metric nothing{"nothing", "",
                                      [](auto &&tell) { tell(named("nothing", "nothing"), no_number); }};

/// The same metric on boards of several nestings, grouped by what has any name.
struct two_boards {
    by<street, 2, door_board> streets{};
    board_in<std::uint32_t, sales_made> all{};
    constexpr void walk(auto &&see, const auto &...labels) const {
        streets.walk(see, labels...);
        all.walk(see, labels..., label{"__9 to,\n", 7, false}, label{"street", 1, false},
                 label{"street", 2, false}, label{"street__3", 2, false}, label{"", 3, false},
                 label{"label", -4, false});
    }
};

two_boards grouped() {
    two_boards b;
    b.streets.record(visit{.kind = door::bought, .street = 1});
    b.streets.record(visit{.kind = door::bought, .street = 5});
    b.all.record(visit{.kind = door::bought, .street = 5}, 3);
    return b;
}

/// Everything that is odd at once, for programs that read it.
struct all_of_it {
    fixed_board<times, names, channels, nothing> odd{};
    two_boards groups = grouped();
    board_in<std::uint8_t, opened_rate, sales_made> full{};
    constexpr void walk(auto &&see, const auto &...labels) const {
        odd.walk(see, labels...);
        groups.walk(see, labels...);
        full.walk(see, labels..., label{"full", 1, false});
    }
};
all_of_it everything() {
    all_of_it all;
    all.full.record(visit{.kind = door::bought}, std::uint8_t{255});
    return all;
}

} // namespace

TEST_CASE("a figure is a family, in base units") { CHECK(a_figure_is_a_family_in_base_units()); }

TEST_CASE("times are seconds") {
    const std::string text = text_of(fixed_board<times>{});
    CHECK(line(text, "kpi_times_seconds ") == "kpi_times_seconds 3.5");
    CHECK(line(text, "# UNIT kpi_times_seconds ") == "# UNIT kpi_times_seconds seconds");
    CHECK(line(text, "kpi_times_slow") == "kpi_times_slow_seconds 302400");
    CHECK(line(text, "kpi_times_fast") == "kpi_times_fast_seconds -5");
    CHECK(line(text, "kpi_times_age") == "kpi_times_age_seconds 7200");
    CHECK(line(text, "kpi_times_odd") == "kpi_times_odd 4294967295");
    CHECK(line(text, "# UNIT kpi_times_odd") == "");
    CHECK(line(text, "kpi_times_numerator") == "kpi_times_numerator 7");
    CHECK(line(text, "kpi_times_slow_numerator") == ""); // quantiles do not pool
    CHECK(text.find("_numerator") > text.find("kpi_times_seconds 3.5"));
    CHECK(text_of(fixed_board<times>{}, {.parts = false}).find("numerator") == std::string::npos);
}

TEST_CASE("names are legal, in the prefix asked for") {
    const std::string text = text_of(fixed_board<names>{}, {.prefix = "my-"});
    CHECK(line(text, "my_answered_in_five_minute_ratio ") == "my_answered_in_five_minute_ratio 0.333333333");
    CHECK(line(text, "my_answered_in_five_minute_call") == "my_answered_in_five_minute_call_count_value 3");
    CHECK(line(text, "my_answered_in_five_minute_p90") == "my_answered_in_five_minute_p90 4");
    CHECK(line(text, "my_answered_in_five_minute_total") == "my_answered_in_five_minute_total_value 5");
    CHECK(line(text, "my_answered_in_five_minute_9") == "my_answered_in_five_minute_9__day__of_caf__ 6");
    CHECK(line(text, "# TYPE my_saturated") == "# TYPE my_saturated gauge");
}

TEST_CASE("labels are escaped, and all samples of a family stand together") {
    const std::string text = text_of(fixed_board<channels>{});
    CHECK(text.find("# TYPE kpi_a_channel gauge\n"
                    "kpi_a_channel{label=\"by \\\"phone\\\"\"} 2\n"
                    "kpi_a_channel{label=\"back\\\\slash\"} 2\n"
                    "kpi_a_channel{label=\"new\\nline\"} 2\n"
                    "kpi_a_channel{label=\"not \xef\xbf\xbd utf-8\"} 2\n"
                    "# HELP kpi_a_channel_best A channel, best\n") != std::string::npos);
    CHECK(line(text, "kpi_a_channel_best ") == "kpi_a_channel_best -33.333333333");
    CHECK(line(text, "kpi_a_channel_best_numerator") == "kpi_a_channel_best_numerator -1");
    CHECK(line(text, "kpi_a_channel_growth_ratio") == "kpi_a_channel_growth_ratio -0.111111111");
    CHECK(line(text, "kpi_a_channel_product") == "kpi_a_channel_product -1.166666667");
    CHECK(line(text, "kpi_a_channel_product_numerator") == "");
}

TEST_CASE("a family holds every board, and the names of groups are legal and differ") {
    const std::string text = text_of(grouped());
    CHECK(text.find("# TYPE kpi_sales_made gauge\n"
                    "kpi_sales_made{street=\"1\"} 1\n"
                    "kpi_sales_made{street=\"other\"} 1\n"
                    "kpi_sales_made{by_9_to____1=\"7\",street=\"1\",street__3=\"2\",street__3__4=\"2\","
                    "by_=\"3\",label__6=\"-4\"} 3\n") != std::string::npos);
    CHECK(lines_that_start(text, "# TYPE kpi_sales_made ") == 1);
    CHECK(lines_that_start(text, "kpi_opened_rate_ratio{") == 2);
}

TEST_CASE("what is absent has no sample") {
    CHECK(text_of(fixed_board<nothing>{}) == "# HELP kpi_nothing Nothing\n"
                                             "# TYPE kpi_nothing gauge\n" +
                                                 std::string{no_saturated_ones});
}

TEST_CASE("what is saturated has no sample but in its own family") {
    board_in<std::uint8_t, opened_rate, sales_made> b;
    b.record(visit{.kind = door::knocked}, opaque(std::uint8_t{255}));
    const std::string text = text_of(b);
    CHECK(lines_that_start(text, "kpi_opened_rate") == 0);
    CHECK(lines_that_start(text, "kpi_sales_made 0") == 1);
    CHECK(text.ends_with("# TYPE kpi_saturated gauge\n"
                         "kpi_saturated{figure=\"opened_rate\"} 1\n"
                         "# EOF\n"));
}

TEST_CASE("a state without boards has no family but that of saturated figures") {
    CHECK(text_of(by<street, 4, door_board>{}) == no_saturated_ones);
}

TEST_CASE("nothing is written past a span, and the size needed is answered at every length") {
    const std::string whole = text_of(some_doors());
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        std::string room(whole.size() + 8, '#');
        const written text = to_open_metrics({room.data(), size}, some_doors());
        REQUIRE(text.size == whole.size());
        REQUIRE(text.complete() == (size == whole.size()));
        REQUIRE(room.substr(0, size) == whole.substr(0, size));
        REQUIRE(std::count(room.begin() + static_cast<std::ptrdiff_t>(size), room.end(), '#') ==
                static_cast<std::ptrdiff_t>(room.size() - size));
    }
}

TEST_CASE("promtool accepts it") {
    if (std::system("promtool --version >/dev/null 2>&1") != 0) {
        MESSAGE("promtool was not found (Debian: prometheus): the text is not checked by it");
        return;
    }
    // It warns of what it does not like and answers 0 where it likes everything.
    std::FILE *const lint = popen("promtool check metrics", "w");
    REQUIRE(lint != nullptr);
    const std::string text = text_of(everything());
    CHECK(std::fwrite(text.data(), 1, text.size(), lint) == text.size());
    CHECK(pclose(lint) == 0);
}
