// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/bounds.hpp>
#include <kpi/core/proportion.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

constexpr bool bounds_that_meet_are_certain() {
    expect(bounds<unsigned>{opaque(3u), opaque(3u)}.certain());
    expect(!bounds<unsigned>{opaque(3u), opaque(4u)}.certain());
    expect(bounds<proportion<unsigned>>{{1, 2}, {opaque(1u), 2}}.certain());
    expect(bounds<unsigned>{} == bounds<unsigned>{0, opaque(0u)});
    return true;
}
static_assert(bounds_that_meet_are_certain());
TEST_CASE("a figure whose bounds meet is known") { CHECK(bounds_that_meet_are_certain()); }

} // namespace
} // namespace kpi::test
