// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/condition.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool what_is_not_told_passes_no_condition() {
    const quiet_visit silent{}, quick{.elapsed = opaque(5u)};
    expect(!at_most<member::elapsed>{~0ull}(silent) && at_most<member::elapsed>{5}(quick));
    expect(!at_most<member::elapsed>{4}(quick));
    expect(!equals<member::elapsed, 0u>{}(silent) && equals<member::elapsed, 5u>{}(quick));
    expect(tells<member::elapsed>{}(quick) && !tells<member::elapsed>{}(silent));
    expect(tells<member::elapsed, false>{}(silent));
    expect(both<at_most<member::elapsed>, equals<member::elapsed, 5u>>{{5}, {}}(quick));
    static_assert(both<always, tells<member::elapsed>>::demanded_of<quiet_visit>());
    return true;
}
static_assert(what_is_not_told_passes_no_condition());
TEST_CASE("what is not told passes no condition on it") { CHECK(what_is_not_told_passes_no_condition()); }

} // namespace
} // namespace kpi::test
