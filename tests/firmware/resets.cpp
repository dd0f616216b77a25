// SPDX-License-Identifier: MIT
// 400 resets, each a little later after a start than the one before, while a store saves in the flash of a
// micro:bit: at each start, what it finds is not older than what it was told was saved. Book-keeping in RAM
// that a reset leaves alone; the store itself trusts none of it. With ONE_SLOT the store's two slots are the
// same flash, and this program has to answer 1: it saw a loss.

#include "memory.hpp"
#include "semihosting.hpp"
#include <kpi/accumulator/total.hpp>
#include <kpi/snapshot/store.hpp>

namespace {

constexpr std::uint32_t resets = 400, unlikely = 0xb007b007;

struct book {
    std::uint32_t kept, starts, saved, lost;
};
[[gnu::section(".noinit")]] book books;

#ifdef ONE_SLOT
struct one_slot : firmware::memory {
    bool erase(std::size_t a) { return firmware::memory::erase(a % erase_block); }
    bool program(std::size_t a, std::span<const std::byte, program_unit> unit) {
        return firmware::memory::program(a % erase_block, unit);
    }
    bool read(std::size_t a, std::span<std::byte> into) {
        return firmware::memory::read(a % erase_block, into);
    }
};
using flash_type = one_slot;
#else
using flash_type = firmware::memory;
#endif

flash_type flash;
kpi::snapshot::store<flash_type, kpi::total, 2> store;
kpi::total counted;

} // namespace

extern "C" void on_systick() { firmware::reset_now(); }

int run() {
    using firmware::say;
    if (books.kept != unlikely) books = {unlikely, 0, 0, 0};
    static_cast<void>(store.load(flash, counted));
    const std::uint64_t n = counted.value().n;
    if (n < books.saved) ++books.lost;
    books.saved = static_cast<std::uint32_t>(n);
    if (++books.starts > resets) {
        say("starts "), say(books.starts), say(", saved "), say(books.saved), say(", lost "), say(books.lost),
            say('\n');
        return books.lost != 0 ? 1 : books.saved > 100 ? 0 : 2;
    }
    firmware::systick::start(3000 + books.starts * 37);
    for (;;) {
        counted.record(1u);
        if (!store.save(flash, counted)) return 3;
        ++books.saved;
    }
}
