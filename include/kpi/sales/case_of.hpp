// SPDX-License-Identifier: MIT
#pragma once

/// What a story knows about its case as a whole: its id, and the group that its first row named. Facts carry
/// both. As these never change, a fact that is taken back is the one that was told. Code that holds facts
/// until their case has ended gives them the group that METRICS.md, section 9, asks for: the last one.

#include <kpi/core/event.hpp>
#include <kpi/core/member.hpp>
#include <kpi/core/told.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/moment.hpp>

#include <cstdint>

namespace kpi::inline v1::sales {

namespace detail {
/// A member of an event as a number; untold if the event has no such member.
template <class To, const auto &Member, class Event>
[[nodiscard]] constexpr maybe<To> number_in(const Event &e) noexcept {
    if constexpr (Member.template found_in<Event>)
        if (const auto x = Member(e); told(x)) return maybe<To>{static_cast<To>(told_value(x))};
    return {};
}
} // namespace detail

/// The case whose id is `Id`. Its facts carry the id in `Slot`.
template <const auto &Id, maybe<std::uint64_t> fact::*Slot> struct case_of {
    maybe<std::uint64_t> id{}; ///< of the case; untold where its first row names none
    /// The group that the case is in.
    maybe<std::uint32_t> rep{}, location{}, product{}, source{}, grade{};
    bool met{}; ///< whether any row has come

    /// Takes the id and the group from the first row of the case.
    constexpr void meet(const auto &e) noexcept {
        if (met) return;
        id = detail::number_in<std::uint64_t, Id>(e);
        group_of(e);
        met = true;
    }
    /// Takes the group that a row names.
    constexpr void group_of(const auto &e) noexcept {
        rep = detail::number_in<std::uint32_t, member::rep>(e);
        location = detail::number_in<std::uint32_t, member::location>(e);
        product = detail::number_in<std::uint32_t, member::product>(e);
        source = detail::number_in<std::uint32_t, member::source>(e);
        grade = detail::number_in<std::uint32_t, member::grade>(e);
    }
    /// A fact of this case: what was true, and when.
    [[nodiscard]] constexpr fact at(moment when, outcome what) const noexcept {
        fact f{.at = when.at(), .kind = what, .whole_day = when.whole_day};
        f.*Slot = id;
        f.rep = rep, f.location = location, f.product = product, f.source = source, f.grade = grade;
        return f;
    }
    /// The same with the time that it took, by a clock. A goal before its start took none.
    template <class Clock = around_the_clock>
    [[nodiscard]] constexpr fact took(moment when, outcome what, moment from, moment to) const noexcept {
        fact f = at(when, what);
        f.backwards = !from.known || !to.known || to.before(from);
        if (f.backwards) return f;
        const duration_told time = elapsed_between<Clock>(from, to);
        f.elapsed = time.seconds, f.whole_day = time.whole_day;
        return f;
    }

    friend constexpr bool operator==(const case_of &, const case_of &) = default;
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        kpi::detail::visit_member(self.id, visit), kpi::detail::visit_member(self.rep, visit);
        kpi::detail::visit_member(self.location, visit), kpi::detail::visit_member(self.product, visit);
        kpi::detail::visit_member(self.source, visit), kpi::detail::visit_member(self.grade, visit);
        visit(self.met);
    }
};

/// Whether rows mark first responses and follow-ups. If none does, touches decide.
enum class marks : bool { absent, present };

/// The channel that a row names, else the only one by which its kind can travel (METRICS.md, section 9).
template <class Event> [[nodiscard]] constexpr medium channel_of(const Event &e) noexcept {
    if constexpr (member::channel.found_in<Event>)
        if (told(e.channel) && told_value(e.channel) != medium::unknown) return told_value(e.channel);
    using enum activity;
    const activity k = kpi::kind(e);
    if (k <= activity::call) return medium::phone;
    if (k >= email_sent && k <= email_bounced) return medium::email;
    if (k == video_meeting) return medium::video;
    if (k == meeting_held) return medium::in_person;
    return k == social_touch ? medium::social : medium::unknown;
}
/// The same event with that channel, where it has a member for it.
template <class Event> [[nodiscard]] constexpr Event with_channel(Event e) noexcept {
    if constexpr (member::channel.found_in<Event>) e.channel = channel_of(e);
    return e;
}

} // namespace kpi::inline v1::sales
