// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/told.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>

namespace kpi::test {
namespace {

using seconds = maybe<std::uint32_t>;
constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();

enum class road : std::uint8_t { unknown, phone, email };
constexpr road untold_of(road) noexcept { return road::unknown; }
enum class door : std::uint8_t { knocked, opened, walled_up = 255 };

struct deal {
    seconds elapsed{};
    maybe<door> kind{};
    std::optional<int> value{};
    std::uint32_t units{};
};

static_assert(sizeof(seconds) == 4 && sizeof(maybe<door>) == 1 && sizeof(maybe<std::int64_t>) == 8);
static_assert(std::is_trivially_copyable_v<seconds> && std::is_nothrow_default_constructible_v<seconds>);
static_assert(!std::is_constructible_v<seconds, bool> && !std::is_constructible_v<seconds, double>);
static_assert(!std::is_constructible_v<maybe<door>, int>); // an enumerator, and not its number
static_assert(can_be_untold<seconds> && can_be_untold<const std::optional<int> &> && can_be_untold<road>);
static_assert(can_be_untold<decltype(deal::elapsed)> && !can_be_untold<decltype(deal::units)>);
static_assert(!can_be_untold<int> && !can_be_untold<door> && !can_be_untold<const char *>);

constexpr bool what_is_not_told_is_not_zero() {
    const deal bare{};
    expect(!told(bare.elapsed) && !told(bare.kind) && !told(bare.value) && told(bare.units));
    const deal won{.elapsed = 300, .kind = door::opened, .value = 0, .units = 0};
    expect(told(won.elapsed) && told(won.kind) && told(won.value) && told(won.units));
    expect(told_value(won.elapsed) == 300 && told_value(won.kind) == door::opened);
    expect(told_value(won.value) == 0 && told_value(won.units) == 0);
    expect(!told(road::unknown) && told(opaque(road::phone)) &&
           told_value(opaque(road::phone)) == road::phone);
    expect(seconds{opaque(0u)}.has_value() && seconds{0} == 0 && !(seconds{} == 0) && seconds{} == seconds{});
    expect(seconds{}.value_or(7) == 7 && seconds{opaque(5u)}.value_or(7) == 5);
    return true;
}
static_assert(what_is_not_told_is_not_zero());
TEST_CASE("what is not told is not zero") { CHECK(what_is_not_told_is_not_zero()); }

constexpr bool the_greatest_value_cannot_be_told() {
    expect(*seconds{opaque(most)} == most - 1 && *seconds{opaque(most - 1)} == most - 1);
    expect(*seconds{opaque(std::uint64_t{1} << 40)} == most - 1 && *seconds{opaque(5L)} == 5);
    expect(!seconds{opaque(-1)}.has_value() && !seconds{opaque(std::int64_t{-1} << 40)}.has_value());
    expect(*maybe<std::uint8_t>{opaque(255)} == 254 && *maybe<std::uint8_t>{opaque(254)} == 254);
    using money = maybe<std::int32_t>;
    expect(*money{opaque(-5)} == -5 && *money{opaque(INT32_MAX)} == INT32_MAX - 1 && *money{-1} == -1);
    expect(*money{opaque(INT32_MIN)} == INT32_MIN && *money{opaque(std::int64_t{-1} << 40)} == INT32_MIN);
    expect(*maybe<char>{opaque('a')} == 'a' && *maybe<unsigned char>{opaque('\x7f')} == 127);
    expect(!maybe<door>{opaque(door::walled_up)}.has_value() && maybe<door>{door::knocked}.has_value());
    expect(*seconds{} == most && *money{} == INT32_MAX); // a total read
    return true;
}
static_assert(the_greatest_value_cannot_be_told());
TEST_CASE("the greatest value stands for what is not told; a greater number is clamped below it") {
    CHECK(the_greatest_value_cannot_be_told());
}

constexpr bool what_is_not_told_equals_no_number() {
    expect(seconds{300} == 300 && seconds{300} == 300L && seconds{300} != 301 && seconds{300} != -1);
    expect(seconds{} != -1 && seconds{} != most && seconds{most} != most && seconds{} != seconds{0});
    expect(maybe<door>{door::opened} == door::opened && maybe<door>{} != door::knocked);
    expect(maybe<door>{} != door::walled_up);
    return true;
}
static_assert(what_is_not_told_equals_no_number());
TEST_CASE("what is not told equals no number") { CHECK(what_is_not_told_equals_no_number()); }

TEST_CASE("not told is all zero bits") {
    const unsigned char zeros[sizeof(seconds)]{};
    seconds cleared = opaque(5);
    std::memcpy(static_cast<void *>(&cleared), zeros, sizeof cleared);
    CHECK(cleared == seconds{});
}

} // namespace
} // namespace kpi::test
