// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/sales/bookkeeping.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::entry;

constexpr bool what_is_due_is_the_whole() {
    live<sales::on_time_payment_share> paid;
    paid.record(entry::invoice_paid_on_time, opaque(7u));
    paid.record(entry::invoice_paid_late, 2);
    paid.record(entry::invoice_unpaid);
    expect(paid.value() == proportion<std::uint32_t>{7, 10});
    live<sales::record_completeness> filled;
    filled.record(entry::record_complete, opaque(3u));
    filled.record(entry::record_incomplete);
    expect(filled.value().per(100) == 75);
    live<sales::issue_resolution_rate> issues;
    issues.record(entry::issue_solved, opaque(9u));
    issues.record(entry::issue_unsolved);
    expect(issues.value().per(10) == 9);
    return true;
}
static_assert(what_is_due_is_the_whole());
TEST_CASE("what is due is the whole, paid or not") { CHECK(what_is_due_is_the_whole()); }

} // namespace
} // namespace kpi::test
