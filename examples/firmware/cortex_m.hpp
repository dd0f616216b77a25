// SPDX-License-Identifier: MIT
#pragma once

/// The parts of a Cortex-M that the firmware uses, the same on M0 to M33 (Arm, "Armv6-M" and "Armv7-M
/// Architecture Reference Manual", system control space).

#include <cstdint>

namespace firmware {

inline volatile std::uint32_t &at_address(std::uint32_t address) {
    return *reinterpret_cast<volatile std::uint32_t *>(address);
}

/// Counts down from `reload` to 0 at the processor's clock, 24 bits, and interrupts there.
struct systick {
    static void start(std::uint32_t reload, bool interrupts = true) {
        at_address(0xe000e014) = reload;
        at_address(0xe000e018) = 0;
        at_address(0xe000e010) = interrupts ? 7u : 5u;
    }
    /// Sets the length of the next round.
    static void restart(std::uint32_t reload) {
        at_address(0xe000e014) = reload;
        at_address(0xe000e018) = 0;
    }
    static void stop() { at_address(0xe000e010) = 0; }
    static std::uint32_t left() { return at_address(0xe000e018); }
};

[[noreturn]] inline void reset_now() {
    __asm__ volatile("dsb" ::: "memory");
    at_address(0xe000ed0c) = 0x05fa0004; // AIRCR.SYSRESETREQ
    for (;;) {
    }
}

inline void wait_for_interrupt() { __asm__ volatile("wfi" ::: "memory"); }

} // namespace firmware
