// SPDX-License-Identifier: MIT
#include "support/crowd.hpp"
#include "support/measured.hpp"
#include <kpi/sales/deal_story.hpp>
#include <kpi/sales/pipeline.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace kpi::test {
namespace {

using namespace sales;
using enum activity;

/// `k`: which stage it enters.
struct step_of_deal {
    instant at{};
    activity kind{};
    std::uint32_t deal{};
    maybe<std::uint32_t> value{};
    std::uint8_t k{};
    friend constexpr bool operator==(const step_of_deal &, const step_of_deal &) = default;
};
constexpr instant march(std::uint8_t day) { return at({2024, 3, day}); }

using of_stages = of_facts<stage_conversion, time_in_stage, time_in_stage_quantiles, backward_moves>;
using deals_with_stages = crowd<basic_deal_story<step_of_deal>>;

constexpr step_of_deal opens(std::uint32_t deal, std::uint8_t day) {
    return {march(day), opportunity, deal, {}, 0};
}
constexpr step_of_deal enters(std::uint32_t deal, std::uint8_t day, std::uint8_t stage) {
    return {march(day), stage_entered, deal, {}, stage};
}
deals_with_stages told_of(const std::vector<step_of_deal> &log) {
    deals_with_stages all;
    for (const step_of_deal &e : log)
        all.record(e.deal, e);
    return all;
}
/// What is left of what a story told.
struct balance {
    std::vector<fact> facts;
    int missing{};
    void tell(const auto &) {}
    void take_back(const auto &) {}
    void tell(const fact &f) { facts.push_back(f); }
    void take_back(const fact &f) {
        const auto found = std::find(facts.begin(), facts.end(), f);
        if (found == facts.end())
            ++missing;
        else
            facts.erase(found);
    }
};
/// "2/3 2/2": from each stage, as far as any deal got.
std::string conversions(const deals_with_stages &all) {
    std::string text;
    for (const auto &step : all.board<of_stages>().get<stage_conversion>())
        if (step.has_value())
            text += (text.empty() ? "" : " ") + std::to_string(step.part) + '/' + std::to_string(step.whole);
    return text;
}

TEST_CASE("a deal that entered a later stage, or was won, has reached the earlier ones too") {
    CHECK(conversions(told_of({opens(1, 1),
                               enters(1, 1, 1),
                               enters(1, 5, 3), // it skipped the second
                               opens(2, 1),
                               enters(2, 2, 1), // and stays there
                               opens(3, 1),
                               enters(3, 2, 2),
                               {march(9), deal_lost, 3, {}, 0},
                               opens(4, 1),
                               {march(9), deal_won, 4, {}, 0}, // in no stage at all
                               opens(5, 1)})) == "3/4 2/3 1/2");
}
TEST_CASE("an opening after the stages, or none: the cohort is of deals opened") {
    CHECK(conversions(told_of({enters(1, 1, 2), opens(1, 2)})) == "1/1 0/1");
    CHECK(conversions(told_of({enters(1, 1, 2)})).empty());
}
TEST_CASE("the win that counts has reached every stage; one that is taken back has not") {
    CHECK(conversions(told_of({opens(1, 1), enters(1, 2, 1), {march(3), deal_won, 1, {}, 0}})) == "1/1");
    CHECK(conversions(told_of({opens(1, 1),
                               enters(1, 2, 1),
                               {march(3), deal_won, 1, {}, 0},
                               {march(4), deal_lost, 1, {}, 0}})) == "0/1");
    CHECK(conversions(told_of({opens(1, 1),
                               enters(1, 2, 1),
                               {march(3), deal_won, 1, 500, 0},
                               opens(1, 4),
                               enters(1, 5, 2),
                               {march(6), deal_won, 1, 700, 0}})) == "1/1 1/1");
}
TEST_CASE("deals are of the period in which they were opened, whenever they went on") {
    deals_with_stages all =
        told_of({opens(1, 1), enters(1, 1, 1), enters(1, 20, 2), opens(2, 10), enters(2, 10, 1)});
    all.end(march(25));
    const auto early = all.board<of_stages>(march(1), march(9)), late = all.board<of_stages>(march(9));
    CHECK(early.get<stage_conversion>()[0] == share{1, 1});
    CHECK(late.get<stage_conversion>()[0] == share{0, 1});
    std::string open;
    late.figures<stage_conversion>([&](const figure_info &f, const auto &value) {
        if constexpr (requires { value.n; })
            if (value.n != 0) open += std::string{f.name} + ' ' + std::string{f.label};
    });
    CHECK(open == "still_open 1");
}
TEST_CASE("the time in a stage is that of each visit, from its start; who is still there is open") {
    const auto b = told_of({enters(1, 1, 1),
                            enters(1, 3, 1),
                            enters(1, 11, 2),
                            enters(1, 13, 1),
                            enters(1, 17, 2),
                            {march(20), deal_lost, 1, {}, 0},
                            enters(1, 21, 3),
                            enters(2, 1, 2)})
                       .board<of_stages>();
    CHECK(b.get<time_in_stage>()[0].sum == 14 * 86'400); // 10 days and 4; the second row enters nothing new
    CHECK(b.get<time_in_stage>()[0].n == 2);
    CHECK(b.get<time_in_stage>()[1].sum == 5 * 86'400); // 2 days and 3, until it is settled
    CHECK(b.get<time_in_stage>()[2].n == 0);            // a settled deal enters no stage
    CHECK(b.get<time_in_stage_quantiles>()[0].low == 7);
    std::string told;
    b.figures<time_in_stage>([&](const figure_info &f, const auto &value) {
        if constexpr (requires { value.n; })
            if (value.n != 0)
                told +=
                    std::string{f.name} + ' ' + std::string{f.label} + ' ' + std::to_string(value.n) + '\n';
    });
    CHECK(told == "time_in_stage 1 2\ntime_in_stage 2 2\nstill_open 2 1\n");
}
TEST_CASE("a move to an earlier stage is counted, each, and takes back nothing") {
    const auto all = told_of({opens(1, 1),
                              enters(1, 1, 3),
                              enters(1, 2, 1),
                              enters(1, 3, 2),
                              enters(1, 4, 1),
                              {march(5), deal_lost, 1, {}, 0},
                              opens(1, 6),
                              enters(1, 7, 1)}); // from no stage it moves nowhere back
    CHECK(all.board<of_stages>().get<backward_moves>().n == 2);
    CHECK(conversions(all) == "1/1 1/1 0/1");
}
TEST_CASE("what was told is taken back as it was told") {
    balance sink;
    basic_deal_story<step_of_deal> story;
    for (const step_of_deal &e :
         {opens(1, 1), enters(1, 2, 1), step_of_deal{march(3), deal_won, 1, 5, 0}, enters(1, 4, 4),
          opens(1, 5), enters(1, 6, 3), step_of_deal{march(7), deal_lost, 1, {}, 0},
          step_of_deal{march(8), proposal_sent, 1, 9, 0}})
        story.record(e, sink);
    CHECK(sink.missing == 0);
    CHECK(std::count_if(sink.facts.begin(), sink.facts.end(),
                        [](const fact &f) { return f.kind == outcome::deal_opened; }) == 1);
}

} // namespace
} // namespace kpi::test
