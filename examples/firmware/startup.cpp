// SPDX-License-Identifier: MIT
// From reset to main: the vector table, the memory that C++ expects, static constructors, and the status that
// main returns, which becomes the emulator's own.

#include "cortex_m.hpp"
#include "semihosting.hpp"

#include <array>

int run(); // the program

extern "C" {

extern std::uint32_t data_start, data_end, data_image, bss_start, bss_end, stack_top;
extern void (*const constructors_start[])();
extern void (*const constructors_end[])();

[[gnu::weak]] void on_systick() {}

[[noreturn]] void on_fault() {
    firmware::say("fault\n");
    firmware::stop(99);
}

[[noreturn]] void reset() {
#ifdef __ARM_FP
    firmware::at_address(0xe000ed88) |= 0xfu << 20; // CPACR: the floating-point unit is ours
    __asm__ volatile("dsb\nisb");
#endif
    const std::uint32_t *from = &data_image;
    for (std::uint32_t *to = &data_start; to < &data_end;)
        *to++ = *from++;
    for (std::uint32_t *to = &bss_start; to < &bss_end;)
        *to++ = 0;
    for (auto constructor = constructors_start; constructor != constructors_end; ++constructor)
        (*constructor)();
    firmware::stop(static_cast<std::uint32_t>(run()));
}

} // extern "C"

namespace {

union vector {
    void *stack;
    void (*handler)();
};

// The first entry is the stack; 1 is reset, 2 to 6 are faults, 11 and 14 calls of a system that does not
// exist, 15 SysTick.
[[gnu::section(".vectors"), gnu::used]] const std::array<vector, 16> vectors{
    vector{.stack = &stack_top},
    vector{.handler = reset},
    vector{.handler = on_fault},
    vector{.handler = on_fault},
    vector{.handler = on_fault},
    vector{.handler = on_fault},
    vector{.handler = on_fault},
    vector{},
    vector{},
    vector{},
    vector{},
    vector{.handler = on_fault},
    vector{},
    vector{},
    vector{.handler = on_fault},
    vector{.handler = on_systick},
};

} // namespace
