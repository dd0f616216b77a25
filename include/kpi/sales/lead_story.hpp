// SPDX-License-Identifier: MIT
#pragma once

/// The story of a lead (METRICS.md, section 9). It arrives once, with its first MCL or MQL, and is in the
/// cohort of that time; without an arrival, in that of its first stage. A won deal reaches customer, as the
/// `customer` event does. It waits from its arrival until the first response at or after it, and again only
/// if it went out and arrived anew. If it goes out after MQL, with no deal lost that day, it is recycled.
///
/// A first response is the mark, if any row read carries one (`marks::present`), else the first touch at or
/// after the start. `Clock` times it. As acts it tells the first `first_impression` and, with `elapsed` since
/// the arrival, `first_response` and the first `customer`; as outcomes reached .. left_stage.

#include <kpi/sales/case_of.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/lead_stages.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/changes.hpp>
#include <kpi/story/story.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::sales {

template <class Event, marks Marks = marks::present, class Clock = around_the_clock> struct basic_lead_story {
    using event = Event;
    using fact = sales::fact;
    static constexpr event_set<activity> concerns = every_kind<activity>;
    static constexpr bool takes_back = true;
    static constexpr event_set<activity> acts{activity::first_impression, activity::first_response,
                                              activity::customer};
    static constexpr std::uint32_t soon = 300; ///< seconds by `Clock`: five minutes

    constexpr void record(const Event &e, auto &sink) noexcept {
        telling_changes(*this, sink, [&] {
            case_.meet(e);
            const moment now = moment_of(e);
            live(e, now, sink);
            ripe_ = ripe_ || is_ripe(now);
        });
    }
    constexpr void end(time_point auto t, auto &sink) const noexcept {
        const moment now = moment_at(t);
        basic_lead_story as_of = *this;
        as_of.ripe_ = ripe_ || is_ripe(now);
        tell_at_end(*this, as_of, sink);
        if (waits_.known) sink.tell(case_.template took<Clock>(waits_, outcome::still_waiting, waits_, now));
        if (arrived_.known && stages_.reached < 6 && !gone_)
            sink.tell(case_.took(arrived_, outcome::lead_still_open, arrived_, now));
    }
    [[nodiscard]] constexpr bool idle() const noexcept { return !case_.met; }
    [[nodiscard]] constexpr instant since() const noexcept { return first_.at(); }

    /// The facts that are true of it, for `tell_changes`.
    static constexpr std::size_t truths = 16;
    [[nodiscard]] constexpr std::optional<fact> truth(std::size_t i) const noexcept {
        const moment start = arrived_.known ? arrived_ : stages_.first;
        if (i < 6) return i < stages_.reached ? std::optional{of_started(start, i)} : std::nullopt;
        if (i == 6) return if_so(arrived_.known, outcome::lead_arrived, arrived_);
        if (i == 7) return if_took<Clock>(arrived_.known && answered_, outcome::lead_answered, answer_);
        if (i == 8) return if_took(arrived_.known && stages_.reached == 6, outcome::lead_converted, goal_);
        if (i == 9) return ripe();
        if (i == 10) return answered_soon();
        if (i == 11) return if_so(stages_.reached > 1 && touched_, outcome::mql_touched, start);
        if (i == 12) return if_so(recycled_ || just_recycled_, outcome::recycled, start);
        if (i == 13) return if_so(ready_, outcome::ready_to_buy, start);
        if (i == 14) return life_.told(case_);
        auto f = if_took(goal_.known, outcome::became_customer, goal_);
        if (f) f->at = goal_.at();
        return f;
    }
    [[nodiscard]] constexpr std::uint64_t changed_since(const basic_lead_story &was) const noexcept {
        const auto bits = [](bool differs, auto... i) { return differs ? ((1u << i) | ...) : 0u; };
        return bits(!(arrived_ == was.arrived_ && stages_.first == was.stages_.first), 0, 1, 2, 3, 4, 5, 6, 7,
                    8, 9, 10, 11, 12, 13, 15) |
               bits(stages_.reached != was.stages_.reached, 0, 1, 2, 3, 4, 5, 8, 11) |
               bits(answered_ != was.answered_ || answer_.known != was.answer_.known, 7, 9, 10) |
               bits(goal_.known != was.goal_.known, 5, 8, 15) | bits(ripe_ != was.ripe_, 9, 10) |
               bits(touched_ != was.touched_, 11) |
               bits((recycled_ || just_recycled_) != (was.recycled_ || was.just_recycled_), 12) |
               bits(ready_ != was.ready_, 13) | bits(!(life_ == was.life_), 14);
    }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(static_cast<bool>(Marks)), say(std::type_identity<Clock>{}),
            say(std::type_identity<lead_stages>{});
    }
    friend constexpr bool operator==(const basic_lead_story &, const basic_lead_story &) = default;
    constexpr void reset() noexcept { *this = basic_lead_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.case_, visit), visit_fields(self.stages_, visit), visit_fields(self.life_, visit);
        for (auto *m : {&self.first_, &self.arrived_, &self.waits_, &self.hands_, &self.answer_, &self.goal_,
                        &self.lost_, &self.gone_out_})
            visit_fields(*m, visit);
        for (auto *b : {&self.answered_, &self.touched_, &self.qualified_, &self.ready_, &self.recycled_,
                        &self.just_recycled_, &self.handed_, &self.gone_, &self.ripe_})
            visit(*b);
    }

