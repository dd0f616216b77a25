// SPDX-License-Identifier: MIT
#pragma once

/// What an event can carry besides its kind, by fixed member names. Metrics and dimensions read events
/// through these, so that any struct with members of these names will do, and one that lacks a name fails
/// with a sentence. Every accessor answers the member as it is, and `in` where it lies; a struct with other
/// names is served by kpi::from (accumulator/from.hpp).

namespace kpi::inline v1::member {

/// event.at: when it happened, civil time: any time point whose time_since_epoch().count() and period are
/// known.
inline constexpr struct at_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.at; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::at) { return &E::at; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.at: give the event a member `at`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.at;
    }
} at;

/// event.rep: who sold.
inline constexpr struct rep_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.rep; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::rep) { return &E::rep; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.rep: give the event a member `rep`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.rep;
    }
} rep;

/// event.prospect: whom it was about, before they buy.
inline constexpr struct prospect_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.prospect; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::prospect) { return &E::prospect; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.prospect: give the event a member `prospect`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.prospect;
    }
} prospect;

/// event.deal: which deal.
inline constexpr struct deal_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.deal; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::deal) { return &E::deal; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.deal: give the event a member `deal`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.deal;
    }
} deal;

/// event.lead: which lead.
inline constexpr struct lead_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.lead; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::lead) { return &E::lead; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.lead: give the event a member `lead`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.lead;
    }
} lead;

/// event.customer: which customer.
inline constexpr struct customer_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.customer; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::customer) { return &E::customer; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.customer: give the event a member `customer`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.customer;
    }
} customer;

/// event.channel: how it travelled.
inline constexpr struct channel_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.channel; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::channel) { return &E::channel; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.channel: give the event a member `channel`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.channel;
    }
} channel;

/// event.location: where, online being one of the places.
inline constexpr struct location_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.location; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::location) { return &E::location; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.location: give the event a member `location`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.location;
    }
} location;

/// event.source: where the lead came from.
inline constexpr struct source_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.source; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::source) { return &E::source; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.source: give the event a member `source`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.source;
    }
} source;

/// event.grade: how the lead is graded.
inline constexpr struct grade_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.grade; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::grade) { return &E::grade; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.grade: give the event a member `grade`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.grade;
    }
} grade;

/// event.product: what was sold.
inline constexpr struct product_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.product; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::product) { return &E::product; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.product: give the event a member `product`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.product;
    }
} product;

/// event.value: money, in the caller's smallest unit.
inline constexpr struct value_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.value; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::value) { return &E::value; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.value: give the event a member `value`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.value;
    }
} value;

/// event.units: how many pieces.
inline constexpr struct units_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.units; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::units) { return &E::units; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.units: give the event a member `units`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.units;
    }
} units;

/// event.elapsed: seconds since the start that it closes.
inline constexpr struct elapsed_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.elapsed; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::elapsed) { return &E::elapsed; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.elapsed: give the event a member `elapsed`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.elapsed;
    }
} elapsed;

/// event.touches: how many touches came before it.
inline constexpr struct touches_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.touches; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::touches) { return &E::touches; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.touches: give the event a member `touches`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.touches;
    }
} touches;

/// event.score: an answer on a numeric scale.
inline constexpr struct score_member {
    template <class Event> static constexpr bool found_in = requires(const Event &e) { e.score; };
    template <class E> static constexpr auto in() noexcept -> decltype(&E::score) { return &E::score; }
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(found_in<Event>, "this needs event.score: give the event a member `score`");
        return found_in<Event>;
    }
    template <class Event> [[nodiscard]] constexpr auto operator()(const Event &e) const noexcept {
        return e.score;
    }
} score;

} // namespace kpi::inline v1::member
