// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/scorecard/across.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

namespace kpi::test {
namespace {

inline constexpr count_metric<door> sales_made{.name = "sales_made", .of = door::bought};
using board = scorecard<visit, sales_made, opened_rate>;
constexpr auto at_quota = [](const auto &b) { return b.template get<sales_made>().n >= 3; };
constexpr auto sold = [](const auto &b) { return b.template get<sales_made>().n > 0; };
using share = across<proportion<std::uint32_t>>;

constexpr bool a_share_of_groups() {
    by<street, 6, board> team;
    expect(share_of(team, at_quota) == share{.exact = true} && !share_of(team, at_quota).has_value());
    team.record({.kind = door::bought, .street = 4}, opaque(3u));
    expect(share_of(team, at_quota) == share{{1, 1}, 1, true}); // one group
    team.record({.kind = door::bought, .street = 0}, 1);
    team.record({.kind = door::knocked, .street = 1});
    expect(share_of(team, at_quota) == share{{1, 3}, 3, true} && share_of(team, at_quota).per(300) == 100);
    expect(share_of(team, at_quota, sold) == share{{1, 2}, 2, true});
    return true;
}
static_assert(a_share_of_groups());
TEST_CASE("a share is of the groups that hold anything") { CHECK(a_share_of_groups()); }

constexpr bool a_share_of_a_table_that_overflowed_is_no_plain_value() {
    by<street, 2, board> team;
    team.record({.kind = door::bought, .street = 0}, 5);
    team.record({.kind = door::knocked, .street = 1});
    expect(share_of(team, at_quota).has_value() && share_of(team, at_quota).sampling_error<float>() == 0.0f);
    team.record({.kind = door::bought, .street = 2}, 5); // nobody's
    const auto some = share_of(team, at_quota);
    expect(!some.exact && !some.has_value() && !some.value() && !some.percent() && !some.per(100));
    expect(some.held == proportion{1u, 2u} && some.groups == 2);
    return true;
}
static_assert(a_share_of_a_table_that_overflowed_is_no_plain_value());
TEST_CASE("of a table that overflowed, only what is held is told, by its name") {
    CHECK(a_share_of_a_table_that_overflowed_is_no_plain_value());
    by<street, 2, board> team;
    for (const std::uint16_t number : {std::uint16_t{0}, std::uint16_t{1}, std::uint16_t{2}})
        team.record({.kind = door::bought, .street = number}, number * 3u + 1u);
    CHECK(share_of(team, at_quota).sampling_error().value() == doctest::Approx(std::sqrt(0.125)));
}

TEST_CASE("groups are any range of boards") {
    random r{7};
    by<street, 12, board> dense;
    by_key<street, 64, board, 64> sparse;
    std::unordered_map<std::uint16_t, board> hashed;
    std::map<std::uint16_t, board> sorted;
    std::vector<board> in_places(12);
    for (int i = 0; i < 200; ++i) {
        const visit v = any_visit(r);
        dense.record(v), sparse.record(v), hashed[v.street].record(v), sorted[v.street].record(v);
        in_places[v.street].record(v);
    }
    const auto expected = share_of(dense, at_quota, sold);
    CHECK((expected.exact && expected.groups > 5));
    CHECK(share_of(sparse, at_quota, sold) == expected);
    CHECK(share_of(hashed, at_quota, sold) == expected);
    CHECK(share_of(sorted, at_quota, sold) == expected);
    CHECK(share_of(in_places, at_quota, sold) == expected);
    CHECK(share_of(std::span<const board>{in_places}, at_quota, sold) == expected);
    std::array<board, 12> copied;
    std::copy(in_places.begin(), in_places.end(), copied.begin());
    CHECK(share_of(copied, at_quota, sold) == expected);
    CHECK(share_of(std::vector<board>{}, at_quota) == share{.exact = true});
}

inline constexpr dimension house{"house", &visit::number};
TEST_CASE("the share of those that an overflowed by_key holds is a fair sample, within its error") {
    by_key<house, 64, board, 16> houses;
    int good = 0;
    constexpr int all = 4000;
    for (std::uint32_t number = 0; number < all; ++number) {
        const bool is_good = number % 3 == 0;
        good += is_good;
        houses.record({.kind = door::bought, .number = number}, is_good ? 3u : 1u);
    }
    const auto some = share_of(houses, at_quota);
    CHECK((!some.exact && some.groups == 64 && !some.has_value()));
    CHECK(std::abs(some.held.value().value() - double(good) / all) < 3 * some.sampling_error().value());
}

} // namespace
} // namespace kpi::test
