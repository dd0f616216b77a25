// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/beside.hpp>
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/extrema.hpp>
#include <kpi/accumulator/from.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/measure_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/schema.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr mean_metric<visit, member::elapsed> stay{.name = "stay", .of = {door::opened, door::bought}};
inline constexpr extrema_metric<visit, member::value> sale{.name = "sale", .of = {door::bought}};

using by_street = by<street, 4, scorecard<visit, opened_rate, stay>>;
using daily = over<days<1>, 8, live<opened_in_the_first_street, visit>>;
using slams = live<slams_per_sale>; // of kinds alone
using counters = beside<by_street, daily, slams>;

static_assert(counters::keeps == law::exact && counters::retractable && counters::size == 3);
static_assert(std::is_same_v<counters::event, visit> && std::is_same_v<beside<slams, daily>::event, visit>);
static_assert(std::is_same_v<beside<slams, slams>::event, door>);
static_assert(!beside<slams, live<sale, visit>>::retractable);
static_assert(beside<slams, decayed<days<1>, basic_scorecard<visit, std::uint64_t, opened_rate>>>::keeps ==
              law::within_a_bound);
static_assert(sizeof(beside<slams, slams>) == 2 * sizeof(slams));

constexpr instant day(std::int64_t d) { return {opaque(d) * 86400 + 43200}; }

constexpr bool one_event_feeds_all() {
    counters c;
    c.record({.kind = opaque(door::opened), .street = 3, .at = day(20), .elapsed = 60});
    c.record({.kind = door::bought, .street = 0, .at = day(20), .elapsed = 90}, opaque(2u));
    c.record({.kind = door::slammed, .street = 9, .at = day(21)});
    expect(c.of<by_street>()[3].get<opened_rate>().whole == 1 && c.of<0>()[0].get<stay>().per(1) == 90);
    expect(c.of<by_street>()[0].get<opened_rate>() == proportion<std::uint32_t>{2, 2});
    expect(c.of<daily>().seen() == 4 && c.of<daily>().ago(1, day(21))->value().whole == 2);
    // A metric is read from the state that has it, as that state is read.
    expect(c.get<opened_in_the_first_street>(day(21)).whole == 2 && c.get<slams_per_sale>().a == 1);
    expect(c.get<slams_per_sale>().b == 2);
    c.reset();
    expect(c == counters{});
    return true;
}
static_assert(one_event_feeds_all());
TEST_CASE("one event feeds all the states, and a metric is read from the one that has it") {
    CHECK(one_event_feeds_all());
}

// Another event of the same board: what a story tells beside the acts.
enum class outcome : std::uint8_t { won, lost };
struct fact {
    outcome kind{};
    std::uint32_t value{};
};
inline constexpr proportion_metric<outcome> won_rate{
    .name = "won_rate", .part = outcome::won, .whole = {outcome::won, outcome::lost}};
using facts = live<won_rate, fact>;
using mixed = beside<live<opened_rate, visit>, facts, slams>;
static_assert(mixed::takes<visit> && mixed::takes<fact> && mixed::takes<door> && mixed::takes<outcome>);
static_assert(!mixed::takes<int> && !mixed::takes<std::uint32_t>);
template <class S, class E>
concept records = requires(S s, const E &e) {
    s.record(e);
};
static_assert(records<mixed, fact> && !records<mixed, int> && !records<counters, fact>);

