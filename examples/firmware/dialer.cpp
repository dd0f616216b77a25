// SPDX-License-Identifier: MIT
// A dialer's call counters. Each line reports how its calls end, in an interrupt. The main loop reads the
// counters while they count, keeps them in flash, and prints a report in whole numbers. Halfway through, the
// power fails once, and what was kept is there again.

#include "cortex_m.hpp"
#include "counters.hpp"
#include "memory.hpp"
#include "semihosting.hpp"
#include <kpi/concurrency/published.hpp>
#include <kpi/snapshot/store.hpp>

namespace {

using namespace firmware;
using kpi::sales::activity;

// The interrupt's own counters, and the copy that it shows.
counters counted;
kpi::published<counters> shown;
volatile std::uint32_t events;

/// The made-up end of a call on a line: numbers that look random and are the same in every run.
call next_call() {
    static std::uint32_t random = 1;
    random = random * 1664525u + 1013904223u;
    constexpr activity outcomes[]{activity::conversation, activity::no_answer,        activity::voicemail,
                                  activity::no_answer,    activity::operator_reached, activity::busy,
                                  activity::conversation, activity::abandoned};
    return {.at = {1'700'000'000u + events * 20u},
            .kind = outcomes[random >> 29],
            .line = static_cast<std::uint8_t>(random >> 20 & 3u),
            .elapsed = random >> 10 & 0xffu};
}

using keeper = kpi::snapshot::store<firmware::memory, counters, 3, 2048>; // slots for the life of the product
constexpr std::uint32_t events_before_the_cut = 500, events_in_all = 1200, events_between_saves = 100;

/// A rate in tenths of a percent: 63.2 %.
void say_percent(const auto &rate) {
    if (!rate.has_value()) return say("    -  ");
    const auto tenths = static_cast<std::uint32_t>(*rate.per(1000));
    say(tenths / 10), say('.'), say(tenths % 10), say(" %");
}

void report(const counters &c) {
    say("line  calls  picked up  conversations  abandoned  talk\n");
    const auto row = [](const board &b) {
        say("     "), say(b.get<kpi::sales::calls>().n), say("    ");
        say_percent(b.get<kpi::sales::pick_up_rate>()), say("    ");
        say_percent(b.get<kpi::sales::conversation_rate>()), say("    ");
        say_percent(b.get<kpi::sales::abandon_rate>()), say("    ");
        if (const auto talk = b.get<talk_time>().per(1)) say(static_cast<std::uint32_t>(*talk)), say(" s");
        say('\n');
    };
    c.of<by_line>().for_each(
        [&](std::size_t number, const board &b) { say(static_cast<std::uint32_t>(number)), row(b); });
    say("all"), row(c.of<by_line>().total());
    say("picked up by the hour:");
    const kpi::basic_instant<std::uint32_t> now{1'700'000'000u + events * 20u};
    for (std::uint32_t ago = 6; ago-- > 0;) {
        say(' ');
        if (const auto *const hour = c.of<hourly>().ago(ago, now)) say_percent(hour->value());
    }
    say('\n');
}

} // namespace

extern "C" void on_systick() {
    if (events == events_in_all) return;
    counted.record(next_call());
    events = events + 1;
    shown.publish(counted);
}

int run() {
    static firmware::memory flash;
    static keeper kept;

    const auto found = kept.load(flash, counted);
    const std::uint32_t before = counted.of<by_line>().total().get<kpi::sales::calls>().n;
    say("kept: "), say(kpi::snapshot::name_of(found)), say(", "), say(before), say(" calls\n");
    const bool second_start = found == kpi::snapshot::status::ok;
    events = before;

    firmware::systick::start(50'000);
    for (std::uint32_t saved = events; events < events_in_all;) {
        firmware::wait_for_interrupt();
        if (!second_start && events >= events_before_the_cut + 7) firmware::reset_now();
        if (events - saved < events_between_saves) continue;
        saved = events;
        if (!kept.save(flash, shown.read())) return 1;
    }
    firmware::systick::stop();

    const counters now = shown.read();
    report(now);
    const std::uint32_t all = now.of<by_line>().total().get<kpi::sales::calls>().n;
    return second_start && before >= events_before_the_cut && all == events_in_all &&
                   now.of<hourly>().seen() == all
               ? 0
               : 1;
}
