// SPDX-License-Identifier: MIT
#include "profile/kind_list.hpp"

#include "show/lists.hpp"
#include <kpi/core/enumerators.hpp>

#include <doctest/doctest.h>

#include <sstream>

namespace kind_list_test {

using namespace report;

TEST_CASE("every kind of the vocabulary has a group and a meaning, once") {
    kinds told;
    for (const told_kind &each : all_kinds()) {
        CAPTURE(std::string{each.name});
        CHECK_FALSE(each.group.empty());
        CHECK_FALSE(each.meaning.empty());
        CHECK(told.insert(each.kind));
    }
    CHECK(told.bits == kpi::enumerator_bits<activity>());
}

TEST_CASE("kinds are printed by group, as the vocabulary has them") {
    std::ostringstream text;
    print_kinds(text);
    CHECK(text.str().find("\nemail\n  email_sent             one email to one address\n") !=
          std::string::npos);
    CHECK(text.str().find("\n  mql                    marketing-qualified lead\n") != std::string::npos);
}

} // namespace kind_list_test
