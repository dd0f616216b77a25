// SPDX-License-Identifier: MIT
#pragma once

/// The account of `through`: where each event went, and what could not be told correctly.

#include <kpi/core/saturating.hpp>

#include <array>
#include <cstdint>

namespace kpi::inline v1 {

struct case_account {
    // events, each in one place
    std::uint32_t heard{};  ///< given to the story of their case
    std::uint32_t alone{};  ///< without an id: each is a case of its own
    std::uint32_t full{};   ///< found no room for their case
    std::uint32_t others{}; ///< of a kind that the story does not look at

    // facts and cases
    std::uint32_t untaken{};  ///< facts that could not be taken back because their count is saturated
    std::uint32_t split{};    ///< cases that both parts of a merge held: one half is lost
    std::uint32_t given_up{}; ///< cases dropped to make room, or because a merge had none for them

    /// All events that were recorded.
    [[nodiscard]] constexpr std::uint64_t events() const noexcept {
        return std::uint64_t{heard} + alone + full + others;
    }
    /// Whether every figure is what an unlimited table would say.
    [[nodiscard]] constexpr bool complete() const noexcept {
        return full == 0 && untaken == 0 && split == 0 && given_up == 0;
    }
    constexpr case_account &operator+=(const case_account &other) noexcept {
        for (const auto member : members)
            this->*member = saturating_add(this->*member, other.*member);
        return *this;
    }
    friend constexpr bool operator==(const case_account &, const case_account &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        for (const auto member : members)
            visit(self.*member);
    }

private:
    static constexpr std::array members{&case_account::heard,   &case_account::alone,   &case_account::full,
                                        &case_account::others,  &case_account::untaken, &case_account::split,
                                        &case_account::given_up};
};

} // namespace kpi::inline v1
