// SPDX-License-Identifier: MIT
#pragma once

/// CRC-32C (Castagnoli, Braeuer, Herrmann, IEEE Transactions on Communications 41(6), 1993; RFC 3720, section
/// 12.1): reflected polynomial 0x82f63b78, begun and ended with all bits turned; "123456789" answers
/// 0xe3069283. It finds every burst of up to 32 bits, and up to 5,243 bits of data every error of 5 bits (P.
/// Koopman, DSN 2002). Four bits a step: a table of 64 bytes, which suits firmware. Of nothing it is 0.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kpi::inline v1::snapshot {

namespace detail {
inline constexpr std::array<std::uint32_t, 16> crc_of_four_bits = [] {
    std::array<std::uint32_t, 16> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
        std::uint32_t remainder = i;
        for (int bit = 0; bit < 4; ++bit)
            remainder = (remainder >> 1) ^ ((remainder & 1u) != 0 ? 0x82f63b78u : 0u);
        table[i] = remainder;
    }
    return table;
}();
} // namespace detail

/// Of these bytes, or of these behind those that answered `before`.
[[nodiscard]] constexpr std::uint32_t crc32c(std::span<const std::byte> bytes,
                                             std::uint32_t before = 0) noexcept {
    std::uint32_t crc = ~before;
    for (const std::byte b : bytes) {
        crc ^= std::to_integer<std::uint32_t>(b);
        for (int half = 0; half < 2; ++half)
            crc = (crc >> 4) ^ detail::crc_of_four_bits[crc & 15u];
    }
    return ~crc;
}

} // namespace kpi::inline v1::snapshot
