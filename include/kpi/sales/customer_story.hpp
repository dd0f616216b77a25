// SPDX-License-Identifier: MIT
#pragma once

/// The story of a customer (METRICS.md, sections 7 and 9). A customer is known from the first row that says
/// so. It is gained at the earlier of its `customer` event and its first won deal, with the value of that
/// deal, on whichever of the two rows it stands; one of these after a loss has it `returned`. Its contracts
/// are in contracts.hpp. As acts it tells `upsell` and `churned`, with `elapsed` since the customer was
/// gained where it is the first one. As outcomes it tells customer_known .. contract_renewed.

#include <kpi/core/saturating.hpp>
#include <kpi/sales/case_of.hpp>
#include <kpi/sales/contracts.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/spans.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/changes.hpp>
#include <kpi/story/story.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace kpi::inline v1::sales {

template <class Event> struct basic_customer_story {
    using event = Event;
    using fact = sales::fact;
    /// The rows by which a log knows a customer.
    static constexpr event_set<activity> known_by =
        kinds::nps_answers | kinds::csat_answers |
        event_set{activity::customer,    activity::deal_won,    activity::churned,
                  activity::renewal_due, activity::renewed,     activity::upsell,
                  activity::cross_sell,  activity::interaction, activity::referral};
    static constexpr event_set<activity> concerns = known_by | event_set{activity::trial_ended};
    static constexpr bool takes_back = true;
    static constexpr event_set<activity> acts{activity::upsell, activity::churned};
    /// A quarter of 365.25 days, in seconds.
    static constexpr std::uint32_t quarter = 7'889'400;

    constexpr void record(const Event &e, auto &sink) noexcept {
        if (!concerns.contains(kind(e))) return;
        const basic_customer_story was = *this;
        case_.meet(e);
        const moment now = moment_of(e);
        if (known_by.contains(kind(e)) && !known_) {
            known_ = active_ = true, since_ = now;
            sink.tell(case_.at(now, outcome::customer_known));
        }
        live(e, now, sink);
        ripe_ = ripe_ || is_ripe(now);
        tell_changes(was, *this, sink);
    }
    /// Tells the relationship, if it lasted a quarter, and whether half a year has passed.
    constexpr void end(time_point auto now, auto &sink) const noexcept {
        if (!gained_.known) return;
        basic_customer_story as_of = *this;
        as_of.ripe_ = ripe_ || is_ripe(moment_at(now));
        tell_changes(*this, as_of, sink);
        fact f = case_.took(gained_, outcome::engaged, gained_, active_ ? moment_at(now) : lost_);
        if (!f.elapsed.has_value() || *f.elapsed < quarter) return;
        f.touches = interactions_, f.quarters = *f.elapsed / quarter;
        f.pace = to_count<std::uint32_t>(std::uint64_t{interactions_} * quarter * 1000 / *f.elapsed);
        sink.tell(f);
    }
    [[nodiscard]] constexpr bool idle() const noexcept { return !case_.met; }
    [[nodiscard]] constexpr instant since() const noexcept { return since_.at(); }

    /// The facts that are true of it, for `tell_changes`.
    static constexpr std::size_t truths = 4;
    [[nodiscard]] constexpr std::optional<fact> truth(std::size_t i) const noexcept {
        switch (i) {
        case 0: {
            if (!gained_.known) return std::nullopt;
            fact f = case_.at(gained_, outcome::gained);
            f.value = value_;
            return f;
        }
        case 1:
            return onboarded();
        case 2:
            return trial_.known ? std::optional{case_.at(trial_, outcome::trial_ended)} : std::nullopt;
        default:
            return took_if(trial_.known && gained_.known, outcome::trial_converted, trial_, gained_);
        }
    }

    friend constexpr bool operator==(const basic_customer_story &, const basic_customer_story &) = default;
    constexpr void reset() noexcept { *this = basic_customer_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.case_, visit);
        for (auto *m : {&self.since_, &self.gained_, &self.lost_, &self.first_lost_, &self.upsold_,
                        &self.crossed_, &self.spoken_, &self.trial_, &self.returned_})
            visit_fields(*m, visit);
        visit_fields(self.contracts_, visit), kpi::detail::visit_member(self.value_, visit);
        visit(self.interactions_), visit(self.known_), visit(self.active_), visit(self.won_);
        visit(self.named_), visit(self.sold_up_), visit(self.ripe_);
    }

