// SPDX-License-Identifier: MIT
#include <kpi/time/instant.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace kpi::test {
namespace {

// Any time point will do, and none of the headers needs <chrono> to know one.
static_assert(time_point<instant> && time_point<basic_instant<std::uint32_t>>);
static_assert(time_point<std::chrono::sys_seconds> && time_point<std::chrono::sys_days>);
static_assert(time_point<std::chrono::steady_clock::time_point>);
static_assert(!time_point<std::int64_t>);
static_assert(sizeof(basic_instant<std::uint32_t>) == 4 && instant{}.seconds == 0);

TEST_CASE("an instant counts whole seconds since 1970") {
    CHECK(instant{-1}.time_since_epoch().count() == -1);
    CHECK(decltype(instant{}.time_since_epoch())::period::den == 1);
}

} // namespace
} // namespace kpi::test
