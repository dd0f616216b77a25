// SPDX-License-Identifier: MIT
#include "export/boards.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/export/json.hpp>

#include <algorithm>
#include <string>

namespace {

using namespace kpi;
using namespace kpi::test;

template <std::size_t Room = 2048> constexpr bool is(const auto &state, std::string_view expected) {
    char room[Room]{};
    const written text = to_json(room, state);
    return text.complete() && text.text == expected;
}

constexpr bool a_board_is_an_object_of_its_figures() {
    expect(is(
        some_doors(),
        R"({"boards":[{"by":{},"figures":[)"
        R"({"metric":"opened_rate","figure":"opened_rate","kind":"proportion","unit":"%","better":"neither","value":62.5,"numerator":5,"denominator":8},)"
        R"({"metric":"slams_per_sale","figure":"slams_per_sale","kind":"ratio","unit":": 1","better":"neither","value":0,"numerator":0,"denominator":1},)"
        R"({"metric":"sales_made","figure":"sales_made","kind":"count","unit":"","better":"neither","value":1,"numerator":1,"denominator":1})"
        R"(]}]})"));
    return true;
}
static_assert(a_board_is_an_object_of_its_figures());

constexpr bool what_is_absent_is_null() {
    expect(is(
        board_in<std::uint32_t, opened_rate, sales_made>{},
        R"({"boards":[{"by":{},"figures":[)"
        R"({"metric":"opened_rate","figure":"opened_rate","kind":"proportion","unit":"%","better":"neither","value":null,"numerator":0,"denominator":0},)"
        R"({"metric":"sales_made","figure":"sales_made","kind":"count","unit":"","better":"neither","value":0,"numerator":0,"denominator":1})"
        R"(]}]})"));
    return true;
}
static_assert(what_is_absent_is_null());

constexpr bool what_is_saturated_says_so_and_has_no_value() {
    board_in<std::uint8_t, opened_rate, sales_made> b;
    b.record(visit{.kind = door::knocked}, opaque(std::uint8_t{255}));
    b.record(visit{.kind = door::bought}, opaque(std::uint8_t{7}));
    expect(is(
        b,
        R"({"boards":[{"by":{},"figures":[)"
        R"({"metric":"opened_rate","figure":"opened_rate","kind":"proportion","unit":"%","better":"neither","value":null,"numerator":7,"denominator":255,"saturated":true},)"
        R"({"metric":"sales_made","figure":"sales_made","kind":"count","unit":"","better":"neither","value":7,"numerator":7,"denominator":1})"
        R"(]}]})"));
    return true;
}
static_assert(what_is_saturated_says_so_and_has_no_value());

inline constexpr fixed_metric everything{
    "everything", "Of each type \\ one.", [](auto &&tell) {
        const auto info = [](std::string_view name, std::string_view unit = {}, std::uint32_t scale = 1) {
            return figure_info{.metric = "everything", .name = name, .unit = unit, .scale = scale};
        };
        tell(info("everything"), mean_value{7, 2});
        tell(info("g", "%", 100), growth<std::uint32_t>{90, 80});
        tell(info("r", "per hour", 3600), rate<std::uint32_t>{124, 36000});
        tell(info("s", "points", 100), score<std::uint16_t>{1, 2, 3});
        tell(info("q", "s"), quantile<std::uint32_t>{9, 10, 3, true});
        tell(info("p"), product<2>{{fraction<std::uint64_t>{1, 3}, {7, 2, true}}});
        tell(info("n", "days"), number<-3>);
        tell(info("none"), no_number);
        tell(info("part", "%", 100), proportion<std::uint32_t>{57, 54});
        figure_info touches = info("touches", "%", 100);
        touches.nominal = true, touches.label = "by \"phone\"\n\xff";
        tell(touches, proportion<std::uint32_t>{1, 4});
    }};

constexpr bool every_type_of_value_has_its_text() {
    expect(is(
        fixed_board<everything>{},
        R"({"boards":[{"by":{},"figures":[)"
        R"({"metric":"everything","figure":"everything","kind":"mean","unit":"","better":"neither","value":3.5,"numerator":7,"denominator":2},)"
        R"({"metric":"everything","figure":"g","kind":"growth","unit":"%","better":"neither","value":-11.111111,"numerator":-10,"denominator":90,"before":90,"after":80},)"
        R"({"metric":"everything","figure":"r","kind":"rate","unit":"per hour","better":"neither","value":12.4,"numerator":124,"denominator":36000},)"
        R"({"metric":"everything","figure":"s","kind":"score","unit":"points","better":"neither","value":-33.333333,"numerator":-1,"denominator":3,"favour":1,"against":2,"answers":3},)"
        R"({"metric":"everything","figure":"q","kind":"quantile","unit":"s","better":"neither","value":9.5,"numerator":19,"denominator":2,"low":9,"high":10,"n":3,"too_few":true},)"
        R"({"metric":"everything","figure":"p","kind":"product","unit":"","better":"neither","value":-1.166667,"factors":[{"numerator":1,"denominator":3},{"numerator":-7,"denominator":2}]},)"
        R"({"metric":"everything","figure":"n","kind":"number","unit":"days","better":"neither","value":-3,"numerator":-3,"denominator":1},)"
        R"({"metric":"everything","figure":"none","kind":"number","unit":"","better":"neither","value":null,"numerator":0,"denominator":0},)"
        R"({"metric":"everything","figure":"part","kind":"proportion","unit":"%","better":"neither","value":105.555556,"numerator":57,"denominator":54,"coherent":false},)"
        "{\"metric\":\"everything\",\"figure\":\"touches\",\"label\":\"by "
        "\\\"phone\\\"\\u000a\xef\xbf\xbd\","
        R"("kind":"proportion","unit":"%","better":"neither","value":25,"numerator":1,"denominator":4,"nominal":true})"
        R"(]}]})"));
    return true;
}
static_assert(every_type_of_value_has_its_text());

inline constexpr fixed_metric described{
    "described", "", [](auto &&tell) {
        tell(figure_info{.metric = "win_rate", .help = "Won \"of\" settled."}, count<std::uint32_t>{3});
    }};

} // namespace

