// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/net.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

constexpr bool is_what_was_added_less_what_was_taken_off() {
    const net sales{opaque(std::uint64_t{900}), opaque(std::uint64_t{250})};
    expect(sales.value() == 650.0 && sales.per(1) == 650 && sales.clamped() == 650);
    expect(sales.exact() == fraction<std::uint64_t>{650, 1});
    const net refunds{opaque(std::uint64_t{250}), opaque(std::uint64_t{900})};
    expect(refunds.value() == -650.0 && refunds.per(1) == -650 && refunds.clamped() == -650);
    expect(net{}.has_value() && net{}.value() == 0.0 && net{}.clamped() == 0);
    return true;
}
static_assert(is_what_was_added_less_what_was_taken_off());
TEST_CASE("a net sum is what was added less what was taken off, and always there") {
    CHECK(is_what_was_added_less_what_was_taken_off());
}

constexpr bool both_sides_are_pooled() {
    net both{opaque(std::uint64_t{5}), opaque(std::uint64_t{7})};
    both += net{opaque(std::uint64_t{11}), opaque(std::uint64_t{13})};
    expect(both == net{16, 20});
    both += net{saturation<std::uint64_t>, saturation<std::uint64_t>};
    expect(both == net{saturation<std::uint64_t>, saturation<std::uint64_t>});
    return true;
}
static_assert(both_sides_are_pooled());
TEST_CASE("net sums are pooled side by side, and stay at their maximum") { CHECK(both_sides_are_pooled()); }

constexpr bool stops_at_the_limits_of_an_integer() {
    constexpr auto most = static_cast<std::uint64_t>(INT64_MAX), top = saturation<std::uint64_t>;
    expect(net{opaque(most), opaque(std::uint64_t{0})}.clamped() == INT64_MAX);
    expect(net{opaque(most - 1), opaque(std::uint64_t{0})}.clamped() == INT64_MAX - 1);
    expect(net{opaque(most + 1), opaque(std::uint64_t{0})}.clamped() == INT64_MAX);
    expect(net{opaque(std::uint64_t{0}), opaque(most + 1)}.clamped() == -INT64_MAX);
    expect(net{opaque(top - 1), opaque(std::uint64_t{1})}.clamped() == INT64_MAX);
    // How much a full sum stands for nobody knows, and so not the difference either.
    expect(net{opaque(top), opaque(top - 1)}.clamped() == INT64_MAX);
    expect(net{opaque(top - 1), opaque(top)}.clamped() == -INT64_MAX);
    return true;
}
static_assert(stops_at_the_limits_of_an_integer());
TEST_CASE("a net sum as an integer stops at its limits") { CHECK(stops_at_the_limits_of_an_integer()); }

constexpr bool knows_when_a_side_is_full() {
    constexpr std::uint64_t top = saturation<std::uint64_t>;
    expect(net{opaque(top), 0}.saturated() && net{0, opaque(top)}.saturated());
    expect(!net{opaque(top - 1), opaque(top - 1)}.saturated());
    return true;
}
static_assert(knows_when_a_side_is_full());
TEST_CASE("a net sum knows when one of its sides is full") { CHECK(knows_when_a_side_is_full()); }

} // namespace
} // namespace kpi::test
