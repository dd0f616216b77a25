// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include <kpi/scorecard/figure.hpp>

namespace {

using kpi::figure_info;
using kpi::title_of;
using kpi::test::expect;

constexpr bool a_title_is_made_of_the_names_where_none_is_given() {
    expect(title_of(figure_info{.metric = "win_rate", .name = "win_rate"}) == "Win rate");
    expect(title_of(figure_info{.metric = "win_rate", .name = ""}) == "Win rate");
    expect(title_of(figure_info{.metric = "", .name = "win_rate"}) == "Win rate");
    expect(title_of(figure_info{.metric = "response_time", .name = "p90"}) == "Response time, p90");
    expect(title_of(figure_info{.metric = "nps", .name = "still_open", .title = "NPS, open"}) == "NPS, open");
    expect(title_of(figure_info{}) == "");
    expect(title_of(figure_info{.metric = "mql_to_sql"}) == "MQL to SQL");
    expect(title_of(figure_info{.metric = "time_to_nps", .name = "csat"}) == "Time to NPS, CSAT");
    expect(title_of(figure_info{.metric = "mqls_"}) == "Mqls ");
    expect(!(title_of(figure_info{.metric = "win_rate"}) == "Win rates"));
    expect(!(title_of(figure_info{.metric = "win_rate"}) == "Win rat"));
    expect(title_of(figure_info{.metric = "a_b", .name = "c"}).size() == 6);
    return true;
}
static_assert(a_title_is_made_of_the_names_where_none_is_given());

} // namespace

TEST_CASE("a title is made of the names where none is given") {
    CHECK(a_title_is_made_of_the_names_where_none_is_given());
}
