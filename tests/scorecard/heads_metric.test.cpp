// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/scorecard/heads_metric.hpp>
#include <kpi/scorecard/pool.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr dimension house{"house", &visit::number};
inline constexpr heads_metric<visit> still_closed{
    .name = "still_closed", .whole = {.of = door::knocked, .at_least = 2, .none_of = {door::opened}}};

constexpr bool everybody_is_one() {
    by<house, 8, basic_scorecard<visit, std::uint8_t, still_closed>> houses;
    expect(pool<still_closed>(houses).n == 0); // nobody is 0, and not absent
    houses.record({.kind = door::knocked, .number = 1}, opaque(std::uint8_t{200}));
    houses.record({.kind = door::knocked, .number = 2}, 2);
    houses.record({.kind = door::knocked, .number = 3}, 1); // not often enough
    houses.record({.kind = door::knocked, .number = 4}, 9);
    houses.record({.kind = door::opened, .number = 4});
    expect(pool<still_closed>(houses) == pooled<count<std::uint32_t>>{count<std::uint32_t>{2}, 4, true});
    return true;
}
static_assert(everybody_is_one());
TEST_CASE("everybody is one, however much they do") { CHECK(everybody_is_one()); }

} // namespace
} // namespace kpi::test
