// SPDX-License-Identifier: MIT
#pragma once

/// The ids that wait for something and since when, N at most, in sets of `Ways`: in each the open ones come
/// first, by their ids, and zeros behind them, so that a set is a function of what is open in it. Ids lie
/// side by side, since they are what is looked at.

#include <kpi/accumulator/detail/find_word.hpp>
#include <kpi/core/hash.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace kpi::inline v1::detail {

template <class Key, class Ticks, std::size_t N, std::size_t Ways> class open_starts {
    static_assert(Ways > 0 && N % Ways == 0 && std::has_single_bit(N / Ways));

public:
    /// Where the set of a key begins.
    [[nodiscard]] static constexpr std::size_t set_of(Key key) noexcept {
        return static_cast<std::size_t>(mix(key) % (N / Ways)) * Ways;
    }
    /// Where there are caches: has fetched what a set is searched by, and what tells that it is full.
    void fetch([[maybe_unused]] std::size_t set) const noexcept {
#ifdef KPI_DETAIL_FIND_WORD
        __builtin_prefetch(&keys_[set]), __builtin_prefetch(&since_[set]);
        for (std::size_t last = (Ways - 1) % 16; last < Ways; last += 16)
            __builtin_prefetch(&keys_[set + last]);
        __builtin_prefetch(&open_[set + Ways - 1]);
#endif
    }
    /// The place of a key that is open, in its set; else N.
    [[nodiscard]] constexpr std::size_t find(std::size_t set, Key key) const noexcept {
#ifdef KPI_DETAIL_FIND_WORD
        if constexpr (words_in_vectors<Key, Ways>)
            if (!std::is_constant_evaluated()) {
                const std::uint64_t same = equal_ascending<Ways>(&keys_[set], key);
                if (same == 0) return N;
                const std::size_t i = set + static_cast<std::size_t>(std::countr_zero(same));
                return key != 0 || open_[i] != 0 ? i : N; // what is not open is 0
            }
#endif
        const std::size_t i = place_of(set, key);
        return i < set + Ways && open_[i] != 0 && keys_[i] == key ? i : N;
    }
    /// Since when the one at a place is open.
    [[nodiscard]] constexpr Ticks &since(std::size_t i) noexcept { return since_[i]; }

    /// Opens a key that is not open. False, and nothing happens, where its set is full.
    [[nodiscard]] constexpr bool open(std::size_t set, Key key, Ticks since) noexcept {
        if (open_[set + Ways - 1] != 0) return false;
        const std::size_t i = place_of(set, key);
        std::size_t hole = i;
        while (open_[hole] != 0)
            ++hole;
        for (; hole > i; --hole)
            move(hole - 1, hole);
        since_[i] = since, keys_[i] = key, open_[i] = 1;
        return true;
    }
    constexpr void close(std::size_t i) noexcept {
        for (const std::size_t last = i / Ways * Ways + Ways - 1; i < last && open_[i + 1] != 0; ++i)
            move(i + 1, i);
        since_[i] = {}, keys_[i] = {}, open_[i] = 0;
    }
    /// Closes all that are open since before a time, and calls f() for each.
    constexpr void close_before(Ticks t, auto &&f) noexcept {
        for (std::size_t i = N; i-- > 0;)
            if (open_[i] != 0 && since_[i] < t) close(i), f();
    }
    /// Calls f(key, since) for each that is open.
    constexpr void for_each(auto &&f) const {
        for (std::size_t i = 0; i < N; ++i)
            if (open_[i] != 0) f(keys_[i], since_[i]);
    }

    friend constexpr bool operator==(const open_starts &, const open_starts &) = default;
    constexpr void fields(auto &&visit) noexcept { each(*this, visit); }
    constexpr void fields(auto &&visit) const noexcept { each(*this, visit); }

private:
    /// Where in its set a key is, or would be: behind all open ones that are less.
    [[nodiscard]] constexpr std::size_t place_of(std::size_t set, Key key) const noexcept {
        const auto less = [&](std::size_t i) { return open_[i] != 0 && keys_[i] < key; };
        std::size_t i = set, left = Ways;
        while (left > 4) {
            const std::size_t half = left / 2;
            if (less(i + half - 1)) i += half;
            left -= half;
        }
        for (; left != 0 && less(i); --left)
            ++i;
        return i;
    }
    constexpr void move(std::size_t from, std::size_t to) noexcept {
        since_[to] = since_[from], keys_[to] = keys_[from], open_[to] = open_[from];
    }
    static constexpr void each(auto &self, auto &&visit) noexcept {
        for (std::size_t i = 0; i < N; ++i)
            visit(self.since_[i]), visit(self.keys_[i]), visit(self.open_[i]);
    }

    std::array<Ticks, N> since_{};
    std::array<Key, N> keys_{};
    std::array<std::uint32_t, N> open_{};
};

} // namespace kpi::inline v1::detail
