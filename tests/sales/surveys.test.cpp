// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/expect.hpp"
#include "support/measured.hpp"
#include <kpi/formula/survey.hpp>
#include <kpi/sales/respondent_story.hpp>
#include <kpi/sales/surveys.hpp>

#include <doctest/doctest.h>

// Ground truth: the worked examples of METRICS.md, by their ids.

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

constexpr bool scores_are_of_counts() {
    // C1 to C6: from counts, never from rounded percents
    using points = score<std::uint32_t>;
    expect(measured<net_promoter_score>({{nps_promoter, 6}, {nps_passive, 2}, {nps_detractor, 2}}) ==
           points{6, 2, 10});
    expect(measured<net_promoter_score>({{nps_detractor, 1}, {nps_passive, 2}, {nps_promoter, 1}}).value() ==
           0.0);
    expect(measured<net_promoter_score>({{nps_promoter, 2}, {nps_passive, 2}, {nps_detractor, 3}}).per(700) ==
           -100);
    expect(measured<net_promoter_score>({{nps_promoter, 333}, {nps_passive, 333}, {nps_detractor, 334}})
               .per(1000) == -1);
    expect(measured<net_promoter_score>({{nps_detractor, 5}}).value() == -100.0);
    expect(!measured<net_promoter_score>({{satisfied, 3}}).has_value());
    // C8
    expect(measured<employee_net_promoter_score>({{nps_promoter, 3}, {nps_passive, 4}, {nps_detractor, 5}})
               .per(600) == -100);
    // C11, C12: of the answers to this question, not of surveys sent, and not of NPS answers
    expect(measured<customer_satisfaction>({{satisfied, 42}, {not_satisfied, 8}, {nps_promoter, 9}}) ==
           share{42, 50});
    expect(measured<customer_satisfaction>({{satisfied, 3}, {not_satisfied, 2}}) == share{3, 5});
    return true;
}
static_assert(scores_are_of_counts());
TEST_CASE("scores are made of counts") { CHECK(scores_are_of_counts()); }

TEST_CASE("the last answer of each respondent makes the score") {
    crowd<respondent_story> all;
    record_each(all, 1, 6, {.at = {1}, .kind = nps_detractor});
    record_each(all, 1, 6, {.at = {9}, .kind = nps_promoter}); // they changed their mind
    record_each(all, 7, 8, {.at = {5}, .kind = nps_passive});
    record_each(all, 9, 10, {.at = {3}, .kind = nps_promoter});
    record_each(all, 9, 10, {.at = {9}, .kind = nps_detractor});
    record_each(all, 1, 50, {.at = {10}, .kind = satisfied});
    record_each(all, 43, 50, {.at = {12}, .kind = not_satisfied});
    const auto b =
        all.board<scorecard<touch, net_promoter_score, nps_answers, customer_satisfaction, csat_answers>>();
    CHECK(b.get<net_promoter_score>().value() == 40.0); // C1
    CHECK(b.get<nps_answers>().in == std::array<std::uint64_t, 3>{6, 2, 2});
    CHECK(b.get<customer_satisfaction>() == share{42, 50}); // C11
    CHECK(b.get<csat_answers>().share(0) == wide_share{42, 50});
}

TEST_CASE("C9: employee satisfaction") {
    scorecard<touch, employee_satisfaction, employee_answers> b;
    for (const std::uint32_t answer : {4u, 5u, 3u, 4u})
        b.record({.kind = employee_answer, .score = answer});
    CHECK(b.get<employee_satisfaction>().per(1) == 4);
    CHECK(b.get<employee_answers>().in == std::array<std::uint32_t, 5>{0, 0, 1, 2, 1});
}

TEST_CASE("the age of a survey counts from its last answer") {
    live<survey_age> b;
    CHECK_FALSE(b.value(at({2026, 6, 1})).has_value());
    b.record({.at = at({2026, 3, 1}), .kind = nps_promoter});
    b.record({.at = at({2026, 1, 1}), .kind = nps_passive});
    CHECK(b.value(at({2026, 6, 1})) == 92 * 86400);
    CHECK(b.value(at({2026, 2, 1})) == 0); // a clock that is behind
}

} // namespace
} // namespace kpi::test
