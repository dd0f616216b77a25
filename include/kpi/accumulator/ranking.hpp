// SPDX-License-Identifier: MIT
#pragma once

/// How often ids came, and the K most frequent of them in order: the answer of `top`. Empty: no entries.
/// Putting an entry in costs K.

#include <kpi/core/saturating.hpp>

#include <array>
#include <concepts>
#include <cstddef>

namespace kpi::inline v1 {

/// How often an id came, as far as is known.
template <std::unsigned_integral Id, counter Count> struct frequency {
    Id id{};       ///< whose count it is
    Count count{}; ///< how often it came, at most
    Count over{};  ///< how many of these may have been other ids

    /// How often it came, at least.
    [[nodiscard]] constexpr Count guaranteed() const noexcept { return static_cast<Count>(count - over); }

    friend constexpr bool operator==(const frequency &, const frequency &) = default;
};

/// The K most frequent entries put in, the most frequent first, equally frequent ones by their ids.
template <std::size_t K, std::unsigned_integral Id, counter Count> class ranking {
    static_assert(K > 0, "ranking: at least one entry");

public:
    using entry = frequency<Id, Count>; ///< an id and its count

    /// Takes an entry if it is among the K greatest. Cost: at most K moves.
    constexpr void put(const entry &e) noexcept {
        if (size_ == K && !before(e, entries_[K - 1])) return;
        std::size_t i = size_ < K ? size_++ : K - 1;
        for (; i > 0 && before(e, entries_[i - 1]); --i)
            entries_[i] = entries_[i - 1];
        entries_[i] = e;
    }

    /// The most frequent entry.
    [[nodiscard]] constexpr const entry *begin() const noexcept { return entries_.data(); }
    /// Past the last entry.
    [[nodiscard]] constexpr const entry *end() const noexcept { return begin() + size_; }
    [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; } ///< 0..K
    [[nodiscard]] constexpr bool empty() const noexcept { return size_ == 0; }  ///< if nothing was put in
    /// The i-th most frequent, i < size().
    [[nodiscard]] constexpr const entry &operator[](std::size_t i) const noexcept { return entries_[i]; }

private:
    static constexpr bool before(const entry &a, const entry &b) noexcept {
        return a.count != b.count ? a.count > b.count : a.id < b.id;
    }

    std::array<entry, K> entries_{};
    std::size_t size_{};
};

} // namespace kpi::inline v1
