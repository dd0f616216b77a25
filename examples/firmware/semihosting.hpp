// SPDX-License-Identifier: MIT
#pragma once

/// The firmware's output, through the debugger's channel (Arm, "Semihosting for AArch32 and AArch64"): QEMU
/// prints it. Texts and whole numbers; no stdio.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace firmware {

inline std::uint32_t semihost(std::uint32_t operation, const void *argument) {
    register std::uint32_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

inline void say(char c) { semihost(0x03, &c); } // SYS_WRITEC
inline void say(std::string_view text) {
    for (const char c : text)
        say(c);
}
inline void say(std::uint32_t n) {
    std::array<char, 10> digits{};
    std::size_t i = digits.size();
    do {
        digits[--i] = static_cast<char>('0' + n % 10);
        n /= 10;
    } while (n != 0);
    say(std::string_view{digits.data() + i, digits.size() - i});
}

[[noreturn]] inline void stop(std::uint32_t status) {
    const std::array<std::uint32_t, 2> reason{0x20026, status}; // application exit
    semihost(0x20, reason.data());                              // SYS_EXIT_EXTENDED
    for (;;) {
    }
}

} // namespace firmware
