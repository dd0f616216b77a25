// SPDX-License-Identifier: MIT
#include "profile/nearest.hpp"

#include <doctest/doctest.h>

#include <array>

namespace nearest_test {

using report::edit_distance;
using report::suggestion;

TEST_CASE("the distance counts letters put in, taken out, replaced or swapped") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("abc", "") == 3);
    CHECK(edit_distance("kind", "knd") == 1);
    CHECK(edit_distance("kind", "kidn") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
    CHECK(edit_distance("Deal", "deal") == 0);
}

TEST_CASE("the nearest names are suggested, the nearest first; all of them where none is near") {
    constexpr std::array<std::string_view, 4> names{"deal_won", "deal_lost", "calls", "mql"};
    CHECK(suggestion("deal_wonn", names) == ", did you mean \"deal_won\" or \"deal_lost\"?");
    CHECK(suggestion("call", names) == ", did you mean \"calls\"?");
    CHECK(suggestion("zzz", names) == "; valid are: deal_won, deal_lost, calls, mql");
    CHECK(suggestion(std::string(100'000, 'x'), names) == "; valid are: deal_won, deal_lost, calls, mql");
    CHECK(suggestion("x", {}).empty());
}

} // namespace nearest_test
