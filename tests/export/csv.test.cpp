// SPDX-License-Identifier: MIT
#include "export/boards.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/export/csv.hpp>

#include <algorithm>
#include <string>

namespace {

using namespace kpi;
using namespace kpi::test;

constexpr bool is(const auto &state, std::string_view expected) {
    char room[2048]{};
    const written text = to_csv(room, state);
    return text.complete() && text.text == expected;
}

constexpr bool a_figure_is_a_row() {
    expect(is(some_doors(), "metric,figure,label,unit,better,kind,value,numerator,denominator,saturated\r\n"
                            "opened_rate,opened_rate,,%,neither,proportion,62.5,5,8,false\r\n"
                            "slams_per_sale,slams_per_sale,,: 1,neither,ratio,0,0,1,false\r\n"
                            "sales_made,sales_made,,,neither,count,1,1,1,false\r\n"));
    return true;
}
static_assert(a_figure_is_a_row());

constexpr bool what_is_absent_or_saturated_is_an_empty_field() {
    board_in<std::uint8_t, opened_rate, sales_made> b;
    expect(is(b, "metric,figure,label,unit,better,kind,value,numerator,denominator,saturated\r\n"
                 "opened_rate,opened_rate,,%,neither,proportion,,0,0,false\r\n"
                 "sales_made,sales_made,,,neither,count,0,0,1,false\r\n"));
    b.record(visit{.kind = door::bought}, opaque(std::uint8_t{255}));
    expect(is(b, "metric,figure,label,unit,better,kind,value,numerator,denominator,saturated\r\n"
                 "opened_rate,opened_rate,,%,neither,proportion,,255,255,true\r\n"
                 "sales_made,sales_made,,,neither,count,,255,1,true\r\n"));
    return true;
}
static_assert(what_is_absent_or_saturated_is_an_empty_field());

inline constexpr fixed_metric hostile{
    "hostile", "", [](auto &&tell) {
        tell(figure_info{.metric = "hostile", .label = "a,\"b\"\r\nc"}, growth<std::uint32_t>{90, 80});
        tell(figure_info{.metric = "hostile", .name = "p"},
             product<1>{{fraction<std::uint64_t>{1, 8, true}}});
    }};

/// Boards of several nestings behind one walk.
struct two_boards {
    by<street, 2, door_board> streets{};
    door_board all{};
    constexpr void walk(auto &&see, const auto &...labels) const {
        streets.walk(see, labels...);
        all.walk(see, labels..., label{"where, to", 7, false});
    }
};

} // namespace

TEST_CASE("a figure is a row") { CHECK(a_figure_is_a_row()); }
TEST_CASE("what is absent or saturated is an empty field") {
    CHECK(what_is_absent_or_saturated_is_an_empty_field());
}

TEST_CASE("labels are quoted, and a product has no numerator that fits") {
    CHECK(is(fixed_board<hostile>{},
             "metric,figure,label,unit,better,kind,value,numerator,denominator,saturated\r\n"
             "hostile,hostile,\"a,\"\"b\"\"\r\nc\",,neither,growth,-0.111111,-10,90,false\r\n"
             "hostile,p,,,neither,product,-0.125,,,false\r\n"));
}

TEST_CASE("every dimension is a column, empty where a board is not grouped by it") {
    two_boards b;
    b.streets.record(visit{.kind = door::bought, .street = 1});
    b.streets.record(visit{.kind = door::bought, .street = 5});
    char room[2048];
    const written text = to_csv(room, csv_style{.separator = ';', .places = 1}, b);
    CHECK(text.text ==
          "street;where, to;metric;figure;label;unit;better;kind;value;numerator;denominator;saturated\r\n"
          "1;;opened_rate;opened_rate;;%;neither;proportion;100;1;1;false\r\n"
          "1;;slams_per_sale;slams_per_sale;;: 1;neither;ratio;0;0;1;false\r\n"
          "1;;sales_made;sales_made;;;neither;count;1;1;1;false\r\n"
          "other;;opened_rate;opened_rate;;%;neither;proportion;100;1;1;false\r\n"
          "other;;slams_per_sale;slams_per_sale;;: 1;neither;ratio;0;0;1;false\r\n"
          "other;;sales_made;sales_made;;;neither;count;1;1;1;false\r\n"
          ";7;opened_rate;opened_rate;;%;neither;proportion;;0;0;false\r\n"
          ";7;slams_per_sale;slams_per_sale;;: 1;neither;ratio;;0;0;false\r\n"
          ";7;sales_made;sales_made;;;neither;count;0;0;1;false\r\n");
}

TEST_CASE("a state without boards is the header") {
    char room[128];
    CHECK(to_csv(room, by<street, 4, door_board>{}).text ==
          "metric,figure,label,unit,better,kind,value,numerator,denominator,saturated\r\n");
}

TEST_CASE("nothing is written past a span, and the size needed is answered at every length") {
    char whole[2048];
    const written all = to_csv(whole, some_doors());
    for (std::size_t size = 0; size <= all.size; ++size) {
        std::string room(all.size + 8, '#');
        const written text = to_csv({room.data(), size}, some_doors());
        REQUIRE(text.size == all.size);
        REQUIRE(text.complete() == (size == all.size));
        REQUIRE(room.substr(0, size) == all.text.substr(0, size));
        REQUIRE(std::count(room.begin() + static_cast<std::ptrdiff_t>(size), room.end(), '#') ==
                static_cast<std::ptrdiff_t>(room.size() - size));
    }
}
