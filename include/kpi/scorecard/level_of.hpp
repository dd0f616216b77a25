// SPDX-License-Identifier: MIT
#pragma once

/// The word for a level, as of open deals or their value: what came in less what went out. `level_of(in,
/// out)` counts events, `level_of<member::value>(in, out)` adds up what they carry. A level is a stock and no
/// flow: it is read over all periods up to the one asked for. `board.get_after<metric>(before)` takes what
/// the earlier ones left, `before` being their boards merged. Law: exact; it can be taken back.

#include <kpi/accumulator/balance.hpp>
#include <kpi/core/member.hpp>
#include <kpi/scorecard/word.hpp>

#include <cstdint>

namespace kpi::inline v1 {

/// Every event counts as 1.
inline constexpr struct one_each {
    [[nodiscard]] constexpr std::uint64_t operator()(const auto &) const noexcept { return 1; }
} one_of_each;

/// A level at the start and at the end of what is read.
struct level_reading {
    std::uint64_t start{}; ///< what earlier periods left
    balance during{};

    [[nodiscard]] constexpr std::uint64_t end() const noexcept {
        balance all = during;
        return (all += balance{start, 0}).level();
    }
    [[nodiscard]] constexpr bool saturated() const noexcept {
        return during.saturated() || is_saturated(start);
    }
};

template <const auto &What, kind_enum E, class Where = always> struct level {
    event_set<E> in{};
    event_set<E> out{};
    event_set<E> of{}; ///< both
    [[no_unique_address]] Where where{};

    static constexpr bool is_level = true;
    template <class Event> using state = balance;
    template <class Event> static constexpr bool demanded_of() noexcept {
        if constexpr (requires { What.template demanded_of<Event>(); })
            return What.template demanded_of<Event>() && detail::condition_demanded_of<Where, Event>();
        else
            return detail::condition_demanded_of<Where, Event>();
    }
    constexpr void record(balance &s, const auto &e) const noexcept { record(s, e, 1u); }
    constexpr void record(balance &s, const auto &e, auto n) const noexcept { s += moved(e, n); }
    [[nodiscard]] constexpr bool retract(balance &s, const auto &e) const noexcept {
        const balance one = moved(e, 1u);
        balance left = s;
        if (!take_off(left.in, one.in) || !take_off(left.out, one.out)) return false;
        s = left;
        return true;
    }
    [[nodiscard]] static constexpr level_reading read(const balance &s) noexcept { return {0, s}; }
    [[nodiscard]] static constexpr level_reading read_after(const balance &before,
                                                            const balance &s) noexcept {
        return {before.level(), s};
    }
    constexpr void describe(auto &&say) const noexcept {
        say(in), say(out), say(std::type_identity<std::remove_cvref_t<decltype(What)>>{});
        detail::describe_condition(where, say);
    }

private:
    constexpr balance moved(const auto &e, auto n) const noexcept {
        const auto kind = kpi::kind(e);
        if (!of.contains(kind) || !where(e)) return {};
        const auto amount = What(e);
        if (!told(amount)) return {};
        const std::uint64_t all =
            saturating_multiply(to_count<std::uint64_t>(told_value(amount)), to_count<std::uint64_t>(n));
        return {in.contains(kind) ? all : 0, out.contains(kind) ? all : 0};
    }
};
template <const auto &What = one_of_each, kind_enum E, class Where = always>
[[nodiscard]] constexpr level<What, E, Where> level_of(event_set<E> in, event_set<E> out,
                                                       Where where = {}) noexcept {
    return {in, out, in | out, where};
}

} // namespace kpi::inline v1
