// SPDX-License-Identifier: MIT
#include "figures/target.hpp"

#include "reports.hpp"

#include <limits>

namespace target_test {
namespace {

using namespace report;
using test::failure_of;

fraction target_of(const std::string &option) { return read_targets({option}).begin()->second.amount; }
std::string refusal_of(const std::string &option) {
    return failure_of([&] { static_cast<void>(read_targets({option})); });
}
bool holds(const std::string &text, std::string_view part) {
    CAPTURE(text);
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a target is told in the unit of its metric, and kept exactly") {
    CHECK(target_of("win_rate=25%") == fraction{25, 100});
    CHECK(target_of("win_rate=0.25") == fraction{25, 100});
    CHECK(target_of("win_rate=12.5%") == fraction{125, 1000});
    CHECK(target_of("calls=60x21") == fraction{1260, 1});
    CHECK(target_of("revenue_won=5000x3") == fraction{15000, 1});
    CHECK(target_of("units_sold=2x3") == fraction{6, 1});
    CHECK(target_of("net_promoter_score=40") == fraction{40, 100});
    CHECK(target_of("opportunities_per_100_calls=5") == fraction{5, 100});
    CHECK(target_of("dials_per_hour=12") == fraction{12, 3600});
    CHECK(target_of("meeting_acceptance_rate=75%") == fraction{75, 100});
    CHECK(target_of("win_loss_ratio=1.5") == fraction{15, 10});
    CHECK(target_of("calls=4294967295x4294967295") == fraction{18446744065119617025u, 1});
}

TEST_CASE("a target goes the way of its metric, and says which way where that has none") {
    const auto goes = [](const std::string &option) { return read_targets({option}).begin()->second.more; };
    CHECK(goes("response_time=60") == kpi::better::neither); // as the metric says
    CHECK(goes("response_time<=60") == kpi::better::less);
    CHECK(goes("open_deals<=300") == kpi::better::less);
    CHECK(goes("open_deals>=300") == kpi::better::more);
    CHECK(target_of("open_deals>=300") == fraction{300, 1});
    CHECK(refusal_of("open_deals=300") == "--target open_deals=300: of this metric neither more nor less is "
                                          "better as such: say <=300 or >=300");
    CHECK(refusal_of("win_rate<=25%") == "--target win_rate<=25%: more of it is better");
    for (const char *option :
         {"open_deals<300", "open_deals<>=300", "<=3", "open_deals<=", "open_deals=<3"}) {
        CAPTURE(option);
        CHECK_FALSE(refusal_of(option).empty());
    }
    request asked;
    asked.wanted = read_targets({"open_deals<=1"});
    const sheet s = test::report_on("at,kind,deal\n2024-01-01,opportunity,a\n", asked);
    CHECK(test::find(s, "open_deals")->how.better == kpi::better::less);
}

TEST_CASE("a target that makes no sense is refused, before any file is opened") {
    CHECK(holds(refusal_of("win_rte=25%"), "did you mean \"win_rate\"?"));
    CHECK(holds(refusal_of("win_rate=25"), "25 percent is written 25%"));
    CHECK(holds(refusal_of("win_rate=101%"), "at most 1"));
    CHECK(holds(refusal_of("calls=60%"), "not told in percent"));
    CHECK(holds(refusal_of("win_rate=25%x3"), "only a count"));
    CHECK(holds(refusal_of("calls=60x0"), "how many periods"));
    for (const char *option :
         {"win_rate", "win_rate=", "=3", "calls=-3", "calls=many", "calls=1,000", "calls=60x", "calls=%"}) {
        CAPTURE(option);
        CHECK_FALSE(refusal_of(option).empty());
    }
    CHECK(holds(failure_of([] { static_cast<void>(read_targets({"calls=1", "calls=2"})); }), "two targets"));
}

TEST_CASE("figures go by the catalogue's own words") {
    CHECK(read_givens({"customers_at_the_start=200"}) == givens{{"customers_at_the_start", {200, 1}}});
    CHECK(holds(failure_of([] { static_cast<void>(read_givens({"customers_at_start=1"})); }),
                "customers_at_the_start"));
    CHECK(holds(failure_of([] { static_cast<void>(read_givens({"cost=-5"})); }), "a number is wanted"));
    CHECK(read_givens({"cost=5000000000.25"}) == givens{{"cost", {500000000025, 100}}});
}

TEST_CASE("attainment is exact and not capped") {
    CHECK(attainment({48, 1}, {60, 1}) == fraction{4, 5});
    CHECK(attainment({1134, 1}, {60 * 21, 1}) == fraction{9, 10});
    CHECK(attainment({12, 1}, {10, 1}) == fraction{6, 5});
    CHECK(attainment({4238, 6711}, {60, 100}) == fraction{211900, 201330});
    CHECK(attainment({1, 5, true}, {40, 100}) == fraction{20, 40, true});
}

TEST_CASE("attainment is absent without an actual, for a target of 0, and beyond 64 bits") {
    CHECK_FALSE(attainment({0, 0}, {1, 2}).has_value());
    CHECK_FALSE(attainment({7, 1}, {0, 1}).has_value());
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    CHECK(attainment({most, 1}, {most, 1}) == fraction{1, 1});
    CHECK_FALSE(attainment({most, 2}, {2, most - 2}).has_value());
}

} // namespace target_test
