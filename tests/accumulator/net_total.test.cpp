// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include <kpi/accumulator/net_total.hpp>

#include <doctest/doctest.h>

#include <limits>

namespace kpi::test {
namespace {

using limits = std::numeric_limits<std::int64_t>;

constexpr bool invoices_and_credit_notes() {
    net_total t;
    expect(t.value().value() == 0.0 && !t.value().saturated()); // nothing is 0
    t.record(opaque(std::int64_t{5'000'000'000}));
    t.record(opaque(std::int64_t{-7'000'000'000}), 2);
    expect(t.value() == net{5'000'000'000, 14'000'000'000});
    expect(t.value().value() == -9e9 && t.value().clamped() == -9'000'000'000);
    expect(!t.retract(-14'000'000'001) && !t.retract(5'000'000'001));
    expect(t.retract(-7'000'000'000) && t.value().per(1) == -2'000'000'000);
    t.record(limits::min());
    t.record(limits::min());
    expect(t.value().saturated() && t.value().clamped() == -limits::max());
    expect(!t.retract(-1)); // nobody knows what is missing
    return true;
}
static_assert(invoices_and_credit_notes());
TEST_CASE("invoices and credit notes") { CHECK(invoices_and_credit_notes()); }

std::int64_t any_amount(random &r) {
    const auto size = static_cast<std::int64_t>(r.pick<std::uint32_t>(1'000'000'000));
    return r.below(3) == 0 ? -size : size;
}
TEST_CASE("a net total keeps the exact law") {
    keeps_its_law<net_total>(any_amount, [](std::int64_t x) { return static_cast<std::uint32_t>(x); });
    takes_back_what_it_recorded<net_total>(any_amount);
    takes_alike_events_at_once<net_total>(any_amount);
}

} // namespace
} // namespace kpi::test
