// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/story.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using doors = scorecard<visit, opened_rate>;
static_assert(takes<doors, visit> && !takes<doors, int>);
static_assert(every_kind<door>.contains(door::dog) && every_kind<door>.unlisted);

constexpr bool what_is_told_is_recorded() {
    doors board;
    recording<doors> sink{board};
    sink.tell(visit{.kind = door::opened});
    sink.tell(visit{.kind = door::bought}, 3);
    sink.tell(7); // nobody counts it
    sink.take_back(visit{.kind = door::opened});
    expect(board.get<opened_rate>() == proportion<std::uint32_t>{3, 3} && sink.untaken == 0);
    sink.take_back(visit{.kind = door::knocked}); // never told
    expect(sink.untaken == 1);
    return true;
}
static_assert(what_is_told_is_recorded());
TEST_CASE("a sink records what is told, retracts what is taken back, and counts what it could not") {
    CHECK(what_is_told_is_recorded());
}
TEST_CASE("a story of one's own hands on the facts of another in its own words") {
    doors board;
    recording<doors> sink{board};
    changing slammed{[](visit v) {
                         v.kind = v.kind == door::opened ? door::slammed : v.kind;
                         return v;
                     },
                     sink};
    slammed.tell(visit{.kind = door::opened});
    slammed.tell(visit{.kind = door::bought}, 2u);
    slammed.take_back(visit{.kind = door::bought});
    CHECK(board.get<opened_rate>() == proportion<std::uint32_t>{1, 1});
}

} // namespace
} // namespace kpi::test
