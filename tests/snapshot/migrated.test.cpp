// SPDX-License-Identifier: MIT
// Snapshots of boards that changed: what both have is taken, what a board lacks is absent, and everything
// that is no snapshot is refused as by `decode`.

#include "snapshot/frames.hpp"
#include "snapshot/states.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/beside.hpp>
#include <kpi/export/each_figure.hpp>
#include <kpi/scorecard/level_metric.hpp>
#include <kpi/snapshot/codec.hpp>
#include <kpi/snapshot/migrate.hpp>

#include <cstring>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace kpi::test {
namespace {

using snapshot::decode;
using snapshot::encode;
using snapshot::migrate;
using snapshot::migrated;
using snapshot::migration;
using snapshot::status;

template <class State> byte_list encoded(const State &s) {
    byte_list buffer(snapshot::encoded_size_bound<State>);
    const auto used = encode(s, buffer);
    REQUIRE_FALSE(used.empty());
    buffer.resize(used.size());
    return buffer;
}
template <class State> State of_visits(std::uint64_t seed, int n) {
    random r{seed};
    State s{};
    for (int i = 0; i < n; ++i)
        s.record(any_visit(r));
    return s;
}

inline constexpr count_metric<door> dogs{.name = "dogs", .of = door::dog};
inline constexpr mean_metric<door, member::value> value_of_a_sale{.name = "value_of_a_sale",
                                                                  .of = {door::bought}};
inline constexpr quantiles_metric<door, member::elapsed> how_long{.name = "how_long", .of = {door::opened}};

// A board as it was, and what became of it.
using board = scorecard<visit, opened_rate, opened_in_the_first_street, minutes_at_the_door>;
using with_more = scorecard<visit, opened_rate, opened_in_the_first_street, minutes_at_the_door,
                            slams_per_sale, value_of_a_sale, how_long>;
using with_less = scorecard<visit, minutes_at_the_door>;
using reordered = scorecard<visit, minutes_at_the_door, opened_in_the_first_street, opened_rate>;
using other_one = scorecard<visit, value_of_a_sale, minutes_at_the_door, how_long, dogs, slams_per_sale>;
using of_16_bits = basic_scorecard<visit, std::uint16_t, opened_rate, minutes_at_the_door>;

constexpr bool a_new_metric_is_absent_until_reset() {
    board old;
    old.record({.kind = door::opened, .elapsed = opaque(300u)});
    old.record({.kind = door::knocked, .street = 3}, opaque(9u));
    std::array<std::byte, snapshot::encoded_size_bound<board>> buffer{};
    const auto bytes = encode(old, buffer);

    migrated<with_more> now;
    now.record({.kind = door::slammed});
    expect(decode(bytes, now) == status::other_schema);
    expect(migrate(bytes, now).answer == status::ok);
    expect(now.get<opened_rate>() == old.get<opened_rate>());
    expect(now.get<minutes_at_the_door>()->sum == 300);
    expect(!now.get<slams_per_sale>()); // which would say 1 for each of no sales

    now.record({.kind = door::slammed});
    now.record({.kind = door::bought, .value = 7});
    expect(now.absent<slams_per_sale>() && now.absent<value_of_a_sale>() && now.absent<how_long>());
    expect(!now.get<value_of_a_sale>());
    expect((*now).get<value_of_a_sale>().n == 1); // what there is of it can be seen
    now.reset();
    expect(now == migrated<with_more>{});
    now.record({.kind = door::bought, .value = 7});
    expect(now.get<value_of_a_sale>()->n == 1);
    expect(now.missing() == 0);
    return true;
}
static_assert(a_new_metric_is_absent_until_reset());
TEST_CASE("a metric whose words are missing is absent until reset, in constants too") {
    CHECK(a_new_metric_is_absent_until_reset());
}

TEST_CASE("migrated states merge, and what is missing in one is missing in both") {
    const auto part = of_visits<board>(1, 50);
    const auto whole = of_visits<with_more>(2, 50);
    migrated<with_more> a, b;
    REQUIRE(migrate(encoded(part), a).missing == 3);
    REQUIRE(migrate(encoded(whole), b) == migration{status::ok, 0, 0});
    REQUIRE(*b == whole);
    migrated<with_more> sum = a;
    sum += b;
    CHECK(sum.missing() == 3);
    CHECK(sum.absent<how_long>());
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

} // namespace
} // namespace kpi::test
