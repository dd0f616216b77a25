// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/row.hpp>

#include <doctest/doctest.h>

#include <array>
#include <string_view>
#include <type_traits>

namespace kpi::test {
namespace {

constexpr bool values_of_different_types_in_a_row() {
    const row all{opaque(3), std::string_view{"three"}, 3.0};
    expect(all.size() == 3);
    expect(all.at<0>() == 3 && all.at<1>() == "three" && all.at<2>() == 3.0);
    const row twice{1, 1}; // the type alone does not find them
    expect(twice.at<0>() + twice.at<1>() == 2);

    int n = opaque(4);
    const row<const int &, int> seen{n, n};
    n = 5;
    expect(seen.at<0>() == 5 && seen.at<1>() == 4);

    expect(nth_of<1>(all) == "three" && nth_of<1>(std::array{7, 8}) == 8);
    return true;
}
static_assert(values_of_different_types_in_a_row());
static_assert(std::is_same_v<decltype(row{1, 2u}), row<int, unsigned>>);
TEST_CASE("values of different types in a row") { CHECK(values_of_different_types_in_a_row()); }

} // namespace
} // namespace kpi::test
