// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include "support/random.hpp"
#include <kpi/snapshot/crc32c.hpp>

#include <array>
#include <span>
#include <string_view>

namespace kpi::test {
namespace {

using snapshot::crc32c;

template <std::size_t N> constexpr auto repeated(std::uint8_t byte) {
    std::array<std::byte, N> bytes{};
    bytes.fill(std::byte{opaque(byte)});
    return bytes;
}
constexpr std::array<std::byte, 9> nine_digits() {
    std::array<std::byte, 9> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>(opaque('1') + static_cast<char>(i));
    return bytes;
}

constexpr bool it_answers_the_published_values() {
    expect(crc32c(nine_digits()) == 0xe3069283);
    expect(crc32c(repeated<32>(0x00)) == 0x8a9136aa); // RFC 3720, section B.4
    expect(crc32c(repeated<32>(0xff)) == 0x62a8ab43);
    std::array<std::byte, 32> ascending{}, descending{};
    for (std::size_t i = 0; i < 32; ++i)
        ascending[i] = descending[31 - i] = static_cast<std::byte>(opaque(i));
    expect(crc32c(ascending) == 0x46dd794e);
    expect(crc32c(descending) == 0x113fdb5c);
    expect(crc32c({}) == 0);
    return true;
}
static_assert(it_answers_the_published_values());
TEST_CASE("it answers the published values") { CHECK(it_answers_the_published_values()); }

constexpr bool it_goes_on_where_it_stopped() {
    const auto digits = nine_digits();
    for (std::size_t cut = 0; cut <= digits.size(); ++cut) {
        const std::span<const std::byte> all{digits};
        expect(crc32c(all.subspan(cut), crc32c(all.first(cut))) == crc32c(all));
    }
    return true;
}
static_assert(it_goes_on_where_it_stopped());
TEST_CASE("it goes on where it stopped") { CHECK(it_goes_on_where_it_stopped()); }

TEST_CASE("it is the same by the table, whatever a machine has for it") {
    random r{5};
    std::array<std::byte, 300> bytes{};
    for (std::byte &b : bytes)
        b = static_cast<std::byte>(r.below(256));
    for (std::size_t first = 0; first < 9; ++first)
        for (std::size_t n = 0; first + n <= bytes.size(); ++n) {
            const auto some = std::span<const std::byte>{bytes}.subspan(first, n);
            const auto before = static_cast<std::uint32_t>(r());
            REQUIRE(crc32c(some, before) == ~snapshot::detail::crc_by_table(some, ~before));
        }
}

} // namespace
} // namespace kpi::test
