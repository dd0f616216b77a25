// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/shop.hpp"
#include <kpi/accumulator/beside.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/schema.hpp>
#include <kpi/story/answering.hpp>
#include <kpi/story/between.hpp>
#include <kpi/story/counted_until.hpp>
#include <kpi/story/settling.hpp>
#include <kpi/story/through.hpp>
#include <kpi/story/waiting.hpp>

#include <doctest/doctest.h>

#include <array>

namespace kpi::test {
namespace {

inline constexpr count_metric<turn> opened{.name = "opened", .of = {turn::opened}};
inline constexpr count_metric<turn> settled{.name = "settled", .of = {turn::settled}};
inline constexpr count_metric<turn> reversed{.name = "reversed", .of = {turn::reversed}};
inline constexpr count_metric<turn> still_open{.name = "still_open", .of = {turn::still_open}};
inline constexpr count_metric<step> paid{.name = "paid", .of = {step::paid}};
inline constexpr count_metric<step> back{.name = "back", .of = {step::returned}};
using turns_counted = scorecard<turn_fact, opened, settled, reversed, still_open>;
using acts_counted = scorecard<errand, paid, back>;
using order_story = settling<errand, orders, ends>;

using shop = through<order_story, order, 16, turns_counted>;
using till = through<order_story, order, 16, acts_counted>;
using last_rating = through<answering<errand, ratings>, order, 64, acts_counted>;
static_assert(state<shop> && shop::keeps == law::by_id && !shop::retractable);

constexpr errand on(std::uint32_t deal, std::int64_t day, step kind) {
    return {.at = {day * 86400}, .kind = kind, .deal = deal};
}

constexpr bool what_is_taken_back_is_not_counted() {
    till t;
    t.record(on(1, 1, step::ordered));
    t.record(on(2, 1, step::ordered));
    t.record(on(1, 2, step::returned));
    expect(t.told().get<back>().n == 1 && t.open() == 2);
    t.record(on(1, 3, step::paid));
    expect(t.told().get<back>().n == 0 && t.told().get<paid>().n == 1);
    t.record(on(1, 4, step::ordered)); // opened again: neither
    expect(t.told().get<paid>().n == 0);
    expect(t.account() == case_account{.heard = 5} && t.account().complete());
    t.reset();
    expect(t == till{});
    return true;
}
static_assert(what_is_taken_back_is_not_counted());
TEST_CASE("told facts are recorded, and retracted when they are taken back") {
    CHECK(what_is_taken_back_is_not_counted());
}

TEST_CASE("the end tells what is still open, and the cases go on") {
    shop s;
    s.record(on(1, 1, step::ordered));
    s.record(on(2, 1, step::ordered));
    s.record(on(2, 2, step::paid));
    CHECK(s.told().get<still_open>().n == 0);
    CHECK(s.as_of(instant{3 * 86400}).get<still_open>().n == 1);
    CHECK(s.told().get<still_open>().n == 0);
    s.record(on(1, 4, step::paid));
    CHECK(s.as_of(instant{5 * 86400}).get<still_open>().n == 0);
}
TEST_CASE("an event of a case without room is counted, and never guessed at") {
    through<order_story, order, 4, turns_counted> s; // one set of four
    for (std::uint32_t deal = 0; deal < 6; ++deal)
        s.record(on(deal, deal, step::ordered));
    CHECK(s.account() == case_account{.heard = 4, .full = 2});
    CHECK(s.told().get<opened>().n == 4);
    s.give_up_before(instant{2 * 86400});
    CHECK(s.account().given_up == 2);
    CHECK(s.open() == 2);
    CHECK(!s.account().complete());
}
TEST_CASE("a case that both parts of a merge held is split; one without room is given up") {
    through<order_story, order, 4, turns_counted> a, b;
    for (std::uint32_t deal = 0; deal < 4; ++deal)
        a.record(on(deal, 1, step::ordered)), b.record(on(deal + 2, 2, step::ordered));
    a += b;
    CHECK(a.account() == case_account{.heard = 8, .split = 2, .given_up = 2});
    CHECK(a.told().get<opened>().n == 8);
}
TEST_CASE("what cannot be taken back from a saturated count is counted") {
    through<answering<errand, ratings>, order, 4, basic_scorecard<errand, std::uint8_t, paid, back>> s;
    for (std::uint32_t deal = 0; deal < 300; ++deal) {
        s.record(on(1, deal, step::returned));
        if (deal == 0) // other respondents, each seen once
            for (std::uint32_t i = 2; i < 5; ++i)
                s.record(on(i, 0, step::returned));
    }
    CHECK(s.account().untaken == 0);
    through<answering<errand, ratings>, order, 512, basic_scorecard<errand, std::uint8_t, paid, back>> many;
    for (std::uint32_t deal = 0; deal < 300; ++deal)
        many.record(on(deal, 1, step::returned));
    many.record(on(1, 2, step::returned));
    CHECK(many.account().untaken == 1);
}

inline constexpr total_metric<turn_fact, member::touches> contacts_counted{.name = "contacts_counted",
                                                                           .of = {turn::counted}};
using effort =
    through<counted_until<errand, contacts, ends>, order, 16, scorecard<turn_fact, contacts_counted>>;
TEST_CASE("a row that stands for several is given to its story as such") {
    effort s;
    s.record({.at = {10}, .kind = step::chat, .deal = 1}, 3);
    s.record({.at = {20}, .kind = step::paid, .deal = 1}, 1);
    CHECK(s.told().get<contacts_counted>().n == 3);
    CHECK(s.account() == case_account{.heard = 4});
    s.record({.at = {20}, .kind = step::rated, .deal = 1}, 5);
    CHECK(s.account().others == 5);
}
struct note {
    instant at{};
    step kind{};
    maybe<std::uint32_t> deal{};
    friend constexpr bool operator==(const note &, const note &) = default;
};
TEST_CASE("a row without an id is a case of its own") {
    through<settling<note, orders, ends>, order, 16, scorecard<step, paid, back>> s;
    s.record({.at = {10}, .kind = step::paid});
    s.record({.at = {20}, .kind = step::returned});
    CHECK(s.told().get<paid>().n == 1); // and not reversed
    CHECK(s.told().get<back>().n == 1);
    CHECK(s.account() == case_account{.alone = 2});
    CHECK(s.open() == 0);
}
TEST_CASE("acts and outcomes go side by side, and a board of kinds takes the kinds of acts") {
    through<order_story, order, 16, beside<turns_counted, scorecard<step, paid, back>>> s;
    s.record(on(1, 1, step::ordered));
    s.record(on(1, 2, step::returned));
    s.record(on(1, 3, step::paid));
    CHECK(s.told().get<paid>().n == 1);
    CHECK(s.told().get<back>().n == 0);
    CHECK(s.told().get<reversed>().n == 1);
    CHECK(s.told().get<opened>().n == 1);
}

TEST_CASE("the snapshots of two stories that look at other kinds are of two schemas") {
    using snapshot::schema;
    CHECK(schema<last_rating> != schema<through<answering<errand, ends>, order, 64, acts_counted>>);
    CHECK(schema<through<waiting<errand, asks, replies_to_it>, order, 64, acts_counted>> !=
          schema<through<waiting<errand, replies_to_it, asks>, order, 64, acts_counted>>);
    CHECK(schema<shop> != schema<through<settling<errand, orders, ratings>, order, 16, turns_counted>>);
    CHECK(schema<effort> == schema<effort>);
}
errand in_order(random &r) {
    errand e = any_errand(r);
    e.whole_day = false;
    return e;
}
const auto by_order = [](const errand &e) { return e.deal; };
TEST_CASE("through keeps its law") {
    keeps_its_law<through<order_story, order, 64, turns_counted, 16>>(in_order, by_order);
    keeps_its_law<through<order_story, order, 64, acts_counted, 16>>(in_order, by_order);
    keeps_its_law<last_rating>(in_order, by_order);
    takes_alike_events_at_once<last_rating>(in_order);
    takes_alike_events_at_once<through<order_story, order, 64, turns_counted, 16>>(any_errand);
}

/// How many waits, and how long all of them took.
struct waited {
    using event = errand;
    using count_type = std::uint32_t;
    static constexpr law keeps = law::exact;
    static constexpr bool retractable = false;
    std::uint64_t waits{}, seconds{};
    constexpr void record(const errand &e) noexcept { ++waits, seconds += *e.elapsed; }
    constexpr void record(std::span<const errand> es) noexcept {
        for (const errand &e : es)
            record(e);
    }
    constexpr waited &operator+=(const waited &o) noexcept {
        waits += o.waits, seconds += o.seconds;
        return *this;
    }
    friend constexpr bool operator==(const waited &, const waited &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.waits), visit(self.seconds);
    }
    constexpr void reset() noexcept { *this = {}; }
};
TEST_CASE("between is through waiting") {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        CAPTURE(seed);
        random r{seed};
        between<asks, replies_to_it, order, 16, waited> pairs;
        through<waiting<errand, asks, replies_to_it>, order, 16, waited> story;
        for (int i = 0; i < 300; ++i) {
            const errand e = any_errand(r);
            pairs.record(e), story.record(e);
        }
        REQUIRE(pairs.pairs() == story.told());
        REQUIRE(pairs.open() == story.open());
        REQUIRE(pairs.account().others == story.account().others);
        REQUIRE(pairs.account().full <= story.account().full); // which counts its stops, too
    }
}

} // namespace
} // namespace kpi::test
