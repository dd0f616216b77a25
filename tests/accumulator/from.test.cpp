// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/decayed.hpp>
#include <kpi/accumulator/from.hpp>
#include <kpi/accumulator/mean.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::test {
namespace {

// A struct of somebody else's, with names of its own.
struct legacy_visit {
    int outcome{};
    std::uint16_t strasse{};
    instant at{};

    [[nodiscard]] constexpr visit modern() const noexcept {
        return {.kind = static_cast<door>(outcome), .street = strasse, .at = at};
    }
};
constexpr visit to_visit(const legacy_visit &v) noexcept { return v.modern(); }
constexpr visit to_visit_or_throw(legacy_visit v) { return v.modern(); }
struct converts {
    constexpr visit operator()(const legacy_visit &v) const { return v.modern(); }
};

using board = scorecard<visit, opened_rate, opened_in_the_first_street>;
using adapted = from<&to_visit, board>;
static_assert(sizeof(adapted) == sizeof(board));

template <class Adapted> constexpr bool is_the_state_inside() {
    Adapted a;
    a.record({opaque(1), 0});
    a.record({opaque(0), 4}, 2);
    expect(a->template get<opened_rate>() == proportion<std::uint32_t>{1, 3});
    expect((*a).template get<opened_in_the_first_street>() == proportion<std::uint32_t>{1, 1});
    expect(a.template get<opened_rate>() == a->template get<opened_rate>()); // the arrow may be left out
    expect(a.retract({1, 0}) && !a.retract({1, 0}));
    return true;
}
constexpr bool an_adapter_is_the_state_inside() {
    return is_the_state_inside<adapted>() && is_the_state_inside<from<&to_visit_or_throw, board>>() &&
           is_the_state_inside<from<converts{}, board>>() &&
           is_the_state_inside<from<&legacy_visit::modern, board>>() &&
           is_the_state_inside<from<[](const legacy_visit &v) { return v.modern(); }, board>>() &&
           is_the_state_inside<from<[](const auto &v) { return v.modern(); }, board, legacy_visit>>();
}
static_assert(an_adapter_is_the_state_inside());
TEST_CASE("an adapter is the state inside, fed with another struct by any constant callable") {
    CHECK(an_adapter_is_the_state_inside());
}

// Rows of which many share a line of the cache, and rows that fill more than one.
template <std::size_t Size> struct padded {
    door kind{};
    std::uint8_t padding[Size - 1]{};
};
template <std::size_t Size> constexpr visit to_padded_visit(const padded<Size> &v) noexcept {
    return {.kind = v.kind};
}
template <std::size_t Size> constexpr bool a_batch_of_rows_is_each_of_them() {
    from<&to_padded_visit<Size>, board> one_by_one, at_once;
    std::array<padded<Size>, 70> rows{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].kind = opaque(i % 3 == 0 ? door::opened : door::knocked);
        one_by_one.record(rows[i]);
    }
    at_once.record(std::span<const padded<Size>>{rows});
    expect(at_once == one_by_one);
    return true;
}
constexpr bool a_batch_of_rows_of_any_size() {
    return a_batch_of_rows_is_each_of_them<2>() && a_batch_of_rows_is_each_of_them<64>() &&
           a_batch_of_rows_is_each_of_them<100>();
}
static_assert(a_batch_of_rows_of_any_size());
TEST_CASE("a batch of rows of any size is each of them, also in a constant") {
    CHECK(a_batch_of_rows_of_any_size());
}

// A row that holds an event, and rows that are none.
struct envelope {
    visit inside{};
    bool empty{};
};
constexpr std::optional<visit> opened_envelope(const envelope &e) noexcept {
    return e.empty ? std::nullopt : std::optional{e.inside};
}
constexpr const visit *seen_through(const envelope &e) noexcept { return e.empty ? nullptr : &e.inside; }
constexpr maybe<door> door_only(const envelope &e) noexcept {
    return e.empty ? maybe<door>{} : maybe<door>{e.inside.kind};
}

template <class Adapted> constexpr bool passes_over_what_is_no_event() {
    Adapted a;
    const envelope none{.inside = {}, .empty = opaque(true)}, one{.inside = {.kind = opaque(door::opened)}};
    a.record(none), a.record(none, 4u);
    expect(a == Adapted{} && a.retract(none) && a == Adapted{}); // nothing is there to be taken back
    a.record(one, 2u);
    expect(a.value() == proportion<std::uint32_t>{2, 2} && a.retract(one) && a.value().whole == 1);
    return true;
}
constexpr bool a_row_can_be_no_event() {
    from<&envelope::inside, live<opened_rate, visit>> all;
    all.record({.inside = {.kind = opaque(door::opened)}});
    expect(all.value().whole == 1);
    return passes_over_what_is_no_event<from<opened_envelope, live<opened_rate, visit>>>() &&
           passes_over_what_is_no_event<from<seen_through, live<opened_rate, visit>>>() &&
           passes_over_what_is_no_event<from<door_only, live<opened_rate>>>();
}
static_assert(a_row_can_be_no_event());
TEST_CASE("a row can be no event: an empty optional or a null pointer changes nothing") {
    CHECK(a_row_can_be_no_event());
}

