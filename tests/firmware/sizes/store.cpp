// SPDX-License-Identifier: MIT
// A board of one proportion kept in flash: load and save.
#include "board.hpp"
#include <kpi/snapshot/store.hpp>
struct memory {
    static constexpr std::size_t program_unit = 4, erase_block = 1024;
    bool erase(std::size_t);
    bool program(std::size_t, std::span<const std::byte, 4>);
    bool read(std::size_t, std::span<std::byte>);
};
[[gnu::noinline]] bool memory::erase(std::size_t a) { return sizes::keep(a), true; }
[[gnu::noinline]] bool memory::program(std::size_t, std::span<const std::byte, 4> b) {
    return sizes::keep(b), true;
}
[[gnu::noinline]] bool memory::read(std::size_t, std::span<std::byte> b) { return sizes::keep(b), true; }
kpi::live<kpi::sales::win_rate> board;
kpi::snapshot::store<memory, decltype(board)> kept;
extern "C" void use(memory &flash) {
    sizes::keep(kept.load(flash, board));
    sizes::keep(kept.save(flash, board));
}
