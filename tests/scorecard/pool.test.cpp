// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/by_key.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/scorecard/pool.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/share_metric.hpp>

#include <doctest/doctest.h>

#include <cmath>

namespace kpi::test {
namespace {

using share = proportion<std::uint32_t>;

inline constexpr dimension house{"house", &visit::number};
/// Of the houses where somebody knocked, those that bought twice.
inline constexpr share_metric<visit> regulars{
    .name = "regulars", .part = {.of = {door::bought}, .at_least = 2}, .whole = {.of = {door::knocked}}};
/// More doors can slam than anybody knocked at.
inline constexpr proportion_metric<door> slammed_rate{
    .name = "slammed_rate", .part = {door::slammed}, .whole = {door::knocked}};

using board = scorecard<visit, opened_rate, slammed_rate, regulars>;
using houses = by<house, 8, board>;
using sparse_houses = by_key<house, 1, board, 1>;

template <class Groups>
constexpr void happen(Groups &g, std::uint32_t n, door kind, std::uint32_t times = 1) {
    g.record({.kind = opaque(kind), .number = n, .at = {86400}}, times);
}
/// Whether anything was bought.
constexpr auto sold = [](const board &b) { return b.get<opened_rate>().part > 0; };
constexpr auto tried = [](const board &b) { return b.get<opened_rate>().whole > 1; };

constexpr bool a_share_of_ids_counts_each_once() {
    houses h;
    happen(h, 0, door::knocked, 10), happen(h, 0, door::bought, 5); // a regular
    happen(h, 1, door::knocked), happen(h, 1, door::bought);        // not yet
    happen(h, 2, door::bought, 3);                                  // nobody knocked
    happen(h, 3, door::dog);                                        // nothing that counts
    const auto pooled = pool<regulars>(h);
    expect(pooled == kpi::pooled<share>{{1, 2}, 3, true});
    expect(pooled.per(100) == 50 && pooled.sampling_error() == 0.0);
    happen(h, 9, door::knocked); // has no group of its own: who it was is not known
    expect(pool<regulars>(h) == kpi::pooled<share>{{1, 2}, 3, false});
    expect(pool<opened_rate>(h) == kpi::pooled<share>{{9, 20}, 3, false}); // any value that adds up
    return true;
}
static_assert(a_share_of_ids_counts_each_once());
TEST_CASE("a share of ids counts each once, however much it did") {
    CHECK(a_share_of_ids_counts_each_once());
}

constexpr bool a_share_of_groups_is_of_those_that_are_asked_for() {
    houses h;
    expect(share_of(h, sold) == kpi::pooled<share>{{0, 0}, 0, true});
    expect(!share_of(h, sold).has_value() && !share_of(h, sold).sampling_error().has_value());
    happen(h, 0, door::knocked, 3);
    happen(h, 1, door::knocked, 3), happen(h, 1, door::bought);
    happen(h, 2, door::bought);
    happen(h, 3, door::dog);
    expect(share_of(h, sold) == kpi::pooled<share>{{2, 3}, 3, true});
    expect(share_of(h, sold, tried) == kpi::pooled<share>{{1, 2}, 2, true});
    return true;
}
static_assert(a_share_of_groups_is_of_those_that_are_asked_for());
TEST_CASE("a share of groups is of those that are asked for, and of those that hold anything") {
    CHECK(a_share_of_groups_is_of_those_that_are_asked_for());
}

constexpr bool a_sample_says_how_far_it_may_be_off() {
    by_key<house, 4, board> h;
    for (std::uint32_t n = 0; n < 4; ++n)
        happen(h, n, n == 0 ? door::bought : door::knocked);
    expect(share_of(h, sold) == kpi::pooled<share>{{1, 4}, 4, true} &&
           share_of(h, sold).sampling_error() == 0.0);
    by_key<house, 4, board> other = h;
    for (std::uint32_t n = 4; n < 64; ++n)
        happen(other, n, door::knocked);
    const auto sample = share_of(other, sold);
    expect(!sample.exact && sample.whole == 4);
    const auto error = [](share p) { return *kpi::pooled<share>{p, p.whole, false}.sampling_error(); };
    expect(error({1, 2}) > 0.35355 && error({1, 2}) < 0.35356); // sqrt(1/8)
    expect(error({1, 4}) > 0.21650 && error({1, 4}) < 0.21651); // sqrt(3/64)
    expect(error({0, 4}) == 0.0 && error({4, 4}) == 0.0);
    expect(*kpi::pooled<share>{{1, 2}, 2, false}.sampling_error<float>() > 0.3535f);
    return true;
}
static_assert(a_sample_says_how_far_it_may_be_off());
TEST_CASE("a sample says how far its share may be off: sqrt(p (1 - p) / n)") {
    CHECK(a_sample_says_how_far_it_may_be_off());
}

constexpr bool what_cannot_be_a_share_has_no_error_of_one() {
    sparse_houses h;
    happen(h, 1, door::knocked), happen(h, 1, door::slammed, 3);
    happen(h, 2, door::knocked), happen(h, 2, door::slammed, 3);
    const auto more_than_all = pool<slammed_rate>(h);
    expect(more_than_all == kpi::pooled<share>{{3, 1}, 1, false} && !more_than_all.coherent());
    expect(!more_than_all.sampling_error().has_value()); // and is not a number that is none
    return true;
}
static_assert(what_cannot_be_a_share_has_no_error_of_one());
TEST_CASE("what cannot be a share has no sampling error") {
    CHECK(what_cannot_be_a_share_has_no_error_of_one());
}

constexpr bool groups_may_be_windows() {
    by<house, 8, over<days<1>, 7, board>> h;
    happen(h, 0, door::knocked, 2), happen(h, 0, door::bought, 2);
    happen(h, 1, door::knocked);
    const instant now{86400}, later{86400 * 10};
    expect(pool<regulars>(h, now) == kpi::pooled<share>{{1, 2}, 2, true});
    expect(pool<opened_rate>(h, now) == kpi::pooled<share>{{2, 5}, 2, true});
    expect(!pool<regulars>(h, later).has_value());
    const auto sold_lately = [now](const auto &w) { return w.template get<opened_rate>(now).part > 0; };
    expect(share_of(h, sold_lately) == kpi::pooled<share>{{1, 2}, 2, true});
    return true;
}
static_assert(groups_may_be_windows());
TEST_CASE("groups may be windows, read at a time") { CHECK(groups_may_be_windows()); }

// 256 places for 5,000 houses, of which 500, 1,500 or 2,500 bought. A share is told with an error that is
// right: the deviation in units of it has a mean square of 1, a little less since the sample is a twentieth
// of all. Its own error, over 300 runs, is sqrt(2 / 300) = 0.08; five times that is allowed.
TEST_CASE("the sampling error is as large as samples differ") {
    constexpr int runs = 300;
    double squares = 0, sum = 0;
    for (std::uint64_t seed = 0; seed < runs; ++seed) {
        random r{seed};
        by_key<house, 256, scorecard<visit, opened_rate>> h;
        const std::uint32_t bought = 500 + 1000 * static_cast<std::uint32_t>(seed % 3);
        const auto first = static_cast<std::uint32_t>(r());
        for (std::uint32_t n = 0; n < 5000; ++n)
            h.record({.kind = n < bought ? door::bought : door::knocked, .number = first + n});
        const auto sample = share_of(h, [](const auto &b) { return b.template get<opened_rate>().part > 0; });
        REQUIRE(sample.whole == 256);
        REQUIRE_FALSE(sample.exact);
        const double off = (*sample.value() - bought / 5000.0) / *sample.sampling_error();
        sum += off, squares += off * off;
    }
    CHECK(std::abs(sum / runs) < 5 / std::sqrt(runs));
    CHECK(std::abs(squares / runs - 0.95) < 5 * 0.08);
}

} // namespace
} // namespace kpi::test
