// SPDX-License-Identifier: MIT
#pragma once

/// For a story whose facts follow from its state: it only keeps the state right, and what is told is the
/// difference. It has a number `truths`, and `truth(i)`, the i-th fact or nothing; the truths of two states
/// are compared one by one, what is no longer true is taken back, and what is true now is told.

#include <cstddef>

namespace kpi::inline v1 {

template <class Story> constexpr void tell_changes(const Story &was, const Story &is, auto &sink) noexcept {
    if (was == is) return;
    for (std::size_t i = 0; i < Story::truths; ++i) {
        const auto before = was.truth(i), now = is.truth(i);
        if (before == now) continue;
        if (before) sink.take_back(*before);
        if (now) sink.tell(*now);
    }
}

} // namespace kpi::inline v1
