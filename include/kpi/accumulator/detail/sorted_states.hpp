// SPDX-License-Identifier: MIT
#pragma once

/// The states of sets whose keys are kept in order: the i-th state of a set belongs to its i-th key. A new
/// key makes the states behind it move up. In sets of 9 to 256 only the numbers of their places move, a byte
/// each, and the states stay where they are. Empty is all zero bits.

#include <kpi/accumulator/state.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace kpi::inline v1::detail {

template <class A, std::size_t Sets, std::size_t Ways> class sorted_states {
    static constexpr bool stay = Ways > 8 && Ways <= 256;

public:
    [[nodiscard]] constexpr A &at(std::size_t set, std::size_t i) noexcept {
        return states_[set * Ways + place_of(set, i)];
    }
    [[nodiscard]] constexpr const A &at(std::size_t set, std::size_t i) const noexcept {
        return states_[set * Ways + place_of(set, i)];
    }
    /// Prefetches what is needed to find a state, where there are caches.
    void fetch([[maybe_unused]] std::size_t set) const noexcept {
#ifdef __GNUC__
        if constexpr (stay) __builtin_prefetch(&moved_[set * Ways]);
#endif
    }
    /// Moves the states from the i-th on up by one, over the one at `until`. The i-th is empty then.
    constexpr A &open(std::size_t set, std::size_t i, std::size_t until) noexcept {
        if constexpr (stay) {
            const std::size_t place = place_of(set, until);
            for (; until > i; --until)
                put(set, until, place_of(set, until - 1));
            put(set, i, place);
        } else {
            for (; until > i; --until)
                at(set, until) = at(set, until - 1);
        }
        at(set, i).reset();
        return at(set, i);
    }

    friend constexpr bool operator==(const sorted_states &a, const sorted_states &b) noexcept {
        for (std::size_t set = 0; set < Sets; ++set)
            for (std::size_t i = 0; i < Ways; ++i)
                if (!(a.at(set, i) == b.at(set, i))) return false;
        return true;
    }
    constexpr void reset() noexcept {
        for (A &a : states_)
            a.reset();
        moved_ = {};
    }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (std::size_t set = 0; set < Sets; ++set)
            for (std::size_t i = 0; i < Ways; ++i)
                visit_fields(self.at(set, i), visit);
    }

private:
    [[nodiscard]] constexpr std::size_t place_of(std::size_t set, std::size_t i) const noexcept {
        if constexpr (stay)
            return i ^ moved_[set * Ways + i];
        else
            return i;
    }
    constexpr void put(std::size_t set, std::size_t i, std::size_t place) noexcept {
        moved_[set * Ways + i] = static_cast<std::uint8_t>(i ^ place);
    }

    std::array<A, Sets * Ways> states_{};
    struct nothing {};
    /// For each key, where in the set its state is, told by how that differs from the key's own place.
    [[no_unique_address]] std::conditional_t<stay, std::array<std::uint8_t, Sets * Ways>, nothing> moved_{};
};

} // namespace kpi::inline v1::detail
