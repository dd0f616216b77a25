// SPDX-License-Identifier: MIT
#include "support/shop.hpp"
#include "support/story_laws.hpp"
#include <kpi/story/reaching.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

template <reach Mode> std::vector<int> reached_by(std::initializer_list<step> steps) {
    told_log log;
    reaching<errand, steps_up, Mode> s;
    std::int64_t t = 0;
    for (const step k : steps)
        s.record({.at = {t += 60}, .kind = k}, log);
    std::vector<int> stages;
    for (const auto &f : log.left<turn_fact>())
        if (f.kind == turn::reached) stages.push_back(f.of);
    return stages;
}
using stages = std::vector<int>;

TEST_CASE("any: a stage is reached by its event or by that of a later one, once") {
    CHECK(reached_by<reach::any>({step::paid, step::asked}) == stages{0, 1, 2});
    CHECK(reached_by<reach::any>({step::ordered, step::chat, step::ordered}) == stages{0, 1});
}
TEST_CASE("ordered: each by its own event after the stage before, whatever lies between") {
    CHECK(reached_by<reach::ordered>({step::paid, step::asked, step::paid, step::ordered}) == stages{0, 1});
    CHECK(reached_by<reach::ordered>({step::asked, step::asked, step::ordered, step::paid}) ==
          stages{0, 1, 2});
}
TEST_CASE("strict: and no event of another stage lies between") {
    CHECK(reached_by<reach::strict>({step::asked, step::asked, step::ordered, step::paid}) ==
          stages{0, 1, 2});
    CHECK(reached_by<reach::strict>({step::asked, step::paid, step::ordered}) == stages{0});
    CHECK(reached_by<reach::strict>({step::asked, step::chat, step::ordered}) == stages{0, 1});
}
TEST_CASE("a stage is told with the time since the first") {
    told_log log;
    reaching<errand, steps_up> s;
    s.record({.at = {100}, .kind = step::asked}, log);
    s.record({.at = {700}, .kind = step::paid}, log);
    auto facts = log.left<turn_fact>();
    std::erase_if(facts, [](const turn_fact &f) { return f.kind != turn::reached; });
    REQUIRE(facts.size() == 3);
    CHECK(facts[2].elapsed == 600);
    CHECK(facts[1].at == instant{700});
}
TEST_CASE("time in a stage is told when it is passed; an event of an earlier one has moved back") {
    told_log log;
    reaching<errand, steps_up> s;
    s.record({.at = {100}, .kind = step::asked}, log);
    s.record({.at = {400}, .kind = step::ordered}, log);
    s.record({.at = {500}, .kind = step::asked}, log);
    s.record({.at = {1000}, .kind = step::paid}, log);
    auto facts = log.left<turn_fact>();
    CHECK(std::count_if(facts.begin(), facts.end(),
                        [](const auto &f) { return f.kind == turn::moved_back; }) == 1);
    std::erase_if(facts, [](const turn_fact &f) { return f.kind != turn::passed; });
    REQUIRE(facts.size() == 2);
    CHECK(facts[0].elapsed == 300);
    CHECK(facts[1].of == 1);
    CHECK(facts[1].elapsed == 600);
}
TEST_CASE("reaching keeps the law of stories, in each mode") {
    story_keeps_its_law<reaching<errand, steps_up>>(any_errand);
    story_keeps_its_law<reaching<errand, steps_up, reach::ordered>>(any_errand);
    story_keeps_its_law<reaching<errand, steps_up, reach::strict>>(any_errand);
}

} // namespace
} // namespace kpi::test
