// SPDX-License-Identifier: MIT
#pragma once

/// The flash in which the dialer keeps its counters. On a micro:bit (Cortex-M0, nRF51822) it is the
/// processor's own, with pages of 1 KiB, words of 32 bits, and a controller (Nordic, "nRF51 Series Reference
/// Manual", chapter 6). The other boards of this example are emulated without flash; RAM that a reset leaves
/// alone stands in for it, so that the rest is the same everywhere.

#include "cortex_m.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace firmware {

#ifdef __ARM_ARCH_6M__

struct memory {
    static constexpr std::size_t program_unit = 4, erase_block = 1024;

    bool erase(std::size_t address) {
        allow(2);
        at_address(0x4001e508) = start + address; // ERASEPAGE
        return allow(0);
    }
    bool program(std::size_t address, std::span<const std::byte, program_unit> unit) {
        std::uint32_t word = 0;
        for (std::size_t i = program_unit; i-- > 0;)
            word = word << 8 | std::to_integer<std::uint32_t>(unit[i]);
        allow(1);
        at_address(start + address) = word;
        return allow(0);
    }
    bool read(std::size_t address, std::span<std::byte> into) {
        for (std::byte &b : into)
            b = static_cast<std::byte>(*reinterpret_cast<const volatile unsigned char *>(start + address++));
        return true;
    }

private:
    static constexpr std::uint32_t start = 0x30000; // after the program
    /// Waits until the last operation has ended; says what is allowed next: 0 reading, 1 writing, 2 erasing.
    static bool allow(std::uint32_t what) {
        while ((at_address(0x4001e400) & 1u) == 0) { // READY
        }
        at_address(0x4001e504) = what; // CONFIG
        return true;
    }
};

#else

[[gnu::section(".noinit")]] static std::array<std::byte, 8 * 1024> kept_by_a_reset;

struct memory {
    static constexpr std::size_t program_unit = 8, erase_block = 1024;

    bool erase(std::size_t address) {
        for (std::size_t i = 0; i < erase_block; ++i)
            kept_by_a_reset[address + i] = std::byte{0xff};
        return true;
    }
    bool program(std::size_t address, std::span<const std::byte, program_unit> unit) {
        for (std::size_t i = 0; i < program_unit; ++i)
            kept_by_a_reset[address + i] &= unit[i];
        return true;
    }
    bool read(std::size_t address, std::span<std::byte> into) {
        for (std::byte &b : into)
            b = kept_by_a_reset[address++];
        return true;
    }
};

#endif

} // namespace firmware
