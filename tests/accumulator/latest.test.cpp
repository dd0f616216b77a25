// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/latest.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool the_latest_whatever_the_order() {
    latest l;
    expect(!l.value());
    l.record({opaque(-5)}), l.record({-9}), l.record({7}, 0);
    expect(l.value() == instant{-5});
    return true;
}
static_assert(the_latest_whatever_the_order());
TEST_CASE("the latest counts, whatever the order") { CHECK(the_latest_whatever_the_order()); }

TEST_CASE("its fields are the time, and 1 where there was one: snapshots hold them") {
    latest l;
    CHECK(fields_of(l) == std::vector<std::uint64_t>{0, 0});
    l.record({5}), l.record({7}, 9);
    CHECK(fields_of(l) == std::vector<std::uint64_t>{7, 1});
}

TEST_CASE("the latest keeps the exact law") {
    keeps_its_law<latest>([](random &r) { return instant{static_cast<std::int64_t>(r.below(1000)) - 500}; },
                          [](instant t) { return static_cast<std::uint64_t>(t.seconds); });
}

} // namespace
} // namespace kpi::test
