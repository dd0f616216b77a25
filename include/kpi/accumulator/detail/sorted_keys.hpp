// SPDX-License-Identifier: MIT
#pragma once

/// Keys in sets of `Ways`, known by their hashes, which are a bijection, so that no two keys share one. In
/// each set they ascend, and zeros lie behind the last. Empty is all zero bits.

#include <kpi/accumulator/detail/find_word.hpp>
#include <kpi/accumulator/detail/read_ahead.hpp>
#include <kpi/core/divide.hpp>
#include <kpi/core/saturating.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace kpi::inline v1::detail {

template <class Key, std::size_t Sets, std::size_t Ways> class sorted_keys {
public:
    static constexpr bool in_vectors = words_in_vectors<Key, Ways>;
    static constexpr std::size_t set_of(Key hash) noexcept { return static_cast<std::size_t>(hash % Sets); }

    /// How many keys a set holds; never more than Ways, even in bytes from elsewhere.
    [[nodiscard]] constexpr std::size_t used(std::size_t set) const noexcept {
        return used_[set] < Ways ? used_[set] : Ways;
    }
    [[nodiscard]] constexpr Key at(std::size_t set, std::size_t i) const noexcept {
        return hashes_[set * Ways + i];
    }
    /// Where in its set a hash is, or would be: behind all lesser ones.
    [[nodiscard]] constexpr std::size_t place_of(std::size_t set, Key hash) const noexcept {
        const std::size_t first = set * Ways;
        std::size_t i = first, left = used(set);
        while (left > 4) {
            const std::size_t half = left / 2;
            if (hashes_[i + half - 1] < hash) i += half;
            left -= half;
        }
        for (; left != 0 && hashes_[i] < hash; --left)
            ++i;
        return i - first;
    }
    /// Whether a hash is at the place where it would be.
    [[nodiscard]] constexpr bool holds(std::size_t set, std::size_t i, Key hash) const noexcept {
        return i < used(set) && at(set, i) == hash;
    }
    /// Puts a hash there. Answers which place that takes up: the first free one, or the last of a full
    /// set.
    constexpr std::size_t insert(std::size_t set, std::size_t i, Key hash) noexcept {
        const std::size_t taken = used(set) < Ways ? used_[set]++ : Ways - 1;
        for (std::size_t k = set * Ways + taken; k > set * Ways + i; --k)
            hashes_[k] = hashes_[k - 1];
        hashes_[set * Ways + i] = hash;
        return taken;
    }

    /// About how many different keys ever came. A full set keeps its smallest hashes and forgets the others:
    /// if the greatest of the k that it keeps is the share u of their range, it saw about (k - 1) / u,
    /// without bias and with a relative standard error of at most 1 / sqrt(k - 2) (Beyer et al., "On Synopses
    /// for Distinct-Value Estimation Under Multiset Operations", SIGMOD 2007).
    [[nodiscard]] constexpr std::uint64_t about_how_many_came() const noexcept requires(Ways > 2) {
        std::uint64_t all = 0;
        for (std::size_t set = 0; set < Sets; ++set)
            all = saturating_add<std::uint64_t>(all, used(set) < Ways ? used(set) : came_to_full(set));
        return all;
    }

#ifdef KPI_DETAIL_FIND_WORD
    /// Prefetches a set's keys: any of them may be looked at.
    void fetch(std::size_t set) const noexcept {
        for (std::size_t i = 0; i < Ways; i += cache_line / sizeof(Key))
            __builtin_prefetch(&hashes_[set * Ways + i]);
        __builtin_prefetch(&hashes_[set * Ways + Ways - 1]); // the greatest tells what is not kept
    }
    /// Whether a set is full of lesser hashes.
    [[nodiscard]] bool full_before(std::size_t set, Key hash) const noexcept {
        const Key greatest = at(set, Ways - 1);
        return greatest < hash && greatest != 0;
    }
    /// The bit of the place that a hash has in its set, or none.
    [[nodiscard]] std::uint64_t find(std::size_t set, Key hash) const noexcept {
        const std::uint64_t same = equal_ascending<Ways>(&hashes_[set * Ways], hash);
        if (hash == 0) return used_[set] != 0 ? same & 1 : 0; // unused places are 0, too
        return same;
    }
#endif

    friend constexpr bool operator==(const sorted_keys &, const sorted_keys &) = default;
    constexpr void reset() noexcept { hashes_.fill(0), used_.fill(0); }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (auto &hash : self.hashes_)
            visit(hash);
        for (auto &n : self.used_)
            visit(n);
    }

private:
    /// In 32 bits of the hash, so that the product fits.
    [[nodiscard]] constexpr std::uint64_t came_to_full(std::size_t set) const noexcept {
        constexpr int behind = std::numeric_limits<Key>::digits - 32;
        static_assert(behind >= 0, "a key is hashed to 32 or 64 bits");
        const std::uint64_t greatest = std::uint64_t{at(set, Ways - 1)} >> behind;
        return divide<std::uint64_t>(std::uint64_t{Ways - 1} << 32, greatest + 1).quotient;
    }

    std::array<Key, Sets * Ways> hashes_{}; ///< one set after the other
    std::array<std::uint32_t, Sets> used_{};
};

} // namespace kpi::inline v1::detail
