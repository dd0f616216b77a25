// SPDX-License-Identifier: MIT
#pragma once

/// The open cases, N at most, in sets of `Ways`. In each set the open ones come first, by their ids, then
/// zeros, so that a set depends only on what is open in it. Ids lie side by side, because a search reads
/// them. A case is what is kept for an id: since when it waits, or its story.

#include <kpi/accumulator/detail/find_word.hpp>
#include <kpi/accumulator/state.hpp>
#include <kpi/core/hash.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1::detail {

template <class Key, class Case, std::size_t N, std::size_t Ways> class open_cases {
    static_assert(Ways > 0 && N % Ways == 0 && std::has_single_bit(N / Ways));

public:
    /// Where the set of a key begins.
    [[nodiscard]] static constexpr std::size_t set_of(Key key) noexcept {
        return static_cast<std::size_t>(mix(key) % (N / Ways)) * Ways;
    }
    /// Where there are caches: fetches what a search of the set reads, and what tells that it is full.
    void fetch([[maybe_unused]] std::size_t set) const noexcept {
#ifdef KPI_DETAIL_FIND_WORD
        __builtin_prefetch(&keys_[set]), __builtin_prefetch(&cases_[set]);
        for (std::size_t last = (Ways - 1) % 16; last < Ways; last += 16)
            __builtin_prefetch(&keys_[set + last]);
        __builtin_prefetch(&open_[set + Ways - 1]);
#endif
    }
    /// The place of an open key in its set; else N.
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
    [[nodiscard]] constexpr Case &operator[](std::size_t i) noexcept { return cases_[i]; }
    [[nodiscard]] constexpr const Case &operator[](std::size_t i) const noexcept { return cases_[i]; }

    /// What else is known of the case at a place: a number other than 0.
    [[nodiscard]] constexpr std::uint32_t &mark(std::size_t i) noexcept { return open_[i]; }
    [[nodiscard]] constexpr std::uint32_t mark(std::size_t i) const noexcept { return open_[i]; }

    /// Opens a key that is not open. False, and nothing happens, if its set is full.
    [[nodiscard]] constexpr bool open(std::size_t set, Key key, const Case &with,
                                      std::uint32_t mark = 1) noexcept {
        if (open_[set + Ways - 1] != 0) return false;
        const std::size_t i = place_of(set, key);
        std::size_t hole = i;
        while (open_[hole] != 0)
            ++hole;
        for (; hole > i; --hole)
            move(hole - 1, hole);
        cases_[i] = with, keys_[i] = key, open_[i] = mark;
        return true;
    }
    constexpr void close(std::size_t i) noexcept {
        for (const std::size_t last = i / Ways * Ways + Ways - 1; i < last && open_[i + 1] != 0; ++i)
            move(i + 1, i);
        cases_[i] = {}, keys_[i] = {}, open_[i] = 0;
    }
    /// Closes all open cases for which `is_so` is true, and calls f() for each.
    constexpr void close_where(auto &&is_so, auto &&f) noexcept {
        for (std::size_t i = N; i-- > 0;)
            if (open_[i] != 0 && is_so(cases_[i])) close(i), f();
    }
    /// Calls f(key, case, mark) for each open case.
    constexpr void for_each(auto &&f) const {
        for (std::size_t i = 0; i < N; ++i)
            if (open_[i] != 0) f(keys_[i], cases_[i], open_[i]);
    }

    friend constexpr bool operator==(const open_cases &, const open_cases &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (std::size_t i = 0; i < N; ++i) {
            if constexpr (std::integral<Case>)
                visit(self.cases_[i]);
            else
                visit_fields(self.cases_[i], visit);
            visit(self.keys_[i]), visit(self.open_[i]);
        }
    }

private:
    /// Where a key is in its set, or would be: after all smaller open keys.
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
        cases_[to] = cases_[from], keys_[to] = keys_[from], open_[to] = open_[from];
    }

    std::array<Case, N> cases_{};
    std::array<Key, N> keys_{};
    std::array<std::uint32_t, N> open_{};
};

} // namespace kpi::inline v1::detail
