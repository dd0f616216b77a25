// SPDX-License-Identifier: MIT
#pragma once

/// A team's figures side by side, for any groups that across.hpp takes. `figures` gives what one metric says
/// for each rep, including reps with nothing, as integers that the functions of statistics/skew.hpp take
/// (gini, top_share). With `by`, you give the number of reps, as a table larger than the team shows no reps
/// for its spare places (METRICS.md, section 8). `share_of_total` is the part of the total that some groups
/// have: a location's volume, the outbound deals. `total_without_top` is the team without its superstars.
/// `correlation` tells whether two figures of the reps go together: workload and acquisition rate. Each says
/// whether somebody is missing.
///
/// Figures lie in an array, so the greatest possible number of groups must be known. by, by_key, std::array
/// and a std::span of fixed size tell it; for another range you do, `figures<metric, 64>(boards)`.

#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/scorecard/across.hpp>
#include <kpi/statistics/correlation.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace kpi::inline v1 {

/// One figure for each rep of a team.
template <std::size_t N> struct team_figures {
    std::array<std::uint64_t, N> figure{}; ///< of each rep, the first `reps` of them
    std::size_t reps{};                    ///< 0..N

    /// The figures of the reps that exist.
    [[nodiscard]] constexpr std::span<const std::uint64_t> all() const noexcept {
        return {figure.data(), reps};
    }
    /// 1 for the greatest; reps with equal figures share the better rank. 0 for a rep that does not exist.
    [[nodiscard]] constexpr std::size_t rank(std::size_t rep) const noexcept {
        if (rep >= reps) return 0;
        std::size_t ahead = 0;
        for (std::size_t i = 0; i < reps; ++i)
            ahead += std::size_t{figure[i] > figure[rep]};
        return ahead + 1;
    }
    /// True where a figure is "at least": its rank and its share may be off.
    [[nodiscard]] constexpr bool saturated() const noexcept {
        for (std::size_t i = 0; i < reps; ++i)
            if (is_saturated(figure[i])) return true;
        return false;
    }
    friend constexpr bool operator==(const team_figures &, const team_figures &) = default;
};

namespace detail {

/// The amount of a group, by a metric that counts or adds up.
template <const auto &M, class Board>
[[nodiscard]] constexpr std::uint64_t amount_of(const Board &board) noexcept {
    constexpr bool counts = requires { board.template get<M>().n; };
    static_assert(counts, "across groups: a metric that counts or adds up; rates are not added");
    if constexpr (counts)
        return kpi::widened<std::uint64_t>(board.template get<M>().n);
    else
        return 0;
}

/// How many groups there is room for.
template <class Groups, std::size_t Given> [[nodiscard]] consteval std::size_t room_for() noexcept {
    constexpr std::size_t most = Given != 0 ? Given : most_groups<Groups>();
    static_assert(most != 0,
                  "this range does not say how many groups there are at most: figures<metric, 64>, "
                  "correlation<double, 64>");
    return most != 0 ? most : 1;
}

} // namespace detail

/// The figures of a metric that counts or adds up, in the order of the groups, and 0 for each rep without a
/// group. Cost: one read a rep.
template <const auto &M, std::size_t Most = 0, class Groups>
[[nodiscard]] constexpr auto figures(const Groups &groups, std::size_t reps) noexcept {
    constexpr std::size_t room = detail::room_for<Groups, Most>();
    across<team_figures<room>> out{.exact = detail::are_all_there(groups)};
    std::size_t found = 0;
    detail::each_group(groups, [&](const auto &, const auto &board) {
        if (detail::has_places<Groups> && found == reps) return;
        if (found < room) out.held.figure[found] = detail::amount_of<M>(board);
        ++found;
    });
    if (reps < found) reps = found;
    out.held.reps = reps < room ? reps : room;
    out.exact = out.exact && reps <= room;
    out.groups = static_cast<std::uint32_t>(out.held.reps);
    return out;
}
/// For a range: its boards are the team.
template <const auto &M, std::size_t Most = 0, class Groups>
requires(!detail::has_places<Groups>) [[nodiscard]] constexpr auto figures(const Groups &groups) noexcept {
    return figures<M, Most>(groups, 0);
}

/// All groups merged except the k with the greatest figures of M: the team without its superstars. Reps past
/// the end of the team are left out; other is in no team. Of equal figures the first are the top. It is not
/// exact where figures are equal because they are saturated. Cost: the square of the groups, in reads.
template <const auto &M, class Groups>
[[nodiscard]] constexpr auto total_without_top(const Groups &groups, std::size_t k) noexcept {
    using board = typename detail::group_board<Groups>::type;
    across<board> rest{.exact = detail::are_all_there(groups)};
    std::size_t i = 0;
    detail::each_group(groups, [&](const auto &, const board &mine) {
        const std::uint64_t my_figure = detail::amount_of<M>(mine);
        std::size_t ahead = 0, j = 0;
        detail::each_group(groups, [&](const auto &, const board &theirs) {
            if (ahead < k) {
                const std::uint64_t their_figure = detail::amount_of<M>(theirs);
                ahead += std::size_t{their_figure > my_figure || (their_figure == my_figure && j < i)};
            }
            ++j;
        });
        ++i;
        if (ahead < k || mine == board{}) return;
        rest.held += mine;
        ++rest.groups;
        if (k != 0 && is_saturated(my_figure)) rest.exact = false;
    });
    return rest;
}

/// The part of a count or a sum that belongs to the groups for which `chosen(key)` holds, out of all groups
/// and other. Absent while there is nothing. Cost: one read a group.
template <const auto &M, class Groups>
[[nodiscard]] constexpr across<ratio<std::uint64_t>> share_of_total(const Groups &groups,
                                                                    auto &&chosen) noexcept {
    across<ratio<std::uint64_t>> share{.exact = detail::are_all_there(groups)};
    detail::each_group(groups, [&]<class Board>(const auto &key, const Board &board) {
        const std::uint64_t here = detail::amount_of<M>(board);
        share.held += ratio<std::uint64_t>{chosen(key) ? here : 0, here};
        share.groups += std::uint32_t{!(board == Board{})};
    });
    if constexpr (requires { groups.other(); })
        share.held += ratio<std::uint64_t>{0, detail::amount_of<M>(groups.other())};
    return share;
}

/// Pearson's r of x(board) and y(board) across the groups that have both. Each returns a value that may be
/// absent, or an optional number. Other is in no team. Absent for fewer than two groups, and where x or y
/// never changes; not exact where a value is saturated.
template <class Real = double, std::size_t Most = 0, class Groups>
[[nodiscard]] constexpr across<std::optional<Real>> correlation(const Groups &groups, auto &&x, auto &&y) {
    constexpr std::size_t room = detail::room_for<Groups, Most>();
    across<std::optional<Real>> r{.exact = detail::are_all_there(groups)};
    const auto number = [&](const auto &value) -> std::optional<Real> {
        if constexpr (requires { value.saturated(); }) {
            if (value.saturated()) r.exact = false;
            return value.template value<Real>();
        } else {
            return value;
        }
    };
    std::array<statistics::point<Real>, room> points{};
    detail::each_group(groups, [&](const auto &, const auto &board) {
        const std::optional<Real> a = number(x(board)), b = number(y(board));
        if (!a || !b) return;
        if (r.groups < room)
            points[r.groups++] = {*a, *b};
        else
            r.exact = false;
    });
    r.held = statistics::pearson<Real>(std::span{points}.first(r.groups));
    return r;
}

} // namespace kpi::inline v1
