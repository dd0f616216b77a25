// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/share_metric.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr share_metric<door> sold_share{
    .name = "sold_share",
    .part = {.of = door::bought, .none_of = door::dog},
    .whole = {.of = door::knocked, .at_least = 2, .less = door::slammed}};
using house = basic_scorecard<door, std::uint8_t, sold_share>;
using part = proportion<std::uint32_t>;

constexpr bool a_house_is_in_the_share_or_not() {
    house h;
    expect(h.contribution<sold_share>() == part{0, 0});
    h.record(opaque(door::knocked), 2);
    expect(h.contribution<sold_share>() == part{0, 1});
    h.record(opaque(door::bought), 9);
    expect(h.contribution<sold_share>() == part{1, 1}); // however often
    h.record(opaque(door::slammed));
    expect(h.contribution<sold_share>() == part{0, 0}); // what takes off the whole takes off the part
    h.record(opaque(door::knocked));
    expect(h.contribution<sold_share>() == part{1, 1});
    h.record(opaque(door::dog));
    expect(h.contribution<sold_share>() == part{0, 1}); // what must not have happened
    return true;
}
static_assert(a_house_is_in_the_share_or_not());
TEST_CASE("one id is in the whole and in the part once, or not at all") {
    CHECK(a_house_is_in_the_share_or_not());
}

constexpr bool a_saturated_id_stays_where_it_is() {
    house h;
    h.record(opaque(door::knocked), 255);
    h.record(door::knocked, 255);
    h.record(opaque(door::bought), 255);
    expect(h.contribution<sold_share>() == part{1, 1});
    return true;
}
static_assert(a_saturated_id_stays_where_it_is());
TEST_CASE("an id whose counts are saturated stays in its share") {
    CHECK(a_saturated_id_stays_where_it_is());
}

} // namespace
} // namespace kpi::test
