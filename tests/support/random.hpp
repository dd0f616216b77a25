// SPDX-License-Identifier: MIT
#pragma once

/// Numbers that look random and are the same everywhere: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). A
/// property test counts through seeds, and says `CAPTURE(seed)`, so that a failure names the seed to run
/// again.

#include <cstddef>
#include <cstdint>
#include <utility>

namespace kpi::test {

class random {
public:
    constexpr explicit random(std::uint64_t seed) noexcept : state_{seed} {}

    constexpr std::uint64_t operator()() noexcept {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    /// 0..n-1, nearly uniform for small n.
    constexpr std::uint64_t below(std::uint64_t n) noexcept { return (*this)() % n; }
    /// The same as a T.
    template <class T> constexpr T pick(std::uint64_t n) noexcept { return static_cast<T>(below(n)); }
    /// Every order is as likely as any other (Fisher and Yates).
    constexpr void shuffle(auto &range) noexcept {
        for (std::size_t left = range.size(); left > 1; --left)
            std::swap(range[left - 1], range[pick<std::size_t>(left)]);
    }

private:
    std::uint64_t state_;
};

} // namespace kpi::test
