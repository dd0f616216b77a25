// SPDX-License-Identifier: MIT
#pragma once

/// The members that an event can carry besides its kind, by fixed names. Metrics and dimensions read events
/// through these accessors, so any struct with members of these names will do, and a struct that lacks one is
/// refused with a sentence. A member may be optional (core/told.hpp). For a struct with other names, use
/// kpi::from (accumulator/from.hpp).
///
/// Each accessor has
/// - `name`, "elapsed", for reports;
/// - `found_in<Event>`, and `in<Event>()`, a pointer to the member;
/// - `demanded_of<Event>()`, which fails with the sentence, and `demanded_of<Event, medium>()`, which also
///   demands that the member can be compared with a medium;
/// - a call, which answers the member as it is.

#include <kpi/core/told.hpp>

#include <string_view>
#include <utility>

namespace kpi::inline v1::member {

namespace detail {
template <class A, class B>
concept compared_with = requires(const A &a, const B &b) {
    a == b;
};
template <class Event> [[nodiscard]] constexpr bool of_any_type() noexcept { return true; }
/// A time point, as the layer time/ will read it.
template <class Event> [[nodiscard]] constexpr bool of_time_type() noexcept {
    constexpr bool is_time = requires(const Event &e) { e.at.time_since_epoch().count(); };
    static_assert(is_time, "event.at is no time point: make it a kpi::instant, a kpi::basic_instant of your "
                           "integer, or a std::chrono::time_point");
    return is_time;
}
} // namespace detail

// One macro for all, because the language has no other way to pass on a member's name.
#define KPI_DETAIL_MEMBER(NAME, OF_TYPE)                                                                     \
    inline constexpr struct NAME##_member {                                                                  \
        static constexpr std::string_view name{#NAME};                                                       \
        template <class Event> static constexpr bool found_in = requires(const Event &e) { e.NAME; };        \
        template <class E> static constexpr auto in() noexcept -> decltype(&E::NAME) { return &E::NAME; }    \
        template <class Event, class... Compared> static constexpr bool demanded_of() noexcept {             \
            static_assert(found_in<Event>,                                                                   \
                          "this needs event." #NAME ": give the event a member `" #NAME "`");                \
            if constexpr (found_in<Event>) {                                                                 \
                constexpr bool comparable =                                                                  \
                    (detail::compared_with<decltype(told_value(std::declval<const Event &>().NAME)),         \
                                           Compared> &&                                                      \
                     ...);                                                                                   \
                static_assert(comparable, "event." #NAME " is of another type than the value that it is "    \
                                          "compared with: give it that enumeration as its type");            \
                return comparable && detail::OF_TYPE<Event>();                                               \
            }                                                                                                \
            return false;                                                                                    \
        }                                                                                                    \
        template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {      \
            return e.NAME;                                                                                   \
        }                                                                                                    \
    } NAME

/// When it happened, in civil time: any time point whose time_since_epoch().count() and period are known.
KPI_DETAIL_MEMBER(at, of_time_type);
/// Who sold.
KPI_DETAIL_MEMBER(rep, of_any_type);
/// Whom it was about, before they buy.
KPI_DETAIL_MEMBER(prospect, of_any_type);
/// Which deal.
KPI_DETAIL_MEMBER(deal, of_any_type);
/// Which lead.
KPI_DETAIL_MEMBER(lead, of_any_type);
/// Which customer.
KPI_DETAIL_MEMBER(customer, of_any_type);
/// How it travelled.
KPI_DETAIL_MEMBER(channel, of_any_type);
/// Where, online being one of the places.
KPI_DETAIL_MEMBER(location, of_any_type);
/// Where the lead came from.
KPI_DETAIL_MEMBER(source, of_any_type);
/// How the lead is graded.
KPI_DETAIL_MEMBER(grade, of_any_type);
/// What was sold.
KPI_DETAIL_MEMBER(product, of_any_type);
/// Which campaign it was part of.
KPI_DETAIL_MEMBER(campaign, of_any_type);
/// Which message, or which template of one.
KPI_DETAIL_MEMBER(message, of_any_type);
/// Money, in the caller's smallest unit.
KPI_DETAIL_MEMBER(value, of_any_type);
/// How many pieces.
KPI_DETAIL_MEMBER(units, of_any_type);
/// Seconds since the start that this event closes.
KPI_DETAIL_MEMBER(elapsed, of_any_type);
/// Whether `at` and `elapsed` are known only to the day.
KPI_DETAIL_MEMBER(whole_day, of_any_type);
/// How many touches came before it.
KPI_DETAIL_MEMBER(touches, of_any_type);
/// An answer on a numeric scale.
KPI_DETAIL_MEMBER(score, of_any_type);
/// When it is due, on the clock of `at`.
KPI_DETAIL_MEMBER(due, of_any_type);

/// Of a fact: which stage of a lead.
KPI_DETAIL_MEMBER(stage, of_any_type);
/// Which touch, or which stage of a deal in the caller's order, from 1.
KPI_DETAIL_MEMBER(k, of_any_type);
/// Of a fact: whether it came before what it should follow.
KPI_DETAIL_MEMBER(backwards, of_any_type);
/// Of a fact: whether it was true of its case before.
KPI_DETAIL_MEMBER(again, of_any_type);
/// Of a fact: whether the thing it is about began in the period where it counts.
KPI_DETAIL_MEMBER(fresh, of_any_type);
/// Of a fact: whether a lifecycle begins with the first event, for want of a first impression.
KPI_DETAIL_MEMBER(from_first_event, of_any_type);
/// Of a fact: whole quarters of a relationship.
KPI_DETAIL_MEMBER(quarters, of_any_type);
/// Of a fact: thousandths of an interaction for each of those quarters.
KPI_DETAIL_MEMBER(pace, of_any_type);

#undef KPI_DETAIL_MEMBER

} // namespace kpi::inline v1::member
