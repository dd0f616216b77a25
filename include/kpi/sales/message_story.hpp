// SPDX-License-Identifier: MIT
#pragma once

/// The story of one email, by its `message` id (METRICS.md, section 9). Its opens, clicks, bounces and
/// replies count once each, in the window of its sending: each act is told with the time of the sending, or
/// with its own if that is not known. One reply by a person counts, a positive one before a negative one.

#include <kpi/core/member.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/story/story.hpp>

namespace kpi::inline v1::sales {

template <class Event> struct basic_message_story {
    using event = Event;
    using fact = Event; ///< acts alone
    static constexpr event_set<activity> concerns =
        kinds::emails | kinds::replies |
        event_set{activity::email_opened, activity::email_clicked, activity::email_bounced,
                  activity::reply_automatic};
    static constexpr bool takes_back = true;
    static constexpr event_set<activity> acts = concerns;

    constexpr void record(const Event &e, auto &sink) noexcept {
        if (!concerns.contains(kind(e))) return;
        const bool answers = kinds::replies.contains(kind(e));
        const bool better = answers && replied_ && kind(reply_.event) == activity::reply_negative &&
                            kind(e) == activity::reply_positive;
        if (had_.contains(kind(e)) || (answers && replied_ && !better)) return;
        (void)had_.insert(kind(e));
        Event act = e;
        if (kind(e) == activity::email_sent)
            sent_.event = e;
        else if (had_.contains(activity::email_sent))
            act.at = sent_.event.at, take_day(act);
        if (better) sink.take_back(reply_.event);
        if (answers) reply_.event = act, replied_ = true;
        sink.tell(act);
    }
    constexpr void end(time_point auto, auto &) const noexcept {}
    [[nodiscard]] constexpr bool idle() const noexcept { return had_.empty(); }
    [[nodiscard]] constexpr instant since() const noexcept { return to_instant(sent_.event.at); }

    friend constexpr bool operator==(const basic_message_story &, const basic_message_story &) = default;
    constexpr void reset() noexcept { *this = basic_message_story{}; }
    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit_fields(self.sent_, visit), visit_fields(self.reply_, visit);
        visit(self.had_.bits), visit(self.replied_);
    }

private:
    constexpr void take_day(Event &act) const noexcept {
        if constexpr (member::whole_day.found_in<Event>) act.whole_day = sent_.event.whole_day;
    }

    kept<Event> sent_{}, reply_{};
    event_set<activity> had_{};
    bool replied_{};
};

using message_story = basic_message_story<touch>;

} // namespace kpi::inline v1::sales
