// SPDX-License-Identifier: MIT
#pragma once

/// A flash memory in RAM, with a power switch: the power fails during the n-th step (an erase, or one program
/// unit), and leaves what was being written torn. A read can fail, once or for good, and answers anything. It
/// minds its manners: a unit that is programmed twice between two erases, or an address that is out of place,
/// is an offence.

#include "support/random.hpp"
#include <kpi/snapshot/flash.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace kpi::test {

inline constexpr std::uint64_t never = (std::numeric_limits<std::uint64_t>::max)();

/// How a unit or a block is left: written up to a byte, or each bit by chance.
struct tear {
    std::size_t prefix{};   ///< so many bytes are written
    std::uint64_t chance{}; ///< if not 0: a seed, each bit may be written
};

template <std::size_t Unit, std::size_t Block, std::size_t Blocks> struct flash_model {
    static constexpr std::size_t program_unit = Unit, erase_block = Block;
    static constexpr std::size_t size = Block * Blocks;

    std::array<std::byte, size> cells{};
    std::array<bool, size / Unit> programmed{};
    std::array<std::uint32_t, Blocks> erased{};
    std::array<bool, Blocks> worn{};        ///< an erase says that it failed
    std::array<bool, Blocks> worn_mutely{}; ///< a bit stays as it is, and nothing is said
    std::array<bool, Blocks> unreadable{};  ///< each read says that it failed
    std::uint64_t reads{};                  ///< so far
    std::uint64_t read_fails_at{never};     ///< that one alone
    std::uint64_t steps{};                  ///< so far
    std::uint64_t power_fails_at{never};
    tear torn{};
    bool off{};
    std::uint32_t offences{};

    flash_model() { cells.fill(std::byte{0xff}); }

    bool erase(std::size_t address) {
        if (address % Block != 0 || address >= size) return ++offences, false;
        const std::size_t b = address / Block;
        const bool whole = step();
        if (off && !whole) return false;
        if (worn[b]) return false;
        ++erased[b];
        change(address, Block, whole, [](std::byte, std::size_t) { return std::byte{0xff}; });
        for (std::size_t u = address / Unit; whole && u < (address + Block) / Unit; ++u)
            programmed[u] = false; // torn, it has to be erased again
        return whole;
    }
    bool program(std::size_t address, std::span<const std::byte, Unit> data) {
        if (address % Unit != 0 || address >= size) return ++offences, false;
        const bool whole = step();
        if (off && !whole) return false;
        if (programmed[address / Unit]) ++offences;
        programmed[address / Unit] = true;
        change(address, Unit, whole, [&](std::byte was, std::size_t i) { return was & data[i]; });
        if (worn_mutely[address / Block]) cells[address] |= std::byte{0x10};
        return whole;
    }
    bool read(std::size_t address, std::span<std::byte> into) {
        if (address + into.size() > size) return ++offences, false;
        bool known = reads++ != read_fails_at && !off;
        for (std::size_t b = address / Block; b * Block < address + into.size(); ++b)
            known = known && !unreadable[b];
        for (std::size_t i = 0; i < into.size(); ++i)
            into[i] = known ? cells[address + i] : std::byte{0xa5};
        return known;
    }
    /// The next start: what was torn stays as it is.
    void power_up(std::uint64_t fails_at = never, tear t = {}) {
        off = tearing = false;
        steps = reads = 0;
        read_fails_at = never;
        power_fails_at = fails_at;
        torn = t;
    }

private:
    bool tearing{};

    /// Whether this step is done to its end. During the one that is not, the power is still on.
    bool step() {
        if (off) return false;
        tearing = steps++ == power_fails_at;
        return !tearing;
    }
    void change(std::size_t address, std::size_t n, bool whole, auto &&after) {
        random r{torn.chance * 2654435761u + address};
        for (std::size_t i = 0; i < n; ++i) {
            std::byte &cell = cells[address + i];
            const std::byte is = cell, becomes = after(is, i);
            std::byte changed = whole || i < torn.prefix ? std::byte{0xff} : std::byte{};
            if (!whole && torn.chance != 0) changed = static_cast<std::byte>(r());
            cell = (is & ~changed) | (becomes & changed);
        }
        if (!whole) off = true;
    }
};

} // namespace kpi::test
