// SPDX-License-Identifier: MIT
#pragma once

/// How a call becomes an event: what a telephone knows of its end decides its kind. A call is counted from
/// the moment at which it is dialled, with an unknown outcome until it ends. So the counts are right at any
/// time, and a crash leaves calls of unknown outcome but loses none.

#include <kpi/sales/activity.hpp>
#include <kpi/sales/kinds.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/sales/volume.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <cstdint>
#include <optional>

namespace plugin::phone {

using kpi::sales::activity;
using kpi::sales::touch;

inline constexpr kpi::count_metric<activity> abandoned_calls{
    .name = "abandoned_calls",
    .of = {activity::abandoned},
    .unit = "calls",
    .better = kpi::better::less,
    .help = "Calls that were picked up and that nobody of ours took."};

/// What is counted for each account.
using board =
    kpi::scorecard<touch, kpi::sales::calls, kpi::sales::conversations, abandoned_calls,
                   kpi::sales::pick_up_rate, kpi::sales::conversation_rate,
                   kpi::sales::dials_per_conversation, kpi::sales::abandon_rate, kpi::sales::talk_time,
                   kpi::sales::live_talk_time, kpi::sales::zero_second_pick_ups>;

/// No telephone can hear these: they are told by the length of a call, in seconds from pick-up to hang-up.
struct rules {
    std::uint32_t conversation{30}; ///< a call of this length was a conversation; 0: only a rep can tell
    std::uint32_t abandoned{2};     ///< a call that we ended sooner was taken by nobody
};

/// The end of a call.
struct ending {
    std::optional<std::uint64_t> talked{}; ///< milliseconds since it was picked up; empty if it was not
    bool by_us{};                          ///< we hung up, or gave up while it rang
    std::uint16_t answer{};                ///< SIP's answer: 486 is busy; 0 if there was none
    std::optional<activity> told{};        ///< what the rep said about it
};

/// The event that a call was. If a call was picked up, what the rep said comes first.
[[nodiscard]] constexpr touch event_of(const ending &end, const rules &r) noexcept {
    touch e{.kind = activity::busy, .channel = kpi::sales::medium::phone};
    if (!end.talked) {
        constexpr std::uint16_t request_timeout = 408, temporarily_unavailable = 480, cancelled = 487;
        if (end.by_us || end.answer == request_timeout || end.answer == temporarily_unavailable ||
            end.answer == cancelled)
            e.kind = activity::no_answer;
        return e;
    }
    const std::uint64_t seconds = (*end.talked + 500) / 1000;
    constexpr std::uint32_t most = 0xfffffffe;
    e.elapsed = seconds < most ? static_cast<std::uint32_t>(seconds) : most;
    if (end.told)
        e.kind = *end.told;
    else if (end.by_us && *end.talked < std::uint64_t{r.abandoned} * 1000)
        e.kind = activity::abandoned;
    else if (r.conversation != 0 && *end.talked >= std::uint64_t{r.conversation} * 1000)
        e.kind = activity::conversation;
    else
        e.kind = activity::picked_up;
    return e;
}

/// The calls of an account.
class calls {
public:
    calls() = default;
    explicit calls(const board &before) noexcept : ended_{before} {}

    void begin() noexcept { ++going_on_; }
    /// Ends a call that began.
    void end(const touch &as) noexcept {
        --going_on_;
        ended_.record(as);
    }
    /// All calls; those that go on have an unknown outcome.
    [[nodiscard]] board now() const noexcept {
        board all = ended_;
        all.record(touch{.kind = activity::call, .channel = kpi::sales::medium::phone}, going_on_);
        return all;
    }

private:
    board ended_{};
    std::uint32_t going_on_{};
};

} // namespace plugin::phone
