// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/state.hpp>
#include <kpi/story/pairing.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

static_assert(sizeof(pairing) == 7 * 4);

constexpr pairing some() {
    return {.paired = opaque(1u),
            .repeated = 20,
            .unstarted = 300,
            .backwards = 4000,
            .full = 50000,
            .given_up = 600000,
            .others = 7000000};
}

constexpr bool a_pair_is_two_events_and_all_else_is_one() {
    expect(pairing{}.events() == 0);
    expect(some().events() == 7654321 + 1);
    const pairing most{~0u, ~0u, ~0u, ~0u, ~0u, ~0u, opaque(~0u)};
    expect(most.events() == 8 * std::uint64_t{~0u}); // beyond 32 bits
    return true;
}
static_assert(a_pair_is_two_events_and_all_else_is_one());
TEST_CASE("a pair is two events, and all else is one") { CHECK(a_pair_is_two_events_and_all_else_is_one()); }

constexpr bool accounts_add_up_and_stop_at_the_end() {
    pairing a = some();
    a += some();
    expect(a.events() == 2 * some().events() && a.full == 100000);
    a += pairing{};
    expect(a.events() == 2 * some().events());
    a += pairing{.others = ~0u - 1};
    expect(a.others == ~0u && a.given_up == 1200000);
    return true;
}
static_assert(accounts_add_up_and_stop_at_the_end());
TEST_CASE("accounts add up, and stop at the end of 32 bits") { CHECK(accounts_add_up_and_stop_at_the_end()); }

constexpr bool fields_are_the_whole_account() {
    std::uint32_t sum = 0;
    const pairing all = some();
    visit_fields(all, [&](const std::uint32_t &n) { sum += n; });
    expect(sum == 7654321);
    pairing cleared = some();
    visit_fields(cleared, [](std::uint32_t &n) { n = 0; });
    expect(cleared == pairing{});
    return true;
}
static_assert(fields_are_the_whole_account());
TEST_CASE("fields are the whole account") { CHECK(fields_are_the_whole_account()); }

} // namespace
} // namespace kpi::test
