// SPDX-License-Identifier: MIT
#pragma once

/// A word about a member that events carry (their value, elapsed time, units, score or an id), remembered by
/// a leaf. total_of, mean_of, quantiles_of, distinct_of, greatest_of and smallest_of are made of it. `step`
/// is the unit to measure in: 86400 for whole days of seconds, rounded half up. A value too large for the
/// leaf is taken as the leaf's greatest value. The member's type decides the leaf: a member that may be below
/// 0 needs a leaf that can hold it, and a member of 64 bits a wider one.

#include <kpi/accumulator/detail/pick_words.hpp>
#include <kpi/accumulator/each_of.hpp>
#include <kpi/core/divide.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/told.hpp>
#include <kpi/scorecard/partly_told.hpp>
#include <kpi/scorecard/word.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>

namespace kpi::inline v1 {

namespace detail {
/// The leaf for members of this type. Types of more than 32 bits, or with a sign, have another one.
template <class Leaf, class Value> struct leaf_for { using type = Leaf; };

template <class Value>
concept more_than_32_bits = sizeof(Value) > 4;
/// Ids are told apart by their bits, whatever their sign.
template <class Leaf>
concept tells_ids_apart = requires {
    requires Leaf::of_ids;
};
template <class Leaf, class Value>
concept can_measure = std::unsigned_integral<Value> || tells_ids_apart<Leaf> ||
    (std::signed_integral<Value> &&std::signed_integral<typename Leaf::event>);
} // namespace detail

template <class Leaf, const auto &What, kind_enum E, class Where = always> struct measured {
    event_set<E> of{};
    std::uint32_t step{1}; ///< the unit that the leaf measures in; rounded half up
    [[no_unique_address]] Where where{};

    /// The type of the measured member.
    template <class Event> using member_type = detail::measured_type<What, Event>;
    /// The leaf for the members of this event.
    template <class Event> using leaf = typename detail::leaf_for<Leaf, member_type<Event>>::type;
    template <class Event>
    using state = typename remembered_of<decltype(What(std::declval<const Event &>())), leaf<Event>>::type;

    template <class Event> static constexpr bool demanded_of() noexcept {
        if constexpr (What.template demanded_of<Event>()) {
            constexpr bool whole = detail::whole_number_demanded<What, Event>();
            constexpr bool fits = !whole || detail::can_measure<leaf<Event>, member_type<Event>>;
            static_assert(fits,
                          "this is measured of what is never below 0: give the member an unsigned type");
            return whole && fits && detail::condition_demanded_of<Where, Event>();
        }
        return false;
    }
    template <class L> constexpr void record(L &s, const auto &e) const noexcept {
        if constexpr (requires { s.record_if(true, value_in<L>(e)); })
            s.record_if(takes(e), value_in<L>(e));
        else if (takes(e))
            s.record(value_in<L>(e));
    }
    template <class L> constexpr void record(L &s, const auto &e, auto n) const noexcept {
        if (takes(e)) s.record(value_in<L>(e), to_count<typename L::count_type>(n));
    }
    template <class L> constexpr void record(partly_told<L> &s, const auto &e) const noexcept {
        record(s, e, 1u);
    }
    template <class L> constexpr void record(partly_told<L> &s, const auto &e, auto n) const noexcept {
        if (told(What(e)))
            record(s.told, e, n);
        else if (takes(e))
            s.untold = saturating_add(s.untold, to_count<std::uint32_t>(n));
    }
    /// Records a batch. It first finds the values to measure, then measures them side by side. Inlined, as
    /// much of it is known if the word is a constant.
    template <class L, class Event>
    requires std::unsigned_integral<typename L::event>
    [[gnu::always_inline]] constexpr void record_batch(L &s, std::span<const Event> events) const noexcept {
#ifdef KPI_DETAIL_PICK_WORDS
        if constexpr (std::same_as<Where, always> && detail::word_in_rows<What, Event>)
            if (!std::is_constant_evaluated() && step == 1)
                events = detail::record_picked<What>(s, of, events);
#endif
        each_block_of(of, events, [&](std::span<const Event> block, std::span<const std::uint8_t> places) {
            std::array<typename L::event, detail::searched_at_once> found;
            std::size_t n = 0;
            for (const std::uint8_t place : places) {
                found[n] = value_in<L>(block[place]);
                n += std::size_t{where(block[place])};
            }
            if (n > 0) s.record(std::span<const typename L::event>{found}.first(n));
        });
    }
    template <class L>
    [[nodiscard]] constexpr bool retract(L &s, const auto &e) const noexcept requires(L::retractable) {
        return !takes(e) || s.retract(value_in<L>(e));
    }
    template <class L>
    [[nodiscard]] constexpr bool retract(partly_told<L> &s, const auto &e) const noexcept
        requires(L::retractable) {
        if (told(What(e))) return retract(s.told, e);
        return !takes(e) || take_off(s.untold, std::uint32_t{1});
    }
    /// The leaf itself, without the count of the untold.
    [[nodiscard]] static constexpr const auto &read(const auto &s) noexcept { return what_is_told(s); }
    constexpr void describe(auto &&say) const noexcept {
        say(of), say(step), say(std::type_identity<std::remove_cvref_t<decltype(What)>>{});
        detail::describe_condition(where, say);
    }

private:
    constexpr bool takes(const auto &e) const noexcept { return of.contains(kpi::kind(e)) && where(e); }
    template <class L> constexpr typename L::event value_in(const auto &e) const noexcept {
        using value_type = typename L::event;
        if constexpr (detail::tells_ids_apart<L>) {
            return static_cast<value_type>(told_value(What(e)));
        } else if constexpr (std::signed_integral<value_type>) {
            const value_type x{told_value(What(e))};
            const auto steps = static_cast<value_type>(in_steps(magnitude(x)));
            return step == 1 ? x : x < 0 ? static_cast<value_type>(-steps) : steps;
        } else if constexpr (sizeof(value_type) < sizeof(step)) {
            // the leaf may hold a time in days but not in seconds
            return to_count<value_type>(in_steps(to_count<std::uint32_t>(told_value(What(e)))));
        } else {
            return in_steps(to_count<value_type>(told_value(What(e))));
        }
    }
    template <std::unsigned_integral value_type> constexpr value_type in_steps(value_type x) const noexcept {
        if (step == 1) return x;
        using word = std::conditional_t<(sizeof(value_type) < sizeof(step)), std::uint32_t, value_type>;
        const auto [steps, rest] = divide<word>(x, step);
        return static_cast<value_type>(steps + std::size_t{rest >= step - step / 2});
    }
};

} // namespace kpi::inline v1
