// SPDX-License-Identifier: MIT
#include "support/doors.hpp"
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/first.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool the_earliest_time_is_kept() {
    first f;
    expect(!f.value().has_value());
    f.record(instant{opaque(std::int64_t{0})}); // the first second of 1970 is a time, not "never"
    expect(f.value() == instant{0});
    f.record(instant{-7});
    f.record(instant{5});
    expect(f.value() == instant{-7});
    first late;
    late.record(instant{opaque(std::int64_t{900})});
    expect(late.value() == instant{900});
    first never;
    never += first{};
    expect(!never.value().has_value());
    return true;
}
static_assert(the_earliest_time_is_kept());
TEST_CASE("the earliest time is kept, whatever the order") { CHECK(the_earliest_time_is_kept()); }

TEST_CASE("first keeps the exact law") {
    keeps_its_law<first>([](random &r) { return instant{static_cast<std::int64_t>(r.below(2000)) - 1000}; },
                         [](instant t) { return static_cast<std::uint64_t>(t.seconds); });
}

} // namespace
} // namespace kpi::test
