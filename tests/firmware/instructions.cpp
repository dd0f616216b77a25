// SPDX-License-Identifier: MIT
// How many instructions a record and a get take, counted exactly: where each instruction takes 1024 ns of the
// emulator's time, SysTick tells them. Prints a name and a number a line; tests/firmware/check holds them to
// instructions.tsv.

#include "cortex_m.hpp"
#include "semihosting.hpp"
#include "sizes/board.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/accumulator/distinct.hpp>
#include <kpi/accumulator/mean.hpp>
#include <kpi/accumulator/over.hpp>
#include <kpi/accumulator/quantiles.hpp>
#include <kpi/concurrency/published.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/snapshot/codec.hpp>

#include <array>

kpi::proportion<std::uint32_t> read_one; // seen from elsewhere, so that it is written

namespace {

using namespace kpi;
using kpi::sales::activity;

/// Ticks as instructions: one of them is 1024 ns.
std::uint32_t instructions(std::uint32_t ticks) {
    constexpr std::uint32_t tick = 1'000'000'000u / HERTZ; // ns: 40, 50 or 62.5
    const std::uint32_t ns = HERTZ == 16'000'000u ? ticks * 125u / 2 : ticks * tick;
    return (ns + 512) / 1024;
}
template <class F> [[gnu::noinline]] std::uint32_t between_reads(F f) {
    const std::uint32_t before = firmware::systick::left();
    f();
    const std::uint32_t after = firmware::systick::left();
    return instructions((before - after) & 0xffffff);
}
template <class... Given> [[gnu::noipa]] void nothing(Given...) {}

/// What a function takes from its first instruction to its return: a call of it, less one of a function of
/// the same form that only returns. Of three times the last, when what the emulator has to translate is
/// translated.
template <class... Given> void measure(std::string_view name, void (*f)(Given...), Given... given) {
    void (*volatile const this_one)(Given...) = f;
    void (*volatile const none)(Given...) = &nothing<Given...>;
    std::uint32_t n = 0;
    for (int i = 0; i < 3; ++i) {
        const auto time = [&](auto call) { return between_reads([&] { call(given...); }); };
        n = time(this_one) - time(none) + 1;
    }
    firmware::say(name), firmware::say(' '), firmware::say(n), firmware::say('\n');
}

using sizes::call, sizes::keep, sizes::twenty;
// Of kinds that no other board here counts together: what two boards share is a function, and a call more.
inline constexpr proportion_metric<activity> won_of_opened{
    .name = "won_of_opened", .part = activity::deal_won, .whole = activity::opportunity};
live<sales::win_rate> one;
twenty many;
mean times;
quantiles<16> distribution;
distinct<64, 8> callers;
by<sales::rep, 8, live<sales::deals_won, call>> team;
over<hours<1>, 24, live<won_of_opened, call>> day;
published<live<sales::win_rate>> shown;
std::array<std::byte, snapshot::encoded_size_bound<twenty>> bytes;
call a_call{.at = {1'700'000'000u}, .kind = activity::deal_won, .rep = 3, .elapsed = 40};
proportion<std::uint32_t> share{4238, 6711};
std::size_t length;

// The functions that are counted, as a program would have them: what they work on at fixed addresses, or
// given.
[[gnu::noipa]] void record_one(activity kind) { one.record(kind); }
[[gnu::noipa]] void record_twenty(activity kind) { many.record({.kind = kind}); }
[[gnu::noipa]] void get_of_two_kinds() { read_one = one.value(); }
[[gnu::noipa]] void get_of_many_kinds() { read_one = many.get<sales::conversation_rate>(); }
[[gnu::noipa]] void record_by(const call *e) { team.record(*e); }
[[gnu::noipa]] void record_over(const call *e) { day.record(*e); }
[[gnu::noipa]] void record_mean(std::uint32_t n) { times.record(n); }
[[gnu::noipa]] void record_quantiles(std::uint32_t n) { distribution.record(n); }
[[gnu::noipa]] void record_distinct(std::uint32_t n) { callers.record(n); }
[[gnu::noipa]] void publish_one() { shown.publish(one); }
[[gnu::noipa]] void encode_twenty() { length = snapshot::encode(many, bytes).size(); }
[[gnu::noipa]] void decode_twenty() { keep(snapshot::decode(std::span{bytes}.first(length), many)); }
[[gnu::noipa]] void per_thousand() { keep(share.per(1000)); }

/// The emulator's clock is what it is taken for: n instructions count as n.
template <int N> void calibrate() {
    const auto count_of = [](auto f) { return between_reads(f); };
    count_of([] {});
    const std::uint32_t n = count_of([] {
                                __asm__ volatile(".rept %c0\n nop\n .endr" : : "i"(N));
                            }) -
                            count_of([] {});
    if (n != N) firmware::say("a miscount: "), firmware::say(n), firmware::say('\n'), firmware::stop(1);
}

} // namespace

int run() {
    firmware::systick::start(0xffffff, false);
    calibrate<1>(), calibrate<10>(), calibrate<500>();
    measure("record_of_a_board_of_one", record_one, activity::deal_won);
    measure("record_of_a_board_of_twenty", record_twenty, activity::deal_won);
    measure("record_of_a_kind_not_counted", record_one, activity::busy);
    measure("get_of_two_kinds", get_of_two_kinds);
    measure("get_of_eight_kinds", get_of_many_kinds);
    measure("per_thousand", per_thousand);
    measure("record_by", record_by, static_cast<const call *>(&a_call));
    measure("record_over", record_over, static_cast<const call *>(&a_call));
    measure("record_mean", record_mean, std::uint32_t{40});
    measure("record_quantiles", record_quantiles, std::uint32_t{40});
    measure("record_distinct", record_distinct, std::uint32_t{40});
    measure("publish_a_board_of_one", publish_one);
    measure("encode_a_board_of_twenty", encode_twenty);
    measure("decode_a_board_of_twenty", decode_twenty);
    return 0;
}
