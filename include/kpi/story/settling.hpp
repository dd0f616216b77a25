// SPDX-License-Identifier: MIT
#pragma once

/// A case that is opened and settled, one way or another, and may be opened again (METRICS.md, section 9, "A
/// deal"). The last settlement that was not reopened counts. It is told as the act, with `elapsed` since the
/// first opening filled in; the first opening is told unchanged. A settlement overtaken by another is
/// `reversed`. The same outcome again, without a reopening, is `repeated`: the first one's time and value
/// count. An opening reopens a case that had been opened before. A settlement before the only opening is
/// `backwards`, and settled. A case settled without an opening was in the pipeline at its settlement, and
/// took no time. Its value is that of the settlement, else the last one named; an open case has the last one
/// named. A time that a row tells of itself counts for that row.

#include <kpi/core/event_set.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/story/story.hpp>
#include <kpi/story/turn.hpp>

#include <type_traits>

namespace kpi::inline v1 {

template <event Event, const auto &Opens, const auto &Stops> struct settling {
    static_assert((Opens.bits & Stops.bits) == 0, "settling: a kind cannot both open and settle");
    using event = Event;
    using fact = turn_fact;
    /// All kinds: any row of the case can name its value.
    static constexpr event_set<kind_of<Event>> concerns = every_kind<kind_of<Event>>;
    static constexpr bool takes_back = true;

    constexpr void record(const Event &e, auto &sink) noexcept {
        const moment now = moment_of(e);
        const bool stops = Stops.contains(kind(e));
        if (stops && settled_) {
            if (kind(act_.event) == kind(e)) {
                sink.tell(fact_about(turn::repeated, e));
                return;
            }
            forget(sink), settled_ = false;
            sink.tell(fact_about(turn::reversed, act_.event));
        }
        if (const auto value = value_in(e); value.has_value()) rename(value, now, sink);
        if (Opens.contains(kind(e))) open(e, now, sink);
        if (stops) settle(e, now, sink);
    }
    constexpr void end(time_point auto now, auto &sink) const noexcept {
        if (!open_) return;
        turn_fact f = took(fact_of(turn::still_open, opened_), opened_, moment_at(now));
        f.value = value_;
        sink.tell(f);
    }
    [[nodiscard]] constexpr bool idle() const noexcept { return *this == settling{}; }
    [[nodiscard]] constexpr instant since() const noexcept {
        return opened_.known || !settled_ ? opened_.at() : moment_of(act_.event).at();
    }
    /// Opened, and not settled since.
    [[nodiscard]] constexpr bool is_open() const noexcept { return open_; }
    /// When it was first opened, if it was.
    [[nodiscard]] constexpr moment opened() const noexcept { return opened_; }
    [[nodiscard]] constexpr bool is_settled() const noexcept { return settled_; } ///< a settlement counts
    /// The value named last.
    [[nodiscard]] constexpr maybe<std::int64_t> value() const noexcept { return value_; }
    /// The settlement that counts, as it came in; an empty event if there is none.
    [[nodiscard]] constexpr const Event &settlement() const noexcept { return act_.event; }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(Opens), say(Stops), say(std::type_identity<kept<Event>>{});
    }
    friend constexpr bool operator==(const settling &, const settling &) = default;
    constexpr void reset() noexcept { *this = settling{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.opened_, visit), visit_fields(self.out_, visit), visit_fields(self.act_, visit);
        detail::visit_member(self.value_, visit);
        visit(self.open_), visit(self.settled_), visit(self.backwards_);
    }

private:
    constexpr void rename(maybe<std::int64_t> value, moment now, auto &sink) noexcept {
        if (open_ && value != value_) {
            if (value_.has_value()) sink.tell(fact_of(turn::worth_less, now, value_));
            sink.tell(fact_of(turn::worth_more, now, value));
        }
        const bool renames = settled_ && !value_in(act_.event).has_value();
        if (renames) forget(sink);
        value_ = value;
        if (renames) tell(sink);
    }
    constexpr void open(const Event &e, moment now, auto &sink) noexcept {
        const bool first = !opened_.known;
        if (open_ || (!first && !settled_)) return;
        if (first) sink.tell(e), sink.tell(fact_of(turn::opened, now));
        if (first && settled_) { // settled before its only opening
            forget(sink);
            opened_ = now, backwards_ = true;
            go_in(now, sink), go_out(now, sink);
            tell(sink);
            return;
        }
        if (settled_) forget(sink), settled_ = backwards_ = false, act_ = {};
        if (first) opened_ = now;
        go_in(now, sink), open_ = true;
    }
    constexpr void settle(const Event &e, moment now, auto &sink) noexcept {
        if (open_) go_out(now, sink), open_ = false;
        settled_ = true, backwards_ = false;
        act_.event = e;
        tell(sink);
    }
    constexpr void go_in(moment now, auto &sink) noexcept {
        turn_fact f = fact_of(turn::came_in, now, value_);
        if (out_.known) f.before = out_.at(), f.again = true;
        sink.tell(f);
    }
    constexpr void go_out(moment now, auto &sink) noexcept {
        sink.tell(fact_of(turn::went_out, now, value_)), out_ = now;
    }
    /// The facts of a settled case. Each follows from the state, so that it can be taken back.
    constexpr void each_fact(auto &&f) const noexcept {
        const moment now = moment_of(act_.event);
        const auto own = elapsed_in(act_.event);
        turn_fact settled = fact_about(turn::settled, act_.event);
        settled.value = value_in(act_.event).has_value() ? value_in(act_.event) : value_;
        if (opened_.known && !backwards_) settled = took(settled, opened_, now);
        if (own.has_value()) settled.elapsed = own, settled.whole_day = now.whole_day;
        settled.backwards = backwards_;
        settled.since = out_.known ? out_.at() : now.at();
        Event act = timed_act(act_.event, settled.elapsed, settled.whole_day);
        detail::tell_in<member::value>(act, settled.value);
        f(act), f(settled);
        if (opened_.known) {
            settled.kind = turn::settled_of_opened, settled.at = opened_.at();
            f(settled);
        } else {
            f(fact_of(turn::came_in, now, settled.value)), f(fact_of(turn::went_out, now, settled.value));
        }
    }
    constexpr void tell(auto &sink) const noexcept {
        each_fact([&](const auto &f) { sink.tell(f); });
    }
    constexpr void forget(auto &sink) const noexcept {
        each_fact([&](const auto &f) { sink.take_back(f); });
    }
    static constexpr turn_fact fact_of(turn what, moment m, maybe<std::int64_t> value = {}) noexcept {
        return {.at = m.at(), .kind = what, .whole_day = m.whole_day, .value = value};
    }
    static constexpr turn_fact fact_about(turn what, const Event &e) noexcept {
        turn_fact f = fact_of(what, moment_of(e));
        f.of = static_cast<std::uint8_t>(kind(e));
        return f;
    }
    static constexpr turn_fact took(turn_fact f, moment from, moment to) noexcept {
        const duration_told time = elapsed_between(from, to);
        f.elapsed = time.seconds, f.whole_day = time.whole_day;
        return f;
    }

    moment opened_{}, out_{}; ///< first opened; last gone out
    kept<Event> act_{};       ///< the settlement that counts
    maybe<std::int64_t> value_{};
    bool open_{}, settled_{}, backwards_{};
};

} // namespace kpi::inline v1