private:
    constexpr void live(const Event &e, moment now, auto &sink) noexcept {
        using enum activity;
        const activity k = kind(e);
        if (!first_.known) first_ = now;
        if (k == first_impression && !life_.impression.known) sink.tell(e); // once, however often
        life_.live(k, now);
        if (k == mcl || k == mql) arrive(k, now);
        if (k >= mcl && k <= opportunity) { // in the order of stages
            ready_ = ready_ || (k == opportunity && stages_.reached < 5 && !qualified_);
            stages_.reach(static_cast<stage>(static_cast<int>(k) - static_cast<int>(mcl)), now, case_, sink);
        }
        switch (k) {
        case activity::customer:
        case deal_won:
            convert(e, now, sink);
            break;
        case deal_lost:
            lost_ = now;
            if (gone_out_.known && gone_out_.day() == now.day()) just_recycled_ = false;
            break;
        case out:
            go_out(now, sink);
            break;
        default:
            break;
        }
        qualified_ = qualified_ || k == mql || k == sal || k == sql;
        touched_ = touched_ || kinds::touches.contains(k);
        if (Marks == marks::present ? k == first_response : kinds::touches.contains(k)) answer(e, now, sink);
    }
    constexpr void arrive(activity k, moment now) noexcept {
        if (!arrived_.known)
            arrived_ = waits_ = now;
        else if (gone_)
            waits_ = now;
        gone_ = false;
        if (k == activity::mql && !handed_) handed_ = true, hands_ = now;
    }
    constexpr void convert(const Event &e, moment now, auto &sink) noexcept {
        if (stages_.reached < 6) {
            Event act = e;
            act.kind = activity::customer;
            const fact f = case_.took(now, outcome::became_customer, arrived_, now);
            sink.tell(timed_act(act, f.elapsed, f.whole_day));
        }
        if (arrived_.known && !goal_.known) goal_ = now;
        stages_.reach(stage::customer, now, case_, sink);
    }
    constexpr void go_out(moment now, auto &sink) noexcept {
        fact f = case_.at(now, outcome::lead_out);
        if (gone_out_.known) f.before = gone_out_.at(), f.again = true;
        sink.tell(f);
        recycled_ = recycled_ || (just_recycled_ && gone_out_.day() != now.day()); // else it may be lost yet
        just_recycled_ = stages_.reached > 1 && !(lost_.known && lost_.day() == now.day());
        gone_ = true, handed_ = false, gone_out_ = now;
        stages_.be_in(stage::out, now, case_, sink);
    }
    constexpr void answer(const Event &e, moment now, auto &sink) noexcept {
        if (Marks == marks::absent && !arrived_.known) return; // a touch before the arrival answers nothing
        answered_ = true;
        if (arrived_.known && !answer_.known) answer_ = now;
        if (hands_.known)
            sink.tell(case_.template took<Clock>(hands_, outcome::responded_to_handover, hands_, now));
        hands_ = {};
        if (!waits_.known) return;
        const fact f = case_.template took<Clock>(waits_, outcome::responded, waits_, now);
        Event act = e;
        act.kind = activity::first_response, act.at = time_of<decltype(act.at)>(f.at);
        constexpr bool by_row = Marks == marks::present && std::is_same_v<Clock, around_the_clock>;
        const bool own = by_row && elapsed_in(e).has_value(); // not how long a touch took, nor hours of work
        sink.tell(f), sink.tell(timed_act(act, own ? elapsed_in(e) : f.elapsed, f.whole_day));
        waits_ = {};
    }

    [[nodiscard]] constexpr bool is_ripe(moment now) const noexcept {
        const auto age = elapsed_between<Clock>(arrived_, now).seconds;
        return arrived_.known && age.has_value() && *age >= soon;
    }
    [[nodiscard]] constexpr std::optional<fact> if_so(bool is, outcome what, moment when) const noexcept {
        return is ? std::optional{case_.at(when, what)} : std::nullopt;
    }
    /// A goal at or after the arrival, with the time that it took; a goal before it took none.
    template <class C = around_the_clock>
    [[nodiscard]] constexpr std::optional<fact> if_took(bool is, outcome what, moment to) const noexcept {
        return is ? std::optional{case_.template took<C>(arrived_, what, arrived_, to)} : std::nullopt;
    }
    [[nodiscard]] constexpr fact of_started(moment start, std::size_t i) const noexcept {
        fact f = case_.at(start, outcome::of_started);
        if (i == 5 && arrived_.known) f = case_.took(start, outcome::of_started, arrived_, goal_);
        f.stage = static_cast<stage>(i);
        return f;
    }
    [[nodiscard]] constexpr std::optional<fact> ripe() const noexcept {
        auto f = if_so(ripe_, outcome::lead_ripe, arrived_);
        if (f && answer_.known && answer_.whole_day) f->whole_day = true;
        return f;
    }
    [[nodiscard]] constexpr std::optional<fact> answered_soon() const noexcept {
        fact f = case_.template took<Clock>(arrived_, outcome::answered_soon, arrived_, answer_);
        if (!ripe_ || f.whole_day || !f.elapsed.has_value() || *f.elapsed > soon) return std::nullopt;
        return f;
    }

    case_of<member::lead, &sales::fact::lead> case_{};
    lead_stages stages_{};
    lead_lifecycle life_{};
    moment first_{}, arrived_{}; ///< the first row; the first MCL or MQL
    moment waits_{}, hands_{};   ///< since when it waits for a response: from its arrival; from MQL
    moment answer_{}, goal_{};   ///< the first ones at or after the arrival
    moment lost_{}, gone_out_{}; ///< when a deal of it was last lost; when it last went out
    bool answered_{}, touched_{}, qualified_{}, ready_{}, recycled_{}, just_recycled_{}, handed_{}, gone_{},
        ripe_{};
};

using lead_story = basic_lead_story<touch>;

} // namespace kpi::inline v1::sales
