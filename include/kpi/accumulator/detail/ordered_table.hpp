// SPDX-License-Identifier: MIT
#pragma once

/// A hash table whose layout depends only on the keys in it, not on the order in which they came: linear
/// probing, where a key that meets a smaller one takes its slot and sends it on (O. Amble and D. E. Knuth,
/// "Ordered hash tables", The Computer Journal 17(2), 1974). Keys are unsigned, not 0, and well mixed: their
/// low bits say where they start. 0 is an empty slot. The slots lie in bytes, little-endian on every machine,
/// because what takes over when they are full shares the bytes (accumulator/distinct.hpp). As long as a
/// quarter is empty, expect two or three probes.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace kpi::inline v1::detail {

template <std::unsigned_integral Key, std::size_t Slots> struct ordered_table {
    static_assert((Slots & (Slots - 1)) == 0, "a power of two");
    static constexpr std::size_t size = Slots * sizeof(Key);
    using bytes = std::span<std::uint8_t, size>;
    using constant_bytes = std::span<const std::uint8_t, size>;

    [[nodiscard]] static constexpr Key at(constant_bytes table, std::size_t slot) noexcept {
        const std::uint8_t *const first = table.data() + slot * sizeof(Key);
        return [&]<std::size_t... I>(std::index_sequence<I...>) { // which a compiler knows as a load
            return static_cast<Key>((... | (Key{first[I]} << (8 * I))));
        }
        (std::make_index_sequence<sizeof(Key)>{});
    }
    /// The slot of the key, or where it goes in: the first slot on its way that holds no greater key.
    [[nodiscard]] static constexpr std::size_t find(constant_bytes table, Key key) noexcept {
        std::size_t slot = key % Slots;
        for (std::size_t step = 0; step < Slots && at(table, slot) > key; ++step)
            slot = (slot + 1) % Slots;
        return slot;
    }
    /// Puts in a key that is not there, at the slot that `find` answered.
    static constexpr void insert(bytes table, std::size_t slot, Key key) noexcept {
        for (std::size_t step = 0; step < Slots && key != 0; ++step) {
            const Key there = at(table, slot);
            if (there < key) {
                put(table, slot, key);
                key = there;
            }
            slot = (slot + 1) % Slots;
        }
    }

private:
    static constexpr void put(bytes table, std::size_t slot, Key key) noexcept {
        std::uint8_t *const first = table.data() + slot * sizeof(Key);
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((first[I] = static_cast<std::uint8_t>(key >> (8 * I))), ...);
        }
        (std::make_index_sequence<sizeof(Key)>{});
    }
};

} // namespace kpi::inline v1::detail
