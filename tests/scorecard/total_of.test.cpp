// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/total_of.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only turnover{"turnover", "", total_of<member::value>(sold)};

constexpr bool values_of_64_bits_are_added_exactly() {
    scorecard<quiet_visit, turnover> b;
    b.record({.kind = door::bought, .value = opaque(std::uint64_t{5'000'000'000})}, 3);
    b.record({.kind = door::bought, .value = 1});
    expect(b.get<turnover>().value().n == 15'000'000'001);
    return true;
}
static_assert(values_of_64_bits_are_added_exactly());
TEST_CASE("values of 64 bits are added up exactly") { CHECK(values_of_64_bits_are_added_exactly()); }

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<turnover, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<turnover, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_back_what_it_recorded<live<turnover, visit>>(any_visit, {.runs = 20});
    takes_back_what_it_recorded<live<turnover, quiet_visit>>(any_quiet_visit, {.runs = 20});
    takes_alike_events_at_once<live<turnover, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
