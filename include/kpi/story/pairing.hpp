// SPDX-License-Identifier: MIT
#pragma once

/// The account of `between`: how many events paired, and what became of the others, each in one place.

#include <kpi/core/saturating.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

struct pairing {
    std::uint32_t paired{};    ///< stops that found their start
    std::uint32_t repeated{};  ///< starts of an id that had started already; the earliest counts
    std::uint32_t unstarted{}; ///< stops of an id that had not started
    std::uint32_t backwards{}; ///< stops before their start; the start stays open
    std::uint32_t full{};      ///< starts that found no room
    std::uint32_t given_up{};  ///< starts dropped to make room
    std::uint32_t others{};    ///< events that neither start nor stop

    /// Events in the account; a pair is two. With the open starts, these are all that were recorded.
    [[nodiscard]] constexpr std::uint64_t events() const noexcept {
        std::uint64_t sum = paired; // once more: the start of each pair
        for (const auto member : members)
            sum += this->*member;
        return sum;
    }
    constexpr pairing &operator+=(const pairing &other) noexcept {
        for (const auto member : members)
            this->*member = saturating_add(this->*member, other.*member);
        return *this;
    }
    friend constexpr bool operator==(const pairing &, const pairing &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (const auto member : members)
            visit(self.*member);
    }

private:
    static constexpr std::array members{&pairing::paired,    &pairing::repeated, &pairing::unstarted,
                                        &pairing::backwards, &pairing::full,     &pairing::given_up,
                                        &pairing::others};
};

} // namespace kpi::inline v1
