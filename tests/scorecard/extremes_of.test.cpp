// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/extremes_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only longest{"longest", "", greatest_of<member::elapsed>(sold)};
inline constexpr only shortest{"shortest", "", smallest_of<member::elapsed>(sold)};

// Two views of one state.
static_assert(sizeof(scorecard<visit, longest, shortest>) == sizeof(live<longest, visit>));

constexpr bool absent_until_there_is_one() {
    scorecard<visit, longest, shortest> b;
    expect(!b.get<longest>() && !b.get<shortest>());
    b.record({.kind = opaque(door::bought), .elapsed = 7});
    b.record({.kind = door::bought, .elapsed = 0});
    expect(b.get<longest>() == 7u && b.get<shortest>() == 0u);
    return true;
}
static_assert(absent_until_there_is_one());
TEST_CASE("the greatest and the smallest are absent until there is one") {
    CHECK(absent_until_there_is_one());
}

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<longest, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<longest, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_alike_events_at_once<live<longest, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
