// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/scorecard/stage_metric.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr stage_metric<visit, 3> mood{
    .name = "mood",
    .stages = {event_set{door::knocked}, event_set{door::opened}, event_set{door::bought, door::slammed}},
    .labels = {"asked", "listening", "decided"}};
using house = scorecard<visit, mood>;
constexpr visit when(door kind, std::int64_t seconds) { return {.kind = kind, .at = {seconds}}; }
using places = breakdown<std::uint32_t, 3>;

constexpr bool an_id_is_where_it_was_last() {
    house h;
    expect(h.contribution<mood>() == places{});
    h.record(when(opaque(door::bought), -50));
    h.record(when(door::opened, -10));
    h.record(when(door::knocked, -60));
    expect(h.contribution<mood>() == places{{0, 1, 0}});
    h.record(when(door::dog, 90)); // no stage
    expect(h.contribution<mood>() == places{{0, 1, 0}});
    h.record(when(door::slammed, -10)); // of the same second the later stage holds
    expect(h.contribution<mood>() == places{{0, 0, 1}});
    return true;
}
static_assert(an_id_is_where_it_was_last());
TEST_CASE("an id is where it was last, whatever the order") { CHECK(an_id_is_where_it_was_last()); }

TEST_CASE("a board of stages keeps the exact law") {
    keeps_its_law<house>(any_visit, [](const visit &v) { return v.number; }, {.runs = 20});
}

} // namespace
} // namespace kpi::test
