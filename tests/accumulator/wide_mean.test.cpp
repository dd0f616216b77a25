// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/wide_mean.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

constexpr bool amounts_of_either_sign() {
    wide_mean<> m;
    expect(!m.value().has_value());
    m.record(opaque(std::int64_t{5'000'000'000}));
    m.record(opaque(std::int64_t{-7'000'000'000}));
    expect(m.count() == 2 && m.value().value() == -1e9);
    expect(!m.retract(7'000'000'000));                  // it was below 0
    expect(m.retract(5'000'000'000) && !m.retract(-1)); // the last one is -7,000,000,000
    expect(m.retract(-7'000'000'000) && m == wide_mean<>{});
    return true;
}
static_assert(amounts_of_either_sign());
TEST_CASE("amounts of either sign") { CHECK(amounts_of_either_sign()); }

constexpr bool a_sum_that_saturates_makes_the_mean_absent() {
    constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();
    wide_mean<std::uint64_t> m;
    m.record(opaque(greatest - 1));
    expect(m.value().value() && !m.saturated());
    m.record(opaque(std::uint64_t{1}));
    expect(m.saturated() && !m.value().has_value() && !m.retract(std::uint64_t{1}));
    return true;
}
static_assert(a_sum_that_saturates_makes_the_mean_absent());
TEST_CASE("a sum that saturates makes the mean absent") {
    CHECK(a_sum_that_saturates_makes_the_mean_absent());
}

std::int64_t any_amount(random &r) {
    const auto size = static_cast<std::int64_t>(r.pick<std::uint32_t>(1'000'000'000));
    return r.below(3) == 0 ? -size : size;
}
TEST_CASE("a wide mean keeps the exact law") {
    keeps_its_law<wide_mean<>>(any_amount, [](std::int64_t x) { return static_cast<std::uint32_t>(x); });
    takes_back_what_it_recorded<wide_mean<>>(any_amount);
    takes_alike_events_at_once<wide_mean<>>(any_amount);
}

} // namespace
} // namespace kpi::test
