// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/shop.hpp"
#include "support/story_laws.hpp"
#include <kpi/story/settling.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using order_story = settling<errand, orders, ends>;

constexpr errand on(std::int64_t day, step kind, maybe<std::uint32_t> value = {}) {
    return {.at = {day * 86400 + 36000}, .kind = kind, .value = value};
}
template <class... Es> told_log told_of(Es... events) {
    told_log log;
    order_story s;
    (s.record(events, log), ...);
    return log;
}
/// What is left of settlements, as acts.
std::vector<errand> settled(const told_log &log) {
    auto acts = log.left<errand>();
    std::erase_if(acts, [](const errand &e) { return e.kind == step::ordered; });
    return acts;
}
/// What is left of one kind of outcome.
std::vector<turn_fact> left(const told_log &log, turn kind) {
    auto facts = log.left<turn_fact>();
    std::erase_if(facts, [&](const turn_fact &f) { return f.kind != kind; });
    return facts;
}

TEST_CASE("a case is opened and settled: the act has the time since the opening, the fact lies at it") {
    const auto log = told_of(on(1, step::ordered, 40), on(4, step::paid));
    const auto acts = settled(log);
    REQUIRE(acts.size() == 1);
    CHECK(acts[0].kind == step::paid);
    CHECK(acts[0].elapsed == 3 * 86400);
    CHECK(acts[0].value == 40); // the last value named, as the settlement names none
    CHECK(left(log, turn::opened).size() == 1);
    CHECK(log.left<errand>()[0] == on(1, step::ordered, 40)); // the opening, as the act that it is
    REQUIRE(left(log, turn::settled_of_opened).size() == 1);
    CHECK(left(log, turn::settled_of_opened)[0].at == on(1, step::ordered).at);
    CHECK(left(log, turn::came_in)[0].value == 40);
    CHECK(left(log, turn::went_out)[0].value == 40);
}
TEST_CASE("settled the other way, the later one counts, and the first is said to be reversed") {
    const auto log = told_of(on(1, step::ordered), on(2, step::returned, 7), on(6, step::paid, 50));
    const auto acts = settled(log);
    REQUIRE(acts.size() == 1);
    CHECK(acts[0].kind == step::paid);
    CHECK(acts[0].elapsed == 5 * 86400);
    REQUIRE(left(log, turn::reversed).size() == 1);
    CHECK(left(log, turn::reversed)[0].at == on(2, step::returned).at);
    CHECK(left(log, turn::went_out).size() == 1); // it went out at the first
}
TEST_CASE("the same outcome again is a repeat: the first one's time and value count") {
    const auto log = told_of(on(1, step::ordered), on(2, step::paid, 7), on(6, step::paid, 50));
    const auto acts = settled(log);
    REQUIRE(acts.size() == 1);
    CHECK(acts[0].value == 7);
    CHECK(acts[0].elapsed == 86400);
    CHECK(left(log, turn::repeated).size() == 1);
}
TEST_CASE("a case that is opened again is open, and its cycle runs from the first opening") {
    const auto reopened = told_of(on(1, step::ordered), on(2, step::paid, 7), on(3, step::ordered));
    CHECK(settled(reopened).empty());
    CHECK(left(reopened, turn::came_in).size() == 2);
    CHECK(left(reopened, turn::came_in)[1].again);
    CHECK(left(reopened, turn::came_in)[1].before == on(2, step::paid).at);
    const auto log =
        told_of(on(1, step::ordered), on(2, step::paid, 7), on(3, step::ordered), on(9, step::paid));
    REQUIRE(settled(log).size() == 1);
    CHECK(settled(log)[0].elapsed == 8 * 86400);
    CHECK(left(log, turn::reversed).empty());
    CHECK(left(log, turn::repeated).empty());
}
TEST_CASE("a settlement before the only opening is backwards, and settled, in no time") {
    const auto log = told_of(on(1, step::paid, 7), on(3, step::ordered));
    REQUIRE(settled(log).size() == 1);
    CHECK_FALSE(settled(log)[0].elapsed.has_value());
    CHECK(left(log, turn::settled)[0].backwards);
    CHECK(left(log, turn::settled_of_opened).size() == 1);
    CHECK(left(log, turn::settled_of_opened)[0].backwards);
    REQUIRE(left(log, turn::came_in).size() == 1); // in the pipeline at its opening, and no more then
    CHECK(left(log, turn::came_in)[0].at == on(3, step::ordered).at);
    CHECK(left(log, turn::went_out)[0].at == on(3, step::ordered).at);
    const auto again = told_of(on(1, step::paid, 7), on(3, step::ordered), on(4, step::ordered));
    CHECK(settled(again).empty()); // it had been opened before, so it is opened again
}
TEST_CASE("a case that is settled without any opening was in the pipeline then, and took no time") {
    const auto log = told_of(on(5, step::paid, 7));
    REQUIRE(settled(log).size() == 1);
    CHECK_FALSE(settled(log)[0].elapsed.has_value());
    CHECK(left(log, turn::opened).empty());
    CHECK(left(log, turn::came_in)[0].at == on(5, step::paid).at);
    CHECK(left(log, turn::went_out)[0].at == on(5, step::paid).at);
}
TEST_CASE("an open case is worth the last value named, on whatever row") {
    const auto log = told_of(on(1, step::ordered, 40), on(2, step::chat, 60), on(3, step::chat));
    CHECK(left(log, turn::worth_less)[0].value == 40);
    CHECK(left(log, turn::worth_more)[0].value == 60);
    const auto late = told_of(on(1, step::ordered, 40), on(2, step::paid), on(3, step::chat, 60));
    CHECK(settled(late)[0].value == 60); // the settlement names none
    const auto own = told_of(on(1, step::ordered, 40), on(2, step::paid, 50), on(3, step::chat, 60));
    CHECK(settled(own)[0].value == 50);
}
TEST_CASE("a time that a row tells of itself counts for that row") {
    errand paid = on(4, step::paid);
    paid.elapsed = 77;
    CHECK(settled(told_of(on(1, step::ordered), paid))[0].elapsed == 77);
}
TEST_CASE("between a date and a time lie whole days") {
    errand paid{.at = {3 * 86400}, .kind = step::paid, .whole_day = true};
    const auto log = told_of(on(1, step::ordered), paid);
    CHECK(settled(log)[0].elapsed == 2 * 86400);
    CHECK(left(log, turn::settled)[0].whole_day);
}
TEST_CASE("the end tells what is still open, and how old it is") {
    told_log log;
    order_story s;
    s.record(on(1, step::ordered, 40), log);
    s.end(on(3, step::chat).at, log);
    REQUIRE(left(log, turn::still_open).size() == 1);
    CHECK(left(log, turn::still_open)[0].elapsed == 2 * 86400);
    CHECK(left(log, turn::still_open)[0].value == 40);
}
TEST_CASE("settling keeps the law of stories") { story_keeps_its_law<order_story>(any_errand); }

} // namespace
} // namespace kpi::test
