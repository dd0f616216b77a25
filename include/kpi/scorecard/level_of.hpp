// SPDX-License-Identifier: MIT
#pragma once

/// The word for a level (open deals, or their value): what came in less what went out. `level_of(in, out)`
/// counts events, `level_of<member::value>(in, out)` adds up what they carry. A level is a stock, not a flow:
/// it is read over all periods up to the one asked for. `board.get_after<metric>(before)` starts from what
/// the earlier periods left; `before` is their boards merged. Law: exact; events can be taken back.

#include <kpi/accumulator/balance.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/told.hpp>
#include <kpi/scorecard/partly_told.hpp>
#include <kpi/scorecard/word.hpp>

#include <cstdint>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

/// Every event counts as 1.
inline constexpr struct one_each {
    /// 1, for any event.
    [[nodiscard]] constexpr std::uint64_t operator()(const auto &) const noexcept { return 1; }
} one_of_each; ///< what a level of events counts

/// A level at the start and at the end of what you read.
struct level_reading {
    std::uint64_t start{}; ///< what earlier periods left
    balance during{};      ///< what came and went in this one

    /// The level at the end; 0 where more went out than came in.
    [[nodiscard]] constexpr std::uint64_t end() const noexcept {
        balance all = during;
        return (all += balance{start, 0}).level();
    }
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return during.saturated() || is_saturated(start);
    }
};

/// The word of a level: the sums of what comes in and of what goes out.
template <const auto &What, kind_enum E, class Where = always> struct level {
    event_set<E> in{};  ///< the kinds that raise it
    event_set<E> out{}; ///< the kinds that lower it
    event_set<E> of{};  ///< both
    [[no_unique_address]] Where where{};

    /// What is there now counts whenever it came: see kpi::holds_levels.
    static constexpr bool is_level = true;
    template <class Event>
    using state = typename remembered_of<decltype(What(std::declval<const Event &>())), balance>::type;
    template <class Event> static constexpr bool demanded_of() noexcept {
        constexpr bool there = [] {
            if constexpr (requires { What.template demanded_of<Event>(); })
                return What.template demanded_of<Event>();
            return true;
        }();
        if constexpr (there)
            return detail::whole_number_demanded<What, Event>() &&
                   detail::condition_demanded_of<Where, Event>();
        return false;
    }
    constexpr void record(auto &s, const auto &e) const noexcept { record(s, e, 1u); }
    constexpr void record(auto &s, const auto &e, auto n) const noexcept {
        if (!takes(e)) return;
        if (told(What(e)))
            what_is_told(s) += moved(e, n);
        else if constexpr (requires { s.untold; })
            s.untold = saturating_add(s.untold, to_count<std::uint32_t>(n));
    }
    [[nodiscard]] constexpr bool retract(auto &s, const auto &e) const noexcept {
        if (!takes(e)) return true;
        if constexpr (requires { s.untold; })
            if (!told(What(e))) return take_off(s.untold, std::uint32_t{1});
        const balance one = moved(e, 1u);
        balance left = what_is_told(s);
        if (!take_off(left.in, one.in) || !take_off(left.out, one.out)) return false;
        what_is_told(s) = left;
        return true;
    }
    [[nodiscard]] static constexpr level_reading read(const auto &s) noexcept { return {0, what_is_told(s)}; }
    [[nodiscard]] static constexpr level_reading read_after(const auto &before, const auto &s) noexcept {
        return {what_is_told(before).level(), what_is_told(s)};
    }
    constexpr void describe(auto &&say) const noexcept {
        say(in), say(out), say(std::type_identity<std::remove_cvref_t<decltype(What)>>{});
        detail::describe_condition(where, say);
    }

private:
    constexpr bool takes(const auto &e) const noexcept { return of.contains(kpi::kind(e)) && where(e); }
    /// An amount below 0 that comes in counts as going out.
    constexpr balance moved(const auto &e, auto n) const noexcept {
        const auto kind = kpi::kind(e);
        const auto amount = told_value(What(e));
        const std::uint64_t all = saturating_multiply(magnitude(amount), to_count<std::uint64_t>(n));
        const bool comes = in.contains(kind), goes = out.contains(kind), turned = std::cmp_less(amount, 0);
        return {(turned ? goes : comes) ? all : 0, (turned ? comes : goes) ? all : 0};
    }
};
/// The level that `in` raises and `out` lowers.
template <const auto &What = one_of_each, kind_enum E, class Where = always>
[[nodiscard]] constexpr level<What, E, Where> level_of(event_set<E> in, event_set<E> out,
                                                       Where where = {}) noexcept {
    return {in, out, in | out, where};
}

} // namespace kpi::inline v1
