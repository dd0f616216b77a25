// SPDX-License-Identifier: MIT
#include "support/rational.hpp"
#include <kpi/core/real_number.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

static_assert(real_number<float> && real_number<double> && real_number<rational>);
static_assert(!real_number<int> && !real_number<unsigned long long> && !real_number<bool>);
static_assert(!real_number<const char *>);

TEST_CASE("a rate is held by a float, a double or a number of one's own") {
    CHECK((can_hold_a_rate<float>() && can_hold_a_rate<double>() && can_hold_a_rate<rational>()));
}

} // namespace
} // namespace kpi::test
