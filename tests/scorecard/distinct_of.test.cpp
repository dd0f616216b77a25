// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/distinct_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr struct number_member {
    template <class Event> static constexpr bool demanded_of() noexcept { return true; }
    constexpr std::uint32_t operator()(const auto &e) const noexcept { return e.number; }
} number{};
inline constexpr only houses{"houses", "", distinct_of<number>(sold)};

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<houses, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<houses, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_alike_events_at_once<live<houses, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
