// SPDX-License-Identifier: MIT
#pragma once

/// For a story whose facts follow from its state: it only keeps the state right, and what is told is the
/// difference. It has a number `truths`, 64 at most, and `truth(i)`, the i-th fact or nothing; the truths of
/// two states are compared one by one, what is no longer true is taken back, and what is true now is told. A
/// story that is in a hurry says with `changed_since(was)` which ones may differ, as bits: the others are not
/// looked at.

#include <bit>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1 {

template <class Story> constexpr void tell_changes(const Story &was, const Story &is, auto &sink) noexcept {
    static_assert(Story::truths <= 64);
    std::uint64_t may = ~std::uint64_t{} >> (64 - Story::truths);
    if constexpr (requires { is.changed_since(was); })
        may &= is.changed_since(was);
    else if (was == is)
        return;
    for (; may != 0; may &= may - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(may));
        const auto before = was.truth(i), now = is.truth(i);
        if (before == now) continue;
        if (before) sink.take_back(*before);
        if (now) sink.tell(*now);
    }
}

} // namespace kpi::inline v1
