// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/total.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool a_sum_saturates_and_says_so() {
    total t;
    expect(t.value().n == 0 && t.value().has_value());
    t.record(opaque(0xffffffffu), 0xffffffffu);
    expect(t.value().n == 0xfffffffe00000001u && !t.value().saturated());
    t += t;
    expect(t.value().saturated());
    expect(!t.retract(1u)); // nobody knows what it stands for
    total many;
    many.record(opaque(std::uint64_t{1} << 40), 3);
    expect(many.value().n == std::uint64_t{3} << 40);
    many.record(opaque(std::uint64_t{1} << 32), std::uint64_t{1} << 32); // 2^64
    expect(many.value().saturated());
    total small;
    small.record(5u);
    expect(!small.retract(6u) && small.retract(5u) && small == total{});
    return true;
}
static_assert(a_sum_saturates_and_says_so());
TEST_CASE("a sum stays at its maximum and says so") { CHECK(a_sum_saturates_and_says_so()); }

TEST_CASE("a total keeps the exact law and takes back what it recorded") {
    const auto any = [](random &r) { return r.pick<std::uint32_t>(std::uint64_t{1} << 32); };
    keeps_its_law<total>(any, [](std::uint64_t x) { return static_cast<std::uint32_t>(x); });
    takes_back_what_it_recorded<total>(any);
}

} // namespace
} // namespace kpi::test
