// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/near.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/statistics/incidence.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace kpi::test {
namespace {

using namespace statistics;
using case_of = course<std::uint32_t>;

// As Stata's stcompet has them; and J. M. Satagopan et al., "A note on competing risks in survival data
// analysis", British Journal of Cancer 91, 2004, table 2.
constexpr bool agrees_with_published_curves_of_several_causes() {
    const case_of cases[]{{opaque(1u), 1}, {1, 1}, {1, 0}, {2, 1}, {2, 0}, {2, 0}, {4, 2}, {4, 2}, {4, 2},
                          {4, 0},          {4, 0}, {6, 3}, {6, 3}, {7, 3}, {8, 0}, {9, 0}, {9, 0}, {9, 0}};
    const auto agrees = [&](std::uint8_t cause, std::uint32_t time, double value, double error) {
        const auto i = incidence_at(cases, cause, time, {}, 1);
        return i && within(i->value(), value, 5e-9) && within(sqrt(i->variance()), error, 5e-9);
    };
    expect(agrees(1, 1, 0.11111111, 0.07407407) && agrees(1, 2, 0.17037037, 0.08976251));
    expect(agrees(1, 9, 0.17037037, 0.08976251) && agrees(2, 3, 0.0, 0.0));
    expect(agrees(2, 4, 0.20740741, 0.10610391) && agrees(2, 8, 0.20740741, 0.10610391));
    expect(agrees(3, 6, 0.17777778, 0.11196147) && agrees(3, 7, 0.26666667, 0.12787781));

    incidence of_cancer;
    for (const auto &[at_risk, by_cause] :
         {std::pair{304, 1}, {302, 1}, {301, 0}, {300, 1}, {298, 0}, {297, 1}})
        of_cancer.step(static_cast<unsigned>(at_risk), static_cast<unsigned>(by_cause),
                       by_cause == 0 ? 1 : 0);
    expect(within(of_cancer.value(), 0.013, 5e-4) && within(of_cancer.open(), 0.980, 5e-4));
    return true;
}
static_assert(agrees_with_published_curves_of_several_causes());
TEST_CASE("agrees with published curves of several causes") {
    CHECK(agrees_with_published_curves_of_several_causes());
}

// Weeks in remission, E. J. Freireich et al., Blood 21, 1963, as in every textbook since: Kaplan and Meier's
// curve and Greenwood's errors.
constexpr case_of remission[]{{6, 1},  {6, 1},  {6, 1},  {6, 0},  {7, 1},  {9, 0},  {10, 1},
                              {10, 0}, {11, 0}, {13, 1}, {16, 1}, {17, 0}, {19, 0}, {20, 0},
                              {22, 1}, {23, 1}, {25, 0}, {32, 0}, {32, 0}, {34, 0}, {35, 0}};

constexpr bool with_one_cause_it_is_kaplan_and_meiers() {
    const auto agrees = [](std::uint32_t time, double open, double error) {
        const auto i = incidence_at(remission, 1, opaque(time), {}, 1);
        return i && within(1 - i->value(), open, 5e-4) && within(sqrt(i->variance()), error, 5.1e-5) &&
               within(i->open(), 1 - i->value(), 1e-15);
    };
    expect(agrees(6, 0.857, 0.0764) && agrees(7, 0.807, 0.0869) && agrees(10, 0.753, 0.0963));
    expect(agrees(13, 0.690, 0.1068) && agrees(16, 0.627, 0.1141) && agrees(21, 0.627, 0.1141));
    expect(agrees(22, 0.538, 0.1282) && agrees(23, 0.448, 0.1346) && agrees(35, 0.448, 0.1346));
    const auto range = *incidence_at(remission, 1, 10, {}, 1)->range(); // survfit, conf.type = "log-log"
    expect(within(1 - range.high, 0.503, 5e-4) && within(1 - range.low, 0.889, 5e-4));
    return true;
}
static_assert(with_one_cause_it_is_kaplan_and_meiers());
TEST_CASE("with one cause it is Kaplan and Meier's curve") {
    CHECK(with_one_cause_it_is_kaplan_and_meiers());
}

constexpr bool the_curve_ends_where_few_are_followed() {
    expect(incidence_at(remission, 1, 16) && !incidence_at(remission, 1, 20)); // 11 and 8 are followed
    expect(!incidence_at(remission, 1, 36, {}, 1));
    expect(incidence_at(remission, 1, 5)->value() == 0.0 && !incidence_at(remission, 1, 5)->range());
    expect(incidence_quantile(remission, 1, 0.25, {}, 1) == 13u &&
           incidence_quantile(remission, 1, 0.1) == 6u);
    expect(!incidence_quantile(remission, 1, 0.5) && incidence_quantile(remission, 1, 0.5, {}, 1) == 23u);
    expect(!incidence_quantile(remission, 1, 0.6, {}, 1));
    expect(!incidence_at(std::array<case_of, 0>{}, 1, 5) &&
           !incidence_at(remission, 1, 10)->range(confidence{1.0}));
    incidence all;
    all.step(opaque(3u), 5, 5); // no more than are at risk
    expect(all.value() == 1.0 && all.open() == 0.0 && all.variance() == 0.0 && !all.range());
    incidence none;
    none.step(opaque(0u), 1, 1);
    expect(none == incidence{});
    return true;
}
static_assert(the_curve_ends_where_few_are_followed());
TEST_CASE("the curve ends where few are followed") { CHECK(the_curve_ends_where_few_are_followed()); }

constexpr bool who_comes_late_is_at_risk_from_then_on() {
    // The fourth case is seen from 3 on: at 2 there are three at risk, at 5 two.
    const case_of cases[]{{opaque(2u), 1}, {4, 0}, {5, 1}, {6, 2}};
    const std::array<std::uint32_t, 1> late{3};
    expect(near(incidence_at(cases, 1, 2, late, 1)->value(), 1.0 / 3, 1e-15));
    expect(near(incidence_at(cases, 1, 5, late, 1)->value(), 1.0 / 3 + 2.0 / 3 / 2, 1e-15));
    const std::array<std::uint32_t, 1> at_its_end{5}; // not yet at risk at 5
    expect(near(incidence_at(cases, 1, 5, at_its_end, 1)->value(), 1.0 / 3 + 2.0 / 3, 1e-15));
    const std::array<std::uint32_t, 5> more{};
    expect(!incidence_at(cases, 1, 2, more, 1) && !incidence_quantile(cases, 1, 0.1, more, 1));
    expect(incidence_quantile(cases, 1, 0.5, late, 1) == 5u);
    return true;
}
static_assert(who_comes_late_is_at_risk_from_then_on());
TEST_CASE("who comes late is at risk from then on") { CHECK(who_comes_late_is_at_risk_from_then_on()); }

// Deals opened evenly over 300 days and read on the last: each is won (hazard 2 in 1,000 a day) or lost (3),
// if it is not still open. Within 200 days 0.4 (1 - e^-1) are won.
TEST_CASE("it is unbiased and covers, where one less Kaplan-Meier is wrong") {
    constexpr int logs = 400;
    const double truth = 0.4 * (1 - std::exp(-1.0));
    double mean = 0, mean_of_open = 0;
    int covers = 0;
    for (std::uint64_t seed = 1; seed <= logs; ++seed) {
        random r{seed};
        std::vector<course<double>> deals;
        for (int deal = 0; deal < 400; ++deal) {
            const double followed = 300 * static_cast<double>(r.below(1u << 30)) / (1u << 30);
            const double ends = -200 * kpi::log((static_cast<double>(r.below(1u << 30)) + 0.5) / (1u << 30));
            const std::uint8_t cause = r.below(5) < 2 ? 1 : 2;
            deals.push_back(ends < followed ? course<double>{ends, cause} : course<double>{followed, 0});
        }
        std::ranges::sort(deals, {}, &course<double>::until);
        const auto won = incidence_at(deals, 1, 200.0);
        REQUIRE(won);
        mean += won->value() / logs;
        covers += won->range()->contains(truth);
        for (auto &deal : deals)
            deal.cause = deal.cause == 1 ? 1 : 0;
        mean_of_open += incidence_at(deals, 1, 200.0)->value() / logs;
    }
    MESSAGE("won within 200 days: ", truth, "; mean estimate ", mean, ", its range covers ",
            1.0 * covers / logs, "; mean of 1 - Kaplan-Meier ", mean_of_open);
    CHECK(within(mean, truth, 0.004)); // four standard errors of 0.02 / sqrt(400)
    CHECK(within(1.0 * covers / logs, 0.95, 0.035));
    CHECK(mean_of_open > truth + 0.05);
}

// The same deals as they were known on ten days: what was read early is not another figure than what is read
// late, but a less sure one; the share won so far is another one on each day.
TEST_CASE("a log that is cut at ten days tells one share on all of them") {
    constexpr int logs = 300, days = 10;
    const double truth = 0.4 * (1 - std::exp(-0.5)); // within 100 days
    std::array<int, days> covers{}, agrees{};
    std::array<double, days> mean{}, so_far{};
    for (std::uint64_t seed = 1; seed <= logs; ++seed) {
        random r{seed};
        struct deal {
            double opened, took;
            std::uint8_t cause;
        };
        std::vector<deal> deals;
        for (int i = 0; i < 1200; ++i)
            deals.push_back({600 * static_cast<double>(r.below(1u << 30)) / (1u << 30),
                             -200 * kpi::log((static_cast<double>(r.below(1u << 30)) + 0.5) / (1u << 30)),
                             static_cast<std::uint8_t>(r.below(5) < 2 ? 1 : 2)});
        std::array<incidence<double>, days> on{};
        for (int day = 0; day < days; ++day) {
            const double as_of = 150 + 50 * day;
            std::vector<course<double>> known;
            double won = 0;
            for (const deal &each : deals) {
                const double followed = as_of - each.opened;
                if (followed <= 0) continue;
                const bool has_ended = each.took < followed;
                known.push_back(has_ended ? course<double>{each.took, each.cause}
                                          : course<double>{followed, 0});
                won += has_ended && each.cause == 1 ? 1 : 0;
            }
            std::ranges::sort(known, {}, &course<double>::until);
            const auto within_100 = incidence_at(known, 1, 100.0);
            REQUIRE(within_100);
            const auto place = static_cast<std::size_t>(day);
            on[place] = *within_100;
            covers[place] += within_100->range()->contains(truth);
            mean[place] += within_100->value() / logs;
            so_far[place] += won / static_cast<double>(known.size()) / logs;
        }
        for (std::size_t day = 0; day < on.size(); ++day)
            agrees[day] += on[day].range()->contains(on.back().value());
    }
    for (std::size_t day = 0; day < covers.size(); ++day) {
        CAPTURE(day);
        CHECK(within(mean[day], truth, 0.005));
        CHECK(within(1.0 * covers[day] / logs, 0.95, 0.04));
        CHECK(agrees[day] >= logs * 95 / 100);
    }
    CHECK(so_far.front() + 0.1 < so_far.back());
}

// The variance by W. Marubini and M. G. Valsecchi, "Analysing survival data from clinical trials", 1995, eq.
// 10.12, term by term.
TEST_CASE_TEMPLATE("the variance is the published one", Real, float, double) {
    random r{6};
    for (int run = 0; run < 200; ++run) {
        CAPTURE(run);
        struct time {
            double at_risk, by_cause, all, value, open_before;
        };
        std::vector<time> times;
        incidence<Real> curve;
        for (std::uint64_t left = 50 + r.below(200); left > 20;) {
            const std::uint64_t by_cause = r.below(4), otherwise = r.below(4);
            const double before = static_cast<double>(curve.open());
            curve.step(left, by_cause, otherwise);
            times.push_back({static_cast<double>(left), static_cast<double>(by_cause),
                             static_cast<double>(by_cause + otherwise), static_cast<double>(curve.value()),
                             before});
            left -= by_cause + otherwise + r.below(3);
        }
        double variance = 0;
        for (const time &t : times) {
            const double to_come = times.back().value - t.value;
            variance += to_come * to_come * t.all / (t.at_risk * (t.at_risk - t.all)) +
                        t.open_before * t.open_before * t.by_cause * (t.at_risk - t.by_cause) /
                            std::pow(t.at_risk, 3) -
                        2 * to_come * t.open_before * t.by_cause / (t.at_risk * t.at_risk);
        }
        REQUIRE(near(static_cast<double>(curve.variance()), variance,
                     sizeof(Real) == sizeof(float) ? 1e-4 : 1e-11));
    }
}

} // namespace
} // namespace kpi::test
