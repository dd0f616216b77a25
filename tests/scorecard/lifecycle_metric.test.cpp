// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/scorecard/lifecycle_metric.hpp>
#include <kpi/scorecard/pool.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr dimension house{"house", &visit::number};
inline constexpr lifecycle_metric<visit> until_bought{
    .name = "until_bought", .start = door::knocked, .until = door::bought, .shown_in = 10};
using houses = by<house, 8, scorecard<visit, until_bought>>;
void happens(houses &h, door kind, std::uint32_t number, std::int64_t at) {
    h.record({.kind = kind, .number = number, .at = {at}});
}

TEST_CASE("it begins with the first impression, or with the first event and says so") {
    houses h;
    CHECK(!pool<until_bought>(h).has_value());
    happens(h, door::dog, 0, 1); // earlier, but the impression is known
    happens(h, door::knocked, 0, 10);
    happens(h, door::bought, 0, 40);
    happens(h, door::bought, 0, 90); // the first one counts
    happens(h, door::dog, 1, -20);
    happens(h, door::opened, 1, 5);
    happens(h, door::bought, 1, 40);
    happens(h, door::knocked, 2, 7); // still open
    const auto mean = pool<until_bought>(h);
    CHECK(mean.sum == 30 + 60);
    CHECK(mean.n == 2);
    CHECK(mean.from_first_event == 1);
    CHECK(mean.value() == 45.0);
}

TEST_CASE("a goal with nothing before it is no lifecycle") {
    houses h;
    happens(h, door::bought, 0, 40); // nothing before it
    happens(h, door::bought, 1, 40);
    happens(h, door::knocked, 1, 41); // only after it
    CHECK(pool<until_bought>(h).n == 0);
    happens(h, door::knocked, 2, 40);
    happens(h, door::bought, 2, 40); // in the same second
    CHECK(pool<until_bought>(h).n == 1);
    CHECK(pool<until_bought>(h).sum == 0);
}

constexpr bool one_lead_tells_its_length() {
    scorecard<visit, until_bought> one;
    one.record({.kind = door::dog, .at = {opaque(std::int64_t{-20})}});
    expect(one.contribution<until_bought>().n == 0);
    one.record({.kind = door::bought, .at = {40}});
    const lifecycle life = one.contribution<until_bought>();
    expect(life.sum == 60 && life.n == 1 && life.from_first_event == 1);
    one.record({.kind = door::knocked, .at = {30}});
    expect(one.contribution<until_bought>().sum == 10 &&
           one.contribution<until_bought>().from_first_event == 0);
    return true;
}
static_assert(one_lead_tells_its_length());
TEST_CASE("one lead tells its length, and where it was counted from") { CHECK(one_lead_tells_its_length()); }

TEST_CASE("the distribution is in whole steps, rounded half up") {
    houses h;
    for (std::uint32_t i = 0; i < 4; ++i) {
        happens(h, door::knocked, i, 0);
        happens(h, door::bought, i, 10 * i + 5);
    }
    const quantiles<> all = pool<until_bought>(h, distribution{});
    CHECK(all.count() == 4);
    CHECK(all.quantile(1, 1).high == 4); // 35 seconds
    CHECK(all.quantile(1, 4).high == 1); // 5 seconds
}

TEST_CASE("lifecycles keep the exact law") {
    keeps_its_law<houses>(
        [](random &r) {
            return visit{.kind = static_cast<door>(r.below(5)),
                         .number = r.pick<std::uint32_t>(10),
                         .at = {static_cast<std::int64_t>(r.below(1000)) - 500}};
        },
        [](const visit &v) { return v.number; }, {.runs = 20});
}

} // namespace
} // namespace kpi::test
