// SPDX-License-Identifier: MIT
#pragma once

/// Reads across groups. Groups are `by`, `by_key` or another object with `for_each(f(key, board))`, a range
/// of boards (a span, a vector), or a range of pairs whose second member is a board (std::unordered_map).
/// `share_of(groups, part, whole)` is the share of groups that meet a condition, among those that hold
/// anything: reps at quota, days on target. Team figures are in team.hpp.
///
/// A table can overflow, so a reading across groups is an `across<Value>`. It is absent if the groups could
/// not hold everybody; only `held`, as its name says, then tells the value of the groups there. Groups of
/// by_key are a fair sample of all: `sampling_error()` is how far off a share of them may be.

#include <kpi/core/math.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/saturating.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

template <class Value> struct across {
    Value held{};           ///< the value of the groups that are there
    std::uint32_t groups{}; ///< the number of those groups
    bool exact{};           ///< nobody is missing

    /// False where somebody is missing, and where there is nothing to divide by.
    [[nodiscard]] constexpr bool has_value() const noexcept {
        if constexpr (requires { held.has_value(); })
            return exact && held.has_value();
        else
            return exact;
    }
    /// The value of `held` as a number; absent where somebody is missing.
    template <class Real = double>
    [[nodiscard]] constexpr std::optional<Real> value() const requires requires(Value v) {
        { v.template value<Real>() } -> std::same_as<std::optional<Real>>;
    }
    { return exact ? held.template value<Real>() : std::nullopt; }
    /// The value of `held` in %; absent where somebody is missing.
    template <class Real = double>
    [[nodiscard]] constexpr std::optional<Real> percent() const requires requires(Value v) {
        v.template percent<Real>();
    }
    { return exact ? held.template percent<Real>() : std::nullopt; }
    /// The value of `held` per n; absent where somebody is missing.
    [[nodiscard]] constexpr std::optional<std::int64_t> per(std::uint32_t n) const noexcept requires
        requires(Value v) {
        v.per(n);
    }
    { return exact ? held.per(n) : std::nullopt; }
    /// True once a count is at its maximum: the value may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept requires requires(Value v) { v.saturated(); }
    { return held.saturated(); }

    /// Standard error of a share in a sample, sqrt(p (1 - p) / n). It is 0 where all groups are there, and
    /// absent where there are none or the share is incoherent.
    template <class Real = double>
    [[nodiscard]] constexpr std::optional<Real> sampling_error() const requires requires(Value v) {
        v.complement();
    }
    {
        const auto p = held.template value<Real>();
        if (!p || !held.coherent()) return std::nullopt;
        if (exact) return Real(0);
        return sqrt(*p * (Real(1) - *p) / Real(held.whole));
    }

    friend constexpr bool operator==(const across &, const across &) = default;
};

namespace detail {

struct any_group {
    constexpr void operator()(const auto &, const auto &) const noexcept {}
};
template <class Groups>
concept has_for_each = requires(const Groups &g) {
    g.for_each(any_group{});
};
/// Groups that have a place each, including those that hold nothing.
template <class Groups>
concept has_places = has_for_each<Groups> && requires(const Groups &g) {
    Groups::groups;
    g[std::size_t{}];
};

/// Calls f(key, board) for each group. In a range of boards, the key is the place of a board.
template <class Groups> constexpr void each_group(const Groups &groups, auto &&f) {
    if constexpr (has_places<Groups>) {
        for (std::size_t k = 0; k < Groups::groups; ++k)
            f(k, groups[k]);
    } else if constexpr (has_for_each<Groups>) {
        groups.for_each(f);
    } else {
        std::size_t place = 0;
        for (const auto &group : groups)
            if constexpr (requires { group.second; })
                f(group.first, group.second);
            else
                f(place++, group);
    }
}

/// Whether the groups hold everybody. A range has no other.
template <class Groups> [[nodiscard]] constexpr bool are_all_there(const Groups &groups) noexcept {
    if constexpr (requires { groups.complete(); })
        return groups.complete();
    else
        return true;
}

/// The board of each group.
template <class Groups> struct group_board {
    static auto one(const Groups &groups) {
        const auto &group = *groups.begin();
        if constexpr (requires { group.second; })
            return std::type_identity<std::remove_cvref_t<decltype(group.second)>>{};
        else
            return std::type_identity<std::remove_cvref_t<decltype(group)>>{};
    }
    using type = typename decltype(one(std::declval<const Groups &>()))::type;
};
template <class Groups>
requires requires { typename Groups::inner; }
struct group_board<Groups> {
    using type = typename Groups::inner;
};

/// How many groups there are at most; 0 where the type does not say.
template <class Groups> [[nodiscard]] constexpr std::size_t most_groups() noexcept {
    if constexpr (requires { Groups::groups; })
        return Groups::groups;
    else if constexpr (requires { std::tuple_size<Groups>::value; })
        return std::tuple_size<Groups>::value;
    else if constexpr (requires { Groups::extent; })
        return Groups::extent != static_cast<std::size_t>(-1) ? Groups::extent : 0;
    else
        return 0;
}

} // namespace detail

/// Among the groups that hold anything and satisfy `whole(board)`: the share that also satisfies
/// `part(board)`. Cost: one read a group.
template <class Groups>
[[nodiscard]] constexpr across<proportion<std::uint32_t>> share_of(const Groups &groups, auto &&part,
                                                                   auto &&whole) {
    across<proportion<std::uint32_t>> share{.exact = detail::are_all_there(groups)};
    detail::each_group(groups, [&]<class Board>(const auto &, const Board &board) {
        if (board == Board{} || !whole(board)) return;
        share.held += proportion<std::uint32_t>{part(board) ? 1u : 0u, 1u};
    });
    share.groups = share.held.whole;
    return share;
}
/// The same among all groups that hold anything.
template <class Groups> [[nodiscard]] constexpr auto share_of(const Groups &groups, auto &&part) {
    return share_of(groups, part, [](const auto &) { return true; });
}

} // namespace kpi::inline v1
