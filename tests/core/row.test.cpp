// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/row.hpp>

#include <doctest/doctest.h>

#include <array>
#include <concepts>
#include <cstdint>

namespace kpi::test {
namespace {

constexpr bool each_place_keeps_its_type_and_value() {
    const row mixed{opaque(7), opaque(std::uint8_t{8}), opaque(true), opaque(9)};
    static_assert(std::same_as<decltype(mixed), const row<int, std::uint8_t, bool, int>>);
    static_assert(std::same_as<decltype(mixed.at<1>()), std::uint8_t>);
    expect(mixed.size() == 4 && row{}.size() == 0);
    expect(mixed.at<0>() == 7 && mixed.at<1>() == 8 && mixed.at<2>() && mixed.at<3>() == 9);
    return true;
}
static_assert(each_place_keeps_its_type_and_value());
TEST_CASE("each place of a row keeps its type and its value") {
    CHECK(each_place_keeps_its_type_and_value());
}

constexpr bool the_nth_of_a_row_and_of_an_array() {
    const row<int, bool> mixed = {opaque(7), opaque(true)};
    const std::array alike{opaque(7), opaque(8)};
    expect(nth_of<0>(mixed) == 7 && nth_of<1>(mixed));
    expect(nth_of<0>(alike) == 7 && nth_of<1>(alike) == 8);
    return true;
}
static_assert(the_nth_of_a_row_and_of_an_array());
TEST_CASE("the n-th is read alike of a row and of an array") { CHECK(the_nth_of_a_row_and_of_an_array()); }

template <std::size_t I, class Row>
concept has_place = requires(const Row &r) {
    r.template at<I>();
};
static_assert(has_place<1, row<int, bool>> && !has_place<2, row<int, bool>> && !has_place<0, row<>>);

} // namespace
} // namespace kpi::test
