// SPDX-License-Identifier: MIT
#pragma once

/// The story of a deal (METRICS.md, section 9): `settling` in the words of sales. As acts it tells the first
/// `opportunity`, and the `deal_won` or `deal_lost` that counts. This settlement has `elapsed`, `value` and
/// the ids that any row named filled in, so that you can hand it on to the story of its prospect, lead or
/// customer. As outcomes it tells deal_opened .. slipped. A stage that an event names while the deal is
/// settled is not entered.

#include <kpi/sales/case_of.hpp>
#include <kpi/sales/deal_stages.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/settling.hpp>
#include <kpi/story/story.hpp>

#include <type_traits>

namespace kpi::inline v1::sales {

template <class Event> struct basic_deal_story {
    static constexpr event_set<activity> openings{activity::opportunity}; ///< what opens a deal
    /// What settles it.
    static constexpr event_set<activity> settlements{activity::deal_won, activity::deal_lost};

    using event = Event;
    using fact = sales::fact;
    static constexpr event_set<activity> concerns = every_kind<activity>;
    static constexpr bool takes_back = true;
    /// The kinds of act that it tells itself. Incoming acts of these kinds are not counted besides.
    static constexpr event_set<activity> acts = openings | settlements;

    constexpr void record(const Event &e, auto &sink) noexcept {
        case_.meet(e);
        Event whole = e;
        name<member::prospect>(whole, prospect_), name<member::lead>(whole, lead_);
        name<member::customer>(whole, customer_);
        changing out{in_words_of_sales(&e), sink};
        deal_.record(whole, out);
        if (settlements.contains(kind(e))) stages_.leave(moment_of(e), case_, sink);
        if constexpr (member::k.found_in<Event>)
            if (kind(e) == activity::stage_entered && !deal_.is_settled()) enter_stage(e, sink);
        if constexpr (member::due.found_in<Event>)
            if (const moment due = due_in(e); due.known) fall_due(due, moment_of(e), sink);
    }
    constexpr void end(time_point auto now, auto &sink) const noexcept {
        changing out{in_words_of_sales(nullptr), sink};
        deal_.end(now, out);
        if (!deal_.is_open() || !due_.known) return;
        moment as_of = moment_at(now);
        if (due_.whole_day) --as_of.seconds; // at the end of the day on which it is due, that day is not past
        fact f = due_.before(as_of) ? case_.took(due_, outcome::due_open, due_, as_of)
                                    : case_.at(due_, outcome::due_open);
        f.value = deal_.value();
        sink.tell(f);
    }
    [[nodiscard]] constexpr bool idle() const noexcept { return !case_.met; }
    [[nodiscard]] constexpr instant since() const noexcept { return deal_.since(); }
    /// The prospect that its rows named last, if any.
    [[nodiscard]] constexpr maybe<std::uint64_t> prospect() const noexcept { return prospect_; }
    /// Where the deal came from, if told.
    [[nodiscard]] constexpr maybe<std::uint64_t> lead() const noexcept { return lead_; }
    /// Whose deal it is, if told.
    [[nodiscard]] constexpr maybe<std::uint64_t> customer() const noexcept { return customer_; }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(std::type_identity<settling<Event, openings, settlements>>{});
    }
    friend constexpr bool operator==(const basic_deal_story &, const basic_deal_story &) = default;
    constexpr void reset() noexcept { *this = basic_deal_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.deal_, visit), visit_fields(self.case_, visit);
        visit_fields(self.due_, visit), visit_fields(self.slipped_, visit);
        visit_fields(self.stages_, visit);
        kpi::detail::visit_member(self.prospect_, visit), kpi::detail::visit_member(self.lead_, visit);
        kpi::detail::visit_member(self.customer_, visit);
    }

