// SPDX-License-Identifier: MIT
#include "support/sales_rows.hpp"
#include <kpi/sales/case_of.hpp>
#include <kpi/sales/contracts.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

using sales::activity;
using sales::outcome;
using customer = sales::case_of<member::customer, &sales::fact::customer>;

constexpr customer somebody = [] {
    customer c;
    c.id = std::uint64_t{7};
    return c;
}();

TEST_CASE("a renewal is of the last contract that fell due, or of the next one if it came early") {
    told_log log;
    sales::contracts s;
    const auto due = [&](std::uint8_t day) {
        s.fall_due(on(day, 10, activity::renewal_due, 100), moment_at(march(day, 10)), somebody, log);
    };
    const auto renew = [&](std::uint8_t day) {
        s.renew(on(day, 10, activity::renewed, 90), moment_at(march(day, 10)), somebody, log);
    };
    due(1), due(2), renew(5), renew(6), due(8), due(9);
    CHECK(fields_are_the_state(s));
    auto renewed = log.left<sales::fact>();
    std::erase_if(renewed, [](const auto &f) { return f.kind != outcome::contract_renewed; });
    REQUIRE(renewed.size() == 2);
    CHECK(renewed[0].at == march(2, 10));
    CHECK_FALSE(renewed[0].again);
    CHECK(renewed[1].at == march(8, 10));
    CHECK(renewed[1].before == march(2, 10));
    CHECK(renewed[1].value == 90u);
}
TEST_CASE("a renewal of nobody is counted where it stands") {
    told_log log;
    sales::contracts s;
    s.renew(on(5, 10, activity::renewed, 90), moment_at(march(5, 10)), customer{}, log);
    REQUIRE(log.left<sales::fact>().size() == 1);
    CHECK(log.left<sales::fact>()[0].at == march(5, 10));
}

} // namespace
} // namespace kpi::test