constexpr bool each_state_takes_the_events_of_its_own_type() {
    mixed m;
    m.record(fact{.kind = opaque(outcome::won)});
    expect(m.get<won_rate>() == proportion<std::uint32_t>{1, 1} && m.of<0>() == live<opened_rate, visit>{});
    m.record({.kind = opaque(door::opened)});
    m.record(door::bought); // a kind alone: the boards that look at nothing else take it
    m.record(fact{.kind = outcome::lost}, 3u);
    const visit batch[2]{{.kind = door::knocked}, {.kind = door::bought}};
    const fact told[2]{{.kind = outcome::lost}, {.kind = outcome::won}};
    m.record(batch), m.record(std::span<const fact>{told});
    expect(m.get<opened_rate>() == proportion<std::uint32_t>{3, 4});
    expect(m.get<won_rate>() == proportion<std::uint32_t>{2, 6} && m.get<slams_per_sale>().b == 2);
    expect(m.retract(fact{.kind = outcome::won}) && m.get<won_rate>().part == 1);
    return true;
}
static_assert(each_state_takes_the_events_of_its_own_type());
TEST_CASE("each state takes the events of its own type, and is passed over by others") {
    CHECK(each_state_takes_the_events_of_its_own_type());
}

constexpr bool nothing_is_taken_back_by_halves() {
    counters c;
    const visit v{.kind = opaque(door::opened), .street = 1, .at = day(20)};
    c.record(v);
    counters before = c;
    visit later = v;
    later.at = day(30); // the board of the street would take it back, the window does not know it
    expect(!c.retract(later) && c == before);
    expect(c.retract(v) && !(c == before) && !c.retract(v));
    return true;
}
static_assert(nothing_is_taken_back_by_halves());
TEST_CASE("an event is taken back from all the states or from none") {
    CHECK(nothing_is_taken_back_by_halves());
}

const auto by_number = [](const visit &v) { return v.number; };
inline constexpr dimension number{"number", &visit::number};
using narrow = basic_scorecard<visit, std::uint8_t, opened_rate>;
using wide = basic_scorecard<visit, std::uint64_t, opened_rate>;

TEST_CASE("states side by side keep the weakest of their laws, wherever they stand") {
    keeps_its_law<counters>(any_visit, by_number);
    keeps_its_law<by_key<number, 8, beside<daily, slams>>>(any_visit, by_number);
    keeps_its_law<over<days<7>, 4, beside<slams, live<sale, visit>>>>(any_visit, by_number);
    keeps_its_law<beside<from<&visit::kind, live<opened_rate>>, by_street>>(any_visit, by_number);
    keeps_its_law<beside<slams, decayed<days<16>, wide>>>(any_visit, by_number);
    takes_back_what_it_recorded<beside<slams, by_street>>(any_visit);
    takes_alike_events_at_once<counters>(any_visit);
    takes_alike_events_at_once<beside<wide, by_street>>(any_visit);
}

TEST_CASE("a count of its own width stops in each state") {
    beside<narrow, wide> both;
    static_assert(sizeof(decltype(both)::count_type) == 8);
    both.record({.kind = door::opened}, 1000);
    CHECK(both.of<narrow>().value().whole == 255);
    CHECK(both.of<wide>().value().whole == 1000);
}

TEST_CASE("counters side by side fade") {
    using pair = beside<wide, basic_scorecard<visit, std::uint64_t, slams_per_sale>>;
    decayed<days<64>, pair> form;
    static_assert(!beside<narrow, wide>::counters_alone && pair::kinds_alone);
    form.record({.kind = door::opened, .at = day(6400)});
    form.record({.kind = door::slammed, .at = day(6400)});
    CHECK(form.get<opened_rate>().per(1) == 1);
    CHECK(form.get<slams_per_sale>().a == form.get<opened_rate>().whole);
}

TEST_CASE("the walk goes through one state after the other, and the schema tells them apart") {
    counters c;
    c.record({.kind = door::bought, .street = 2, .at = day(20)});
    std::vector<std::string_view> seen;
    c.walk([&](const auto &, const auto &...labels) {
        seen.push_back("board");
        (seen.push_back(labels.dimension), ...);
    });
    CHECK(seen == std::vector<std::string_view>{"board", "street", "board", "days", "board"});
    CHECK(snapshot::schema<beside<by_street, daily>> != snapshot::schema<beside<daily, by_street>>);
    CHECK(snapshot::schema<beside<by_street>> != snapshot::schema<by_street>);
}

} // namespace
} // namespace kpi::test
