// SPDX-License-Identifier: MIT
// What a telephone knows of a call's end, and the event that it becomes.

#include "baresip/phone_calls.hpp"

#include "support/expect.hpp"

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using namespace plugin::phone;

constexpr activity kind_of(const ending &end, const rules &r = {}) { return event_of(end, r).kind; }

constexpr bool an_ending_has_one_kind() {
    // Nobody picked up.
    expect(kind_of({.by_us = true}) == activity::no_answer);
    for (const std::uint16_t answer : {std::uint16_t{408}, std::uint16_t{480}, std::uint16_t{487}})
        expect(kind_of({.answer = answer}) == activity::no_answer);
    for (const std::uint16_t answer :
         {std::uint16_t{0}, std::uint16_t{404}, std::uint16_t{486}, std::uint16_t{503}, std::uint16_t{603}})
        expect(kind_of({.answer = answer}) == activity::busy);
    // Somebody did.
    expect(kind_of({.talked = 1999, .by_us = true}) == activity::abandoned);
    expect(kind_of({.talked = 2000, .by_us = true}) == activity::picked_up);
    expect(kind_of({.talked = 1999}) == activity::picked_up);
    expect(kind_of({.talked = 29999, .by_us = true}) == activity::picked_up);
    expect(kind_of({.talked = 30000, .by_us = true}) == activity::conversation);
    expect(kind_of({.talked = 30000}) == activity::conversation);
    return true;
}
static_assert(an_ending_has_one_kind());

constexpr bool rules_are_the_users() {
    expect(kind_of({.talked = 999999999}, {.conversation = 0}) == activity::picked_up);
    expect(kind_of({.talked = 0, .by_us = true}, {.abandoned = 0}) == activity::picked_up);
    expect(kind_of({.talked = 5000, .by_us = true}, {.conversation = 2, .abandoned = 9}) ==
           activity::abandoned);
    return true;
}
static_assert(rules_are_the_users());

constexpr bool the_rep_knows_better_where_somebody_picked_up() {
    expect(kind_of({.talked = 100, .by_us = true, .told = activity::voicemail}) == activity::voicemail);
    expect(kind_of({.talked = 60000, .told = activity::operator_reached}) == activity::operator_reached);
    expect(kind_of({.by_us = true, .told = activity::voicemail}) == activity::no_answer);
    return true;
}
static_assert(the_rep_knows_better_where_somebody_picked_up());

constexpr bool seconds_are_rounded_and_untold_where_nobody_picked_up() {
    expect(event_of({.talked = 1499}, {}).elapsed == 1u);
    expect(event_of({.talked = 1500}, {}).elapsed == 2u);
    expect(event_of({.talked = std::uint64_t{5000000000} * 1000}, {}).elapsed == 0xfffffffeu);
    expect(event_of({.answer = 486}, {}).elapsed == kpi::maybe<std::uint32_t>{});
    return true;
}
static_assert(seconds_are_rounded_and_untold_where_nobody_picked_up());

TEST_CASE(
    "phone calls: a call is counted while it goes on, with an unknown outcome, and then as what it was") {
    calls made;
    made.begin(), made.begin();
    CHECK(made.now().get<sales::calls>().n == 2);
    CHECK(made.now().get<sales::pick_up_rate>().whole == 0);

    made.end(event_of({.talked = 61000}, {}));
    CHECK(made.now().get<sales::calls>().n == 2);
    CHECK(made.now().get<sales::conversations>().n == 1);
    CHECK(made.now().get<sales::pick_up_rate>() == proportion<std::uint32_t>{1, 1});
    CHECK(made.now().get<sales::talk_time>() == mean_value{61, 1});

    const calls after_a_crash{made.now()};
    CHECK(after_a_crash.now() == made.now());
    made.end(event_of({.answer = 486}, {}));
    CHECK(made.now().get<sales::pick_up_rate>() == proportion<std::uint32_t>{1, 2});
    CHECK(after_a_crash.now().get<sales::calls>().n == 2);
}

} // namespace
} // namespace kpi::test
