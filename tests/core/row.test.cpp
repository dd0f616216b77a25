// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/row.hpp>

#include <doctest/doctest.h>

#include <array>
#include <type_traits>

namespace kpi::test {
namespace {

struct definition {
    row<int, char> in;
};

constexpr bool values_of_different_types_stand_in_a_row() {
    const row r{opaque(7), 'x', 2.5};
    expect(r.size() == 3 && r.at<0>() == 7 && r.at<1>() == 'x' && r.at<2>() == 2.5);
    const row alike{1, opaque(2), 3};
    expect(alike.at<0>() == 1 && alike.at<1>() == 2 && alike.at<2>() == 3);
    const definition d{.in = {opaque(4), 'y'}};
    expect(d.in.at<0>() == 4 && d.in.at<1>() == 'y');
    expect(nth_of<1>(r) == 'x' && nth_of<1>(std::array{5, opaque(6)}) == 6);
    return true;
}
static_assert(values_of_different_types_stand_in_a_row());
TEST_CASE("values of different types stand in a row") { CHECK(values_of_different_types_stand_in_a_row()); }

static_assert(std::is_same_v<decltype(row{1, 'x'}), row<int, char>>);
static_assert(std::is_trivially_copyable_v<row<int, char>>);

} // namespace
} // namespace kpi::test