// Leaves are states, too.
constexpr std::uint32_t street_of(const legacy_visit &v) noexcept { return v.strasse; }
static_assert([] {
    from<street_of, mean> streets;
    streets.record({0, 4}), streets.record({0, 6});
    return streets.value().per(1) == 5;
}());

inline constexpr dimension strasse{"strasse", &legacy_visit::strasse};
inline constexpr dimension outcome{"outcome", [](const legacy_visit &v) { return v.outcome; }};
using rate = live<opened_rate, visit>;
using wide = basic_scorecard<visit, std::uint64_t, opened_rate>;
using named = from<&to_visit, rate>;

constexpr bool an_adapter_stands_anywhere() {
    const legacy_visit v{.outcome = opaque(1), .strasse = 3, .at = {86400 * 10}};
    const auto counts_it = [&](auto s, auto read) {
        s.record(v);
        expect(read(s) == 1);
    };
    const instant now = v.at;
    counts_it(by<strasse, 4, named>{}, [](const auto &s) { return s[3].value().whole; });
    counts_it(from<&to_visit, by<street, 4, rate>>{}, [](const auto &s) { return s[3].value().whole; });
    counts_it(from<&to_visit, by<street, 4, rate>>{}, [](const auto &s) { return s.total().value().whole; });
    counts_it(by_key<strasse, 8, named>{}, [](const auto &s) { return s.find(3)->value().whole; });
    counts_it(from<&to_visit, by_key<street, 8, rate>>{},
              [](const auto &s) { return s->find(3)->value().whole; });
    counts_it(over<days<1>, 4, named>{}, [&](const auto &s) { return s.ago(0, now)->value().whole; });
    counts_it(from<&to_visit, over<days<1>, 4, rate>>{}, [&](const auto &s) {
        expect(s->seen() == 1 && s.last(1, now, running::included).value().whole == 1);
        return s.ago(0, now)->value().whole;
    });
    counts_it(by<strasse, 4, over<days<1>, 4, by<outcome, 2, named>>>{},
              [&](const auto &s) { return s[3].last(1, now, running::included)[1].value().whole; });
    counts_it(decayed<days<1>, from<&to_visit, wide>>{},
              [](const auto &s) { return s.weighted().value().whole >> 16; });
    counts_it(from<&to_visit, decayed<days<1>, wide>>{},
              [](const auto &s) { return s->weighted().value().whole >> 16; });
    counts_it(from<&legacy_visit::modern, from<[](const visit &e) { return e.kind; }, live<opened_rate>>>{},
              [](const auto &s) { return s.value().whole; });
    return true;
}
static_assert(an_adapter_stands_anywhere());
TEST_CASE("an adapter stands anywhere in a nesting") { CHECK(an_adapter_stands_anywhere()); }

constexpr bool the_walk_leads_to_the_state_inside() {
    from<&to_visit, by<street, 4, rate>> s;
    s.record({.outcome = opaque(1), .strasse = 3});
    int met = 0;
    s.walk([&](const rate &r, const label &group) {
        expect(r.value().whole == 1 && group.dimension == "street" && group.key == 3 && ++met == 1);
    });
    expect(met == 1);
    return true;
}
static_assert(the_walk_leads_to_the_state_inside());
TEST_CASE("the walk leads through an adapter to the state inside") {
    CHECK(the_walk_leads_to_the_state_inside());
}

constexpr legacy_visit any_legacy_visit(random &r) {
    return {static_cast<int>(r.below(7)),
            r.pick<std::uint16_t>(3),
            {static_cast<std::int64_t>(r.below(20 * 86400))}};
}
constexpr std::optional<visit> from_the_second_street(const legacy_visit &v) noexcept {
    return v.strasse == 1 ? std::optional{v.modern()} : std::nullopt;
}

TEST_CASE("an adapter keeps the law of the state inside") {
    const auto id = [](const legacy_visit &v) { return v.strasse; };
    keeps_its_law<adapted>(any_legacy_visit, id);
    keeps_its_law<from<from_the_second_street, board>>(any_legacy_visit, id);
    takes_back_what_it_recorded<from<from_the_second_street, board>>(any_legacy_visit);
    keeps_its_law<by_key<strasse, 8, over<days<1>, 4, named>>>(any_legacy_visit, id);
    keeps_its_law<from<&to_visit, over<days<1>, 4, by<street, 2, rate>>>>(any_legacy_visit, id);
    takes_alike_events_at_once<by<strasse, 2, named>>(any_legacy_visit);
}

} // namespace
} // namespace kpi::test
