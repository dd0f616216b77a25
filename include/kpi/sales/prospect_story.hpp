// SPDX-License-Identifier: MIT
#pragma once

/// Two stories of a prospect (METRICS.md, sections 4 and 9).
///
/// `prospect_story` covers a period: it begins anew in each, with the first touch there. A touch that is no
/// bounced email contacts the prospect. A positive reply wins, whatever came before or after it. A `customer`
/// event or a won deal acquires the prospect. In a period, replies and wins count at or after the first touch
/// (`replies::after_a_touch`); over the whole history, they count in whatever order they came. It tells tried
/// .. touches_of_customer.
///
/// `touches_story` (touches_story.hpp) covers the whole history: touches belong to the next settlement of
/// their prospect, by channel. It tells touches_of_won, touches_of_lost, open_at_once, and as acts the
/// `follow_up` of each second or later touch, if no row marks one (`marks::absent`).

#include <kpi/sales/case_of.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/changes.hpp>
#include <kpi/story/counted_until.hpp>
#include <kpi/story/story.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

namespace kpi::inline v1::sales {

/// Which replies count: all, or those after a touch.
enum class replies : bool { whenever, after_a_touch };

namespace detail {
inline constexpr event_set<activity> acquisitions{activity::customer, activity::deal_won};
} // namespace detail

template <class Event, replies When = replies::whenever> struct basic_prospect_story {
    using event = Event;
    using fact = sales::fact;
    static constexpr event_set<activity> concerns =
        kinds::touches | kinds::replies | detail::acquisitions | event_set{activity::email_bounced};
    static constexpr bool takes_back = true;
    static constexpr bool of_a_period = true;

    /// Records `n` events that are alike.
    constexpr void record(const Event &e, auto &sink, std::uint32_t n = 1) noexcept {
        if (!concerns.contains(kind(e)) || n == 0) return;
        const bool was_gained = first_.known && acquired_;
        telling_changes(*this, sink, [&] {
            case_.meet(e);
            if (kinds::touches.contains(kind(e))) {
                touch_it(e, moment_of(e), sink, n);
            } else if (first_.known || When == replies::whenever) {
                yes_ = yes_ || kind(e) == activity::reply_positive;
                no_ = no_ || kind(e) == activity::reply_negative;
                if (kind(e) == activity::email_bounced) bounced_ = saturating_add(bounced_, n);
                if (detail::acquisitions.contains(kind(e))) acquired_ = true;
            }
        });
        if (first_.known && acquired_ && !was_gained) tell_channels(sink);
    }
    constexpr void end(time_point auto, auto &sink) const noexcept { tell_at_end(*this, *this, sink); }
    [[nodiscard]] constexpr bool idle() const noexcept { return !case_.met; }
    [[nodiscard]] constexpr instant since() const noexcept { return first_.at(); }

    /// The facts that are true of it, for `tell_changes`.
    static constexpr std::size_t truths = 8;
    [[nodiscard]] constexpr std::optional<fact> truth(std::size_t i) const noexcept {
        switch (i) {
        case 0:
            return if_so(true, outcome::tried);
        case 1:
            return if_so(is_contacted(), outcome::contacted);
        case 2:
            return if_so(is_contacted() && yes_, outcome::replied_positively);
        case 3:
            return if_so(is_contacted() && no_ && !yes_, outcome::replied_negatively);
        case 4:
            return if_so(is_contacted() && !no_ && !yes_, outcome::silent);
        case 5:
            return if_so(touches_ > 1, outcome::touched_twice);
        case 6: {
            auto f = if_so(calls_ > 0, outcome::called);
            if (f) f->touches = calls_;
            return f;
        }
        default: {
            auto f = if_so(acquired_, outcome::acquired);
            if (f) f->k = until_;
            return f;
        }
        }
    }

    [[nodiscard]] constexpr std::uint64_t changed_since(const basic_prospect_story &was) const noexcept {
        if (first_.known != was.first_.known) return ~std::uint64_t{};
        const bool reply = is_contacted() != was.is_contacted() || yes_ != was.yes_ || no_ != was.no_;
        return (reply ? 0b11110u : 0u) | (touches_ > 1 && was.touches_ < 2 ? 0b100000u : 0u) |
               (calls_ != was.calls_ ? 0b1000000u : 0u) | (acquired_ != was.acquired_ ? 0b10000000u : 0u);
    }

    /// What a snapshot of it holds (snapshot/schema.hpp).
    static constexpr void describe(auto &&say) noexcept {
        say(static_cast<bool>(When));
        say(std::type_identity<counted_until<Event, kinds::touches, detail::acquisitions>>{});
    }
    friend constexpr bool operator==(const basic_prospect_story &, const basic_prospect_story &) = default;
    constexpr void reset() noexcept { *this = basic_prospect_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.case_, visit), visit_fields(self.first_, visit);
        visit_fields(self.by_channel_, visit);
        visit(self.touches_), visit(self.emails_), visit(self.bounced_), visit(self.calls_);
        visit(self.until_), visit(self.yes_), visit(self.no_), visit(self.acquired_);
    }

private:
    constexpr void touch_it(const Event &e, moment now, auto &sink, std::uint32_t n) noexcept {
        if (!first_.known) first_ = now;
        touches_ = saturating_add(touches_, n);
        if (kind(e) == activity::email_sent) emails_ = saturating_add(emails_, n);
        if (kinds::calls.contains(kind(e))) calls_ = saturating_add(calls_, n);
        if (acquired_) return; // what comes after the success did not lead to it
        no_sink nowhere{};     // it only counts
        by_channel_.record(with_channel(e), nowhere, n);
        for (; n > 0; --n) {
            fact f = case_.at(first_, outcome::got_touch);
            f.k = ++until_, sink.tell(f);
        }
    }
    constexpr void tell_channels(auto &sink) const noexcept {
        changing out{[this](const turn_fact &t) {
                         fact f = case_.at(first_, outcome::touches_of_customer);
                         f.channel = static_cast<medium>(t.key), f.touches = t.touches, f.again = t.again;
                         if (f.again) f.before = f.at;
                         return f;
                     },
                     sink};
        by_channel_.tell_counts(turn_fact{.kind = turn::counted}, out);
    }
    [[nodiscard]] constexpr bool is_contacted() const noexcept {
        return emails_ > bounced_ || touches_ > emails_;
    }
    [[nodiscard]] constexpr std::optional<fact> if_so(bool is, outcome what) const noexcept {
        return is && first_.known ? std::optional{case_.at(first_, what)} : std::nullopt;
    }

    case_of<member::prospect, &sales::fact::prospect> case_{};
    moment first_{};
    counted_until<Event, kinds::touches, detail::acquisitions> by_channel_{};
    std::uint32_t touches_{}, emails_{}, bounced_{}, calls_{};
    std::uint32_t until_{}; ///< touches until it was acquired, or so far
    bool yes_{}, no_{}, acquired_{};
};

using prospect_story = basic_prospect_story<touch>;

} // namespace kpi::inline v1::sales
