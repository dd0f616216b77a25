// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/time/period.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <limits>
#include <ratio>

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

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
template <class Rep, std::intmax_t Num, std::intmax_t Den = 1>
using ticks = std::chrono::sys_time<std::chrono::duration<Rep, std::ratio<Num, Den>>>;
template <class T> constexpr T tick(auto n) {
    return T{typename T::duration{static_cast<typename T::rep>(n)}};
}

constexpr bool a_time_that_no_instant_can_tell_is_the_last_or_the_first() {
    using in_days = ticks<std::int64_t, 86400>;
    expect(to_instant(tick<in_days>(opaque(std::int64_t{20'000}))).seconds == 1'728'000'000);
    expect(to_instant(tick<in_days>(opaque(most / 86400))).seconds == most / 86400 * 86400);
    expect(to_instant(tick<in_days>(opaque(most / 86400 + 1))).seconds == most);
    expect(to_instant(tick<in_days>(opaque(most))).seconds == most);
    expect(to_instant(tick<in_days>(opaque(least))).seconds == least);
    using in_years = ticks<std::int64_t, 31'556'952>;
    expect(to_instant(tick<in_years>(opaque(std::int64_t{-300'000'000'000}))).seconds == least);
    expect(to_instant(basic_instant<std::uint64_t>{opaque(~std::uint64_t{})}).seconds == most);
    using nanoseconds = ticks<std::uint64_t, 1, 1'000'000'000>;
    expect(to_instant(tick<nanoseconds>(opaque(~std::uint64_t{}))).seconds == 18'446'744'073);
    using frames = ticks<std::int64_t, 1001, 30'000>; // odd ticks, of which none can overflow on the way
    expect(to_instant(tick<frames>(opaque(std::int64_t{-1}))).seconds == -1);
    expect(to_instant(tick<frames>(opaque(std::int64_t{30'001}))).seconds == 1001);
    expect(to_instant(tick<frames>(opaque(most))).seconds == 307'753'180'296'387'686);
    return true;
}
static_assert(a_time_that_no_instant_can_tell_is_the_last_or_the_first());
TEST_CASE("a time that no instant can tell is the last or the first, however coarse its ticks") {
    CHECK(a_time_that_no_instant_can_tell_is_the_last_or_the_first());
}

constexpr bool an_instant_is_the_tick_that_it_lies_in() {
    using in_days = ticks<std::int32_t, 86400>;
    expect(time_of<in_days>(instant{opaque(std::int64_t{86'399})}) == tick<in_days>(0));
    expect(time_of<in_days>(instant{opaque(std::int64_t{-1})}) == tick<in_days>(-1));
    expect(time_of<in_days>(instant{opaque(most)}) == tick<in_days>(0x7fffffff));
    expect(time_of<in_days>(instant{opaque(least)}) == in_days::min());
    using nanoseconds = ticks<std::int64_t, 1, 1'000'000'000>;
    expect(time_of<nanoseconds>(instant{opaque(std::int64_t{-2})}) == tick<nanoseconds>(-2'000'000'000));
    expect(time_of<nanoseconds>(instant{opaque(most)}) == nanoseconds::max());
    expect(time_of<basic_instant<std::uint32_t>>(instant{opaque(std::int64_t{-1})}).seconds == 0);
    return true;
}
static_assert(an_instant_is_the_tick_that_it_lies_in());
TEST_CASE("an instant is the tick that it lies in, and the last of a type that ends before it") {
    CHECK(an_instant_is_the_tick_that_it_lies_in());
}

} // namespace
} // namespace kpi::test
