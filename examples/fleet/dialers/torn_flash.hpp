// SPDX-License-Identifier: MIT
#pragma once

/// A dialer's flash, simulated: three blocks of 4 KiB for the counters, and one for the number of their
/// epoch. If the power fails in the middle of a write, the bytes being written are torn.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace fleet {

class torn_flash {
public:
    static constexpr std::size_t program_unit = 8, erase_block = 4096, slots = 3;

    bool erase(std::size_t address) {
        if (!powered()) return false;
        std::ranges::fill(std::span{cells_}.subspan(address, erase_block), std::byte{0xff});
        return true;
    }
    bool program(std::size_t address, std::span<const std::byte, program_unit> unit) {
        const bool whole = powered();
        const std::size_t n = whole ? program_unit : program_unit / 2;
        if (whole || !torn_)
            std::ranges::copy(unit.first(n), cells_.begin() + static_cast<std::ptrdiff_t>(address));
        torn_ = !whole;
        return whole;
    }
    bool read(std::size_t address, std::span<std::byte> into) const {
        std::ranges::copy(std::span{cells_}.subspan(address, into.size()), into.begin());
        return true;
    }

    /// The power fails after so many more steps, and comes back with `restart`.
    void fail_after(std::uint32_t steps) { steps_left_ = steps; }
    void restart() { steps_left_ = forever, torn_ = false; }
    /// As new from the factory.
    void wipe() { cells_.fill(std::byte{0xff}); }

private:
    static constexpr std::uint32_t forever = 0xffffffff;
    [[nodiscard]] bool powered() {
        if (steps_left_ == forever) return true;
        if (steps_left_ == 0) return false;
        --steps_left_;
        return true;
    }

    std::array<std::byte, (slots + 1) *erase_block> cells_ = [] {
        std::array<std::byte, (slots + 1) * erase_block> blank{};
        blank.fill(std::byte{0xff});
        return blank;
    }();
    std::uint32_t steps_left_{forever};
    bool torn_{};
};

} // namespace fleet
