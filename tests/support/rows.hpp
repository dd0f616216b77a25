// SPDX-License-Identifier: MIT
#pragma once

/// Events of each size and each place of a kind that batches treat differently, full of bytes that are none.

#include <cstdint>

namespace kpi::test {

template <class Kind> struct row16 {
    std::uint32_t at{};
    std::uint16_t rep{0x0101};
    Kind kind{};
    std::uint8_t channel{1};
    std::uint64_t rest{0x0101010101010101u};
};
template <class Kind> struct row16_first {
    Kind kind{};
    std::uint8_t rest[15]{};
};
template <class Kind> struct row16_last {
    std::uint8_t rest[15]{};
    Kind kind{};
};
template <class Kind> struct row6 {
    std::uint16_t rep{};
    Kind kind{};
    std::uint16_t more{};
};

} // namespace kpi::test
