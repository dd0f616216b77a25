// SPDX-License-Identifier: MIT
#include "snapshot/frames.hpp"
#include "snapshot/states.hpp"
#include <kpi/export/each_figure.hpp>
#include <kpi/scorecard/level_metric.hpp>
#include <kpi/snapshot/codec.hpp>
#include <kpi/snapshot/migrate.hpp>
#include <kpi/snapshot/migrated.hpp>

#include <doctest/doctest.h>

#include <cstring>
#include <string>

namespace kpi::test {
namespace {

using snapshot::migrate;
using snapshot::migrated;
using snapshot::migration;
using snapshot::status;

inline constexpr level_metric<door> inside{.name = "inside", .in = {door::opened}, .out = {door::slammed}};
using board = scorecard<visit, opened_rate, minutes_at_the_door>;
using with_more = scorecard<visit, opened_rate, minutes_at_the_door, slams_per_sale, inside>;

template <class State> byte_list encoded(const State &s) {
    byte_list buffer(snapshot::encoded_size_bound<State>);
    buffer.resize(snapshot::encode(s, buffer).size());
    return buffer;
}
template <class State> State of_visits(std::uint64_t seed, int n) {
    random r{seed};
    State s{};
    for (int i = 0; i < n; ++i)
        s.record(any_visit(r));
    return s;
}
template <class Now, class Old> migrated<Now> moved(const Old &old) {
    migrated<Now> now;
    REQUIRE(migrate(encoded(old), now).answer == status::ok);
    return now;
}

static_assert(state<migrated<with_more>> && state<migrated<by<street, 4, with_more>>>);
static_assert(migrated<with_more>::retractable == with_more::retractable);

TEST_CASE("migrated states merge, and what is missing in one is missing in both") {
    const auto part = of_visits<board>(1, 50);
    const auto whole = of_visits<with_more>(2, 50);
    migrated<with_more> a, b;
    REQUIRE(migrate(encoded(part), a).missing == 2);
    REQUIRE(migrate(encoded(whole), b) == migration{status::ok, 0, 0});
    REQUIRE(*b == whole);
    migrated<with_more> sum = a;
    sum += b;
    CHECK(sum.missing() == 2);
    CHECK(sum.absent<slams_per_sale>());
    CHECK(*sum.get<opened_rate>() ==
          proportion{part.get<opened_rate>().part + whole.get<opened_rate>().part,
                     part.get<opened_rate>().whole + whole.get<opened_rate>().whole});
    b += a;
    CHECK(b == sum);
}

TEST_CASE("empty is all zero bits, and the size is that of the state and a byte for each word") {
    static const migrated<by<street, 3, with_more>> s;
    const std::array<unsigned char, sizeof s> zeros{};
    CHECK(std::memcmp(&s, zeros.data(), sizeof s) == 0);
    CHECK(sizeof s <= sizeof(by<street, 3, with_more>) + snapshot::detail::how_many_words<with_more> + 7);
}

TEST_CASE("an empty one lacks nothing") {
    CHECK(migrated<with_more>{}.missing() == 0);
    CHECK(migrated<with_more>{}.get<slams_per_sale>().has_value());
    CHECK(migrated<live<opened_rate, visit>>{}.of(live<opened_rate, visit>{}).value().has_value());
}

inline constexpr count_metric<door> knocked{.name = "knocked", .of = door::knocked};
TEST_CASE("what is missing may be the first word of a board, or the last") {
    const auto old = of_visits<scorecard<visit, opened_in_the_first_street, slams_per_sale>>(1, 50);
    const auto first = moved<scorecard<visit, knocked, slams_per_sale>>(old);
    CHECK(first.missing() == 1);
    CHECK_FALSE(first.get<knocked>());
    CHECK(first.get<slams_per_sale>() == old.get<slams_per_sale>());
    const auto last = moved<scorecard<visit, slams_per_sale, unknown_kinds>>(old);
    CHECK(last.missing() == 1);
    CHECK_FALSE(last.get<unknown_kinds>());
    CHECK(last.get<slams_per_sale>() == old.get<slams_per_sale>());
}

TEST_CASE("a level is absent where what came in or went out is missing") {
    const auto now = moved<with_more>(of_visits<board>(1, 50));
    const auto known = moved<with_more>(of_visits<with_more>(1, 50));
    const with_more before = of_visits<with_more>(2, 50);
    CHECK_FALSE(now.get<inside>());
    CHECK_FALSE(now.of(*now).get_after<inside>(before));
    CHECK(known.of(*known).get_after<inside>(before) == (*known).get_after<inside>(before));
}

TEST_CASE("events are recorded and taken back as in the state inside") {
    migrated<by<street, 4, board>> s;
    by<street, 4, board> plain;
    const visit v{.kind = door::opened, .street = 2, .elapsed = 9};
    const std::array<visit, 3> batch{v, v, v};
    s.record(v), s.record(v, 4), s.record(batch);
    plain.record(v), plain.record(v, 4), plain.record(batch);
    CHECK(*s == plain);
    CHECK(s.retract(v));
    CHECK(plain.retract(v));
    CHECK(*s == plain);
    CHECK(s.of((*s)[2]).get<opened_rate>()->whole == 7);
}

/// The figures that an exporter tells of a state, by name.
struct named_figures {
    std::string names{};
    void board(std::span<const label>) {}
    bool wants(std::string_view) { return true; }
    void figure(const figure_info &info, const value_parts &) { (names += info.metric) += ' '; }
    void board_end() {}
};
TEST_CASE("an exporter leaves out what is absent") {
    named_figures all, known;
    const auto old = of_visits<by<street, 1, board>>(1, 50);
    const auto now = moved<by<street, 1, with_more>>(old);
    each_figure(old, all), each_figure(now, known);
    CHECK_FALSE(all.names.empty());
    CHECK(all.names == known.names);
}

} // namespace
} // namespace kpi::test
