// SPDX-License-Identifier: MIT
#pragma once

/// For a story whose facts follow from its state: the story only keeps its state right, and the difference of
/// two states is told. It has a number `truths`, 64 at most, and `truth(i)`, the i-th fact or nothing. The
/// truths of two states are compared one by one: facts that are no longer true are taken back, and facts that
/// are true now are told. A story in a hurry says with `changed_since(was)` which ones may differ, as bits;
/// the others are not compared.
///
/// A sink that holds the facts of a case until it ends needs only its last state. If its `is_patient()`
/// holds, it is told no changes, and at the end everything that is true then.

#include <bit>
#include <cstddef>
#include <cstdint>

namespace kpi::inline v1 {

namespace detail {
[[nodiscard]] constexpr bool is_patient(const auto &sink) noexcept {
    if constexpr (requires { sink.is_patient(); })
        return sink.is_patient();
    else
        return false;
}
} // namespace detail

/// Tells and takes back what differs between two states of a story. Cost: Story::truths comparisons at most.
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

/// Tells the changes that `change()` makes to a story.
template <class Story> constexpr void telling_changes(Story &story, auto &sink, auto &&change) noexcept {
    if (detail::is_patient(sink)) return change();
    const Story was = story;
    change();
    tell_changes(was, story, sink);
}

/// Tells the end of a case, which makes its story `is`.
template <class Story> constexpr void tell_at_end(const Story &was, const Story &is, auto &sink) noexcept {
    if (!detail::is_patient(sink)) return tell_changes(was, is, sink);
    for (std::size_t i = 0; i < Story::truths; ++i)
        if (const auto now = is.truth(i)) sink.tell(*now);
}

} // namespace kpi::inline v1
