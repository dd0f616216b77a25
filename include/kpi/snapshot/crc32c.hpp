// SPDX-License-Identifier: MIT
#pragma once

/// CRC-32C (Castagnoli, Braeuer, Herrmann, IEEE Transactions on Communications 41(6), 1993; RFC 3720, section
/// 12.1): reflected polynomial 0x82f63b78, begun and ended with all bits inverted; "123456789" answers
/// 0xe3069283. It finds every burst of up to 32 bits and, in up to 5,243 bits of data, every error of 5 bits
/// (P. Koopman, DSN 2002). It takes four bits a step, with a table of 64 bytes, which suits firmware; on any
/// x86-64 machine that has an instruction for it, eight bytes a step. The CRC of nothing is 0.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

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

[[nodiscard]] constexpr std::uint32_t crc_by_table(std::span<const std::byte> bytes,
                                                   std::uint32_t crc) noexcept {
    for (const std::byte b : bytes) {
        crc ^= std::to_integer<std::uint32_t>(b);
        for (int half = 0; half < 2; ++half)
            crc = (crc >> 4) ^ crc_of_four_bits[crc & 15u];
    }
    return crc;
}

#if defined(__GNUC__) && defined(__x86_64__) && __STDC_HOSTED__
#define KPI_DETAIL_CRC_BY_INSTRUCTION
[[nodiscard, gnu::target("sse4.2")]] inline std::uint32_t crc_by_instruction(std::span<const std::byte> bytes,
                                                                             std::uint32_t crc) noexcept {
    const std::byte *at = bytes.data();
    std::size_t left = bytes.size();
    for (std::uint64_t word = 0; left >= sizeof word; at += sizeof word, left -= sizeof word) {
        __builtin_memcpy(&word, at, sizeof word);
        crc = static_cast<std::uint32_t>(__builtin_ia32_crc32di(crc, word));
    }
    for (; left > 0; ++at, --left)
        crc = __builtin_ia32_crc32qi(crc, std::to_integer<std::uint8_t>(*at));
    return crc;
}
#endif
} // namespace detail

/// The CRC of these bytes, or of these behind the bytes that answered `before`.
[[nodiscard]] constexpr std::uint32_t crc32c(std::span<const std::byte> bytes,
                                             std::uint32_t before = 0) noexcept {
#ifdef KPI_DETAIL_CRC_BY_INSTRUCTION
    if (!std::is_constant_evaluated() && __builtin_cpu_supports("sse4.2") != 0)
        return ~detail::crc_by_instruction(bytes, ~before);
#endif
    return ~detail::crc_by_table(bytes, ~before);
}

} // namespace kpi::inline v1::snapshot
