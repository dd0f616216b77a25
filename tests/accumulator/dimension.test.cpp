// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/dimension.hpp>
#include <kpi/core/member.hpp>

#include <doctest/doctest.h>

#include <optional>

namespace kpi::test {
namespace {

enum class colour : signed char { red, blue, none = -1 };
struct shirt {
    colour dye{};
    std::uint64_t serial{};
    std::uint16_t rep{};
};

inline constexpr dimension dye{"dye", &shirt::dye};
inline constexpr dimension serial{"serial", &shirt::serial, "The number sewn in."};
inline constexpr dimension rep{"rep", member::rep};
inline constexpr dimension parity{"parity", [](const auto &e) { return e.serial % 2; }};

constexpr bool a_key_is_found_by_member_or_by_any_callable() {
    const shirt s{opaque(colour::blue), opaque(std::uint64_t{1} << 40 | 1), opaque(std::uint16_t{12})};
    expect(dye(s) == 1u);
    expect(serial(s) == (std::uint64_t{1} << 40 | 1)); // wide members stay wide
    expect(rep(s) == 12u);
    expect(parity(s) == 1u);
    expect(dye(shirt{.dye = colour::none}) == 0xffffffffu); // negative: past every end
    static_assert(sizeof(dye(s)) == 4 && sizeof(serial(s)) == 8);
    return true;
}
static_assert(a_key_is_found_by_member_or_by_any_callable());
TEST_CASE("a key is found by member pointer or by any callable") {
    CHECK(a_key_is_found_by_member_or_by_any_callable());
}

struct lent {
    maybe<std::uint16_t> rep{};
    std::optional<std::uint64_t> deal{};
    maybe<colour> dye{};
};
inline constexpr dimension deal{"deal", member::deal};
inline constexpr dimension lent_dye{"dye", &lent::dye};

constexpr bool what_is_not_told_is_past_every_end() {
    const lent all{.rep = opaque(std::uint16_t{12}), .deal = opaque(std::uint64_t{0}), .dye = colour::blue};
    const lent none{};
    expect(rep(all) == 12u && deal(all) == 0u && lent_dye(all) == 1u);
    expect(rep(none) == 0xffffffffu && deal(none) == ~std::uint64_t{0} && lent_dye(none) == 0xffffffffu);
    expect(key_in<rep>(none) == 0xffffffffu && key_in<lent_dye>(none) == 0xffffffffu);
    return true;
}
static_assert(what_is_not_told_is_past_every_end());
TEST_CASE("a key that is not told is past every end") { CHECK(what_is_not_told_is_past_every_end()); }

} // namespace
} // namespace kpi::test