private:
    constexpr void live(const Event &e, moment now, auto &sink) noexcept {
        switch (kind(e)) {
        case activity::customer:
        case activity::deal_won:
            gain(e, now, sink);
            break;
        case activity::churned:
            lose(e, now, sink);
            break;
        case activity::upsell:
            sell_up(e, now, sink);
            break;
        case activity::cross_sell:
            again(outcome::cross_sold, e, now, crossed_, sink);
            break;
        case activity::interaction:
            again(outcome::interacted, e, now, spoken_, sink);
            if (gained_.known && active_) interactions_ = saturating_add(interactions_, std::uint32_t{1});
            break;
        case activity::trial_ended:
            if (!trial_.known) trial_ = now;
            break;
        case activity::renewal_due:
            contracts_.fall_due(e, now, case_, sink);
            break;
        case activity::renewed:
            contracts_.renew(e, now, case_, sink);
            break;
        default:
            break;
        }
    }
    constexpr void gain(const Event &e, moment now, auto &sink) noexcept {
        if (!gained_.known) gained_ = now;
        // the value is that of the first won deal, on whichever of the two rows it stands
        bool &seen = kind(e) == activity::deal_won ? won_ : named_;
        if (!value_.has_value() && !seen) value_ = value_in(e);
        seen = true;
        if (active_) return;
        fact f = case_.at(now, outcome::returned);
        if (returned_.known) f.before = returned_.at(), f.again = true;
        f.since = since_.at();
        sink.tell(f);
        active_ = true, since_ = returned_ = now;
    }
    constexpr void lose(const Event &e, moment now, auto &sink) noexcept {
        if (!active_) return;
        // known by its loss alone, it was nobody's customer at any start
        const moment from = lost_.known ? since_ : gained_;
        fact f = case_.took(now, outcome::customer_lost, from, now);
        f.backwards = false, f.since = since_.at();
        sink.tell(f), sink.tell(timed_act(e, f.elapsed, f.whole_day));
        if (gained_.known && !first_lost_.known) first_lost_ = now;
        active_ = false, lost_ = now;
    }
    constexpr void sell_up(const Event &e, moment now, auto &sink) noexcept {
        maybe<std::uint32_t> took{};
        bool whole_day = false;
        if (!sold_up_ && gained_.known) {
            sold_up_ = true;
            const fact first = case_.took(now, outcome::first_upsell, gained_, now);
            sink.tell(first);
            took = first.elapsed, whole_day = first.whole_day;
        }
        again(outcome::upsold, e, now, upsold_, sink);
        sink.tell(timed_act(e, took, whole_day));
    }
    /// Tells an outcome that can happen often, each time with the last time before it.
    constexpr void again(outcome what, const Event &e, moment now, moment &last, auto &sink) noexcept {
        fact f = case_.at(now, what);
        f.value = value_in(e), f.since = since_.at();
        if (last.known) f.before = last.at(), f.again = true;
        sink.tell(f), last = now;
    }
    [[nodiscard]] constexpr bool is_ripe(moment now) const noexcept {
        if (!gained_.known) return false;
        const maybe<std::uint32_t> age = elapsed_between(gained_, now).seconds;
        return age.has_value() && *age >= half_a_year;
    }
    /// On a day in order of cause, a loss after the gain can be earlier by the clock: it is then at once.
    [[nodiscard]] constexpr std::optional<fact> onboarded() const noexcept {
        if (!ripe_) return std::nullopt;
        fact f = case_.at(gained_, outcome::onboarded);
        if (!first_lost_.known) return f;
        const duration_told time = elapsed_between(gained_, first_lost_);
        f.elapsed = time.seconds, f.whole_day = time.whole_day;
        return f;
    }
    [[nodiscard]] constexpr std::optional<fact> took_if(bool is, outcome what, moment from,
                                                        moment to) const noexcept {
        return is ? std::optional{case_.took(from, what, from, to)} : std::nullopt;
    }

    case_of<member::customer, &sales::fact::customer> case_{};
    moment since_{}, gained_{};    ///< since when it is one; when an event first gained it
    moment lost_{}, first_lost_{}; ///< the last loss; the first
    moment upsold_{}, crossed_{}, spoken_{}, trial_{};
    moment returned_{}; ///< the last return
    contracts contracts_{};
    maybe<std::int64_t> value_{};
    std::uint32_t interactions_{};
    bool known_{}, active_{}, won_{}, named_{}, sold_up_{};
    bool ripe_{}; ///< gained half a year ago
};

using customer_story = basic_customer_story<touch>;

} // namespace kpi::inline v1::sales