TEST_CASE("a board is an object of its figures") { CHECK(a_board_is_an_object_of_its_figures()); }
TEST_CASE("what is absent is null") { CHECK(what_is_absent_is_null()); }
TEST_CASE("what is saturated says so and has no value") {
    CHECK(what_is_saturated_says_so_and_has_no_value());
}
TEST_CASE("every type of value has its text") { CHECK(every_type_of_value_has_its_text()); }

TEST_CASE("a figure is described on demand") {
    char room[512];
    const written text = to_json(room, json_style{.described = true}, fixed_board<described>{});
    CHECK(
        text.text ==
        R"({"boards":[{"by":{},"figures":[{"metric":"win_rate","figure":"win_rate","title":"Win rate",)"
        R"("help":"Won \"of\" settled.","kind":"count","unit":"","better":"neither","value":3,"numerator":3,"denominator":1}]}]})");
}

TEST_CASE("groups and periods stand beside their figures, outermost first") {
    using inner = board_in<std::uint32_t, sales_made>;
    by<street, 4, over<days<1>, 3, inner>> nested;
    nested.record(visit{.kind = door::bought, .street = 2, .at = {86400 * 19400}});
    nested.record(visit{.kind = door::bought, .street = 9, .at = {-5}});
    char room[1024];
    CHECK(
        to_json(room, nested).text ==
        R"({"boards":[{"by":{"street":2,"days":19400},"figures":[{"metric":"sales_made","figure":"sales_made",)"
        R"("kind":"count","unit":"","better":"neither","value":1,"numerator":1,"denominator":1}]},)"
        R"({"by":{"street":"other","days":-1},"figures":[{"metric":"sales_made","figure":"sales_made",)"
        R"("kind":"count","unit":"","better":"neither","value":1,"numerator":1,"denominator":1}]}]})");

    by_key<street, 8, inner> keyed;
    keyed.record(visit{.kind = door::bought, .street = 61234});
    CHECK(to_json(room, keyed).text.starts_with(R"({"boards":[{"by":{"street":61234},"figures":[{)"));
}

TEST_CASE("a state without boards has none") {
    char room[64];
    CHECK(to_json(room, by<street, 4, door_board>{}).text == R"({"boards":[]})");
}

TEST_CASE("nothing is written past a span, and the size needed is answered at every length") {
    char whole[2048];
    const written all = to_json(whole, some_doors());
    for (std::size_t size = 0; size <= all.size; ++size) {
        std::string room(all.size + 8, '#');
        const written text = to_json({room.data(), size}, some_doors());
        REQUIRE(text.size == all.size);
        REQUIRE(text.complete() == (size == all.size));
        REQUIRE(room.substr(0, size) == all.text.substr(0, size));
        REQUIRE(std::count(room.begin() + static_cast<std::ptrdiff_t>(size), room.end(), '#') ==
                static_cast<std::ptrdiff_t>(room.size() - size));
    }
    CHECK(to_json({}, some_doors()).size == all.size);
}
