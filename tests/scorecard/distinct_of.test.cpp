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

struct wide_visit {
    door kind{};
    std::uint64_t number{};
};
inline constexpr struct wide_number {
    template <class Event> static constexpr bool demanded_of() noexcept { return true; }
    constexpr std::uint64_t operator()(const auto &e) const noexcept { return e.number; }
} whole_number{};
inline constexpr only all_houses{"all_houses", "", distinct_of<whole_number>(sold)};
TEST_CASE("ids of 64 bits are told apart by all of them") {
    live<all_houses, wide_visit> b;
    for (std::uint64_t i = 0; i < 100; ++i)
        b.record({.kind = door::bought, .number = i << 32});
    CHECK(b.get<all_houses>().counted() == 100);
}

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<houses, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<houses, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_alike_events_at_once<live<houses, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
