// SPDX-License-Identifier: MIT
#pragma once

/// A state, and how many more events it would have taken if they had told what it reads. A won deal without a
/// value is in no average, but is counted beside it. Only words over members that can be untold have one.

#include <kpi/accumulator/state.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/told.hpp>

#include <cstdint>

namespace kpi::inline v1 {

template <state Told> struct partly_told {
    static constexpr law keeps = Told::keeps;
    static constexpr bool retractable = Told::retractable;
    Told told{};            ///< what was told
    std::uint32_t untold{}; ///< how many events did not tell it

    constexpr partly_told &operator+=(const partly_told &other) noexcept {
        told += other.told;
        untold = saturating_add(untold, other.untold);
        return *this;
    }
    friend constexpr bool operator==(const partly_told &, const partly_told &) = default;
    constexpr void reset() noexcept { *this = partly_told{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.told, visit), visit(self.untold);
    }
};

/// What is remembered for a member of this type: a partly told state where the member can be untold.
template <class Member, class State> struct remembered_of { using type = State; };
/// The same for a member that can be untold.
template <can_be_untold Member, class State> struct remembered_of<Member, State> {
    using type = partly_told<State>;
};

/// The state inside, whether or not events can be untold.
template <class State> [[nodiscard]] constexpr auto &what_is_told(State &s) noexcept {
    if constexpr (requires { s.untold; })
        return s.told;
    else
        return s;
}
/// How many events told nothing.
[[nodiscard]] constexpr std::uint32_t how_many_untold(const auto &s) noexcept {
    if constexpr (requires { s.untold; })
        return s.untold;
    else
        return 0;
}

} // namespace kpi::inline v1
