// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/from.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

// A struct of somebody else's, with names of its own.
struct legacy_visit {
    int outcome{};
    std::uint16_t strasse{};
};
constexpr visit to_visit(const legacy_visit &v) noexcept {
    return {.kind = static_cast<door>(v.outcome), .street = v.strasse};
}

using board = scorecard<visit, opened_rate, opened_in_the_first_street>;
using adapted = from<&to_visit, board>;
static_assert(sizeof(adapted) == sizeof(board));

constexpr bool an_adapter_is_the_state_inside() {
    adapted a;
    a.record({opaque(1), 0});
    a.record({opaque(0), 4}, 2);
    expect(a->get<opened_rate>() == proportion<std::uint32_t>{1, 3});
    expect((*a).get<opened_in_the_first_street>() == proportion<std::uint32_t>{1, 1});
    expect(a.retract({1, 0}) && !a.retract({1, 0}));
    return true;
}
static_assert(an_adapter_is_the_state_inside());
TEST_CASE("an adapter is the state inside, fed with another struct") {
    CHECK(an_adapter_is_the_state_inside());
}

TEST_CASE("an adapter keeps the law of the state inside") {
    keeps_its_law<adapted>(
        [](random &r) {
            return legacy_visit{static_cast<int>(r.below(7)), r.pick<std::uint16_t>(3)};
        },
        [](const legacy_visit &v) { return v.strasse; });
}

} // namespace
} // namespace kpi::test