private:
    /// The due date: a time or, where the event's `due` is a moment, possibly a date alone.
    static constexpr moment due_in(const Event &e) noexcept {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(e.due)>, moment>)
            return e.due;
        else
            return told(e.due) ? moment_at(told_value(e.due)) : moment{};
    }
    constexpr void fall_due(moment due, moment now, auto &sink) noexcept {
        if (deal_.is_open() && due_.known && due_.before(due)) {
            fact f = case_.at(now, outcome::slipped);
            if (slipped_.known) f.before = slipped_.at(), f.again = true;
            sink.tell(f), slipped_ = now;
        }
        due_ = due;
    }
    constexpr void enter_stage(const Event &e, auto &sink) noexcept {
        const auto stage = detail::number_in<std::uint32_t, member::k>(e).value_or(0);
        if (const moment opened = deal_.opened(); stage > stages_.furthest) {
            const auto is_opened = [&] {
                fact f = case_.at(opened, outcome::deal_opened);
                f.k = stages_.furthest;
                return f;
            };
            if (opened.known) sink.take_back(is_opened());
            stages_.furthest = stage;
            if (opened.known) sink.tell(is_opened());
        }
        stages_.enter(stage, moment_of(e), case_, sink);
    }
    /// Remembers an id that a row names, and names it on one that does not.
    template <const auto &Member> static constexpr void name(Event &e, maybe<std::uint64_t> &last) noexcept {
        if (const auto here = detail::number_in<std::uint64_t, Member>(e); here.has_value()) last = here;
        kpi::detail::tell_in<Member>(e, last);
    }
    constexpr auto in_words_of_sales(const Event *row) const noexcept {
        return [this, row]<class Told>(const Told &told_one) {
            if constexpr (std::is_same_v<Told, turn_fact>)
                return translated(told_one, row);
            else
                return told_one;
        };
    }
    constexpr fact translated(const turn_fact &t, const Event *row) const noexcept {
        const bool won = t.of == static_cast<std::uint8_t>(activity::deal_won);
        fact f = case_.at(moment_at(t.at), word_for(t.kind, won));
        const Event *const settlement = t.kind == turn::repeated ? row : &deal_.settlement();
        if (t.kind == turn::settled || t.kind == turn::settled_of_opened || t.kind == turn::reversed ||
            t.kind == turn::repeated)
            take_from(f, *settlement);
        if (t.kind == turn::opened || t.kind == turn::settled_of_opened || t.kind == turn::still_open)
            f.k = stages_.furthest;
        f.elapsed = t.elapsed, f.value = t.value, f.whole_day = t.whole_day;
        f.backwards = t.backwards, f.again = t.again, f.before = t.before;
        f.since = t.since, f.fresh = t.since.has_value();
        return f;
    }
    /// A deal belongs to the rep of its settlement.
    constexpr void take_from(fact &f, const Event &settlement) const noexcept {
        auto group = case_;
        group.group_of(settlement);
        f = group.at({f.at.seconds, true, f.whole_day}, f.kind);
        f.prospect = detail::number_in<std::uint64_t, member::prospect>(settlement);
        f.lead = detail::number_in<std::uint64_t, member::lead>(settlement);
        f.customer = detail::number_in<std::uint64_t, member::customer>(settlement);
        if constexpr (member::units.found_in<Event>)
            if (told(settlement.units))
                f.units = kpi::detail::as_told<std::uint32_t>(told_value(settlement.units));
    }
    static constexpr outcome word_for(turn t, bool won) noexcept {
        switch (t) {
        case turn::opened:
            return outcome::deal_opened;
        case turn::came_in:
            return outcome::came_in;
        case turn::went_out:
            return outcome::went_out;
        case turn::worth_more:
            return outcome::worth_more;
        case turn::worth_less:
            return outcome::worth_less;
        case turn::settled:
            return won ? outcome::won : outcome::lost;
        case turn::settled_of_opened:
            return won ? outcome::won_of_opened : outcome::lost_of_opened;
        case turn::still_open:
            return outcome::still_open_of_opened;
        case turn::reversed:
            return outcome::reversed;
        default:
            return outcome::repeated;
        }
    }

    settling<Event, openings, settlements> deal_{};
    case_of<member::deal, &sales::fact::deal> case_{};
    maybe<std::uint64_t> prospect_{}, lead_{}, customer_{};
    [[no_unique_address]] std::conditional_t<member::k.found_in<Event>, deal_stages, no_stages> stages_{};
    moment due_{}, slipped_{}; ///< the date that was named last; when it was last moved later
};

using deal_story = basic_deal_story<touch>;

} // namespace kpi::inline v1::sales
