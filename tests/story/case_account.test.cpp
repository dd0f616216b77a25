// SPDX-License-Identifier: MIT
#include "support/laws.hpp"
#include <kpi/story/case_account.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

TEST_CASE("every event is in one place, and what is not right is said") {
    case_account a{.heard = 1, .alone = 2, .full = 3, .others = 4};
    CHECK(a.events() == 10);
    CHECK(!a.complete());
    a.full = 0;
    CHECK(a.complete());
    for (std::uint32_t case_account::*wrong :
         {&case_account::untaken, &case_account::split, &case_account::given_up}) {
        case_account b = a;
        b.*wrong = 1;
        CHECK(!b.complete());
        CHECK(b.events() == 7);
    }
}
TEST_CASE("accounts add up, each number by itself, and stay at their greatest") {
    case_account a{.heard = 1, .alone = 2, .full = 3, .others = 4, .untaken = 5, .split = 6, .given_up = 7};
    CHECK(fields_of(a) == std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6, 7});
    CHECK(fields_are_the_state(a));
    a += a;
    CHECK(fields_of(a) == std::vector<std::uint64_t>{2, 4, 6, 8, 10, 12, 14});
    a.heard = 0xffffffffu;
    a += case_account{.heard = 1};
    CHECK(a.heard == 0xffffffffu);
}

} // namespace
} // namespace kpi::test
