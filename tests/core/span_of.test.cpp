// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/span_of.hpp>

#include <doctest/doctest.h>

#include <array>
#include <concepts>
#include <list>
#include <span>
#include <vector>

namespace kpi::test {
namespace {

static_assert(contiguous<std::array<int, 3>> && contiguous<std::vector<int>> && contiguous<int[3]>);
static_assert(contiguous<std::span<int>> && contiguous<std::span<const int, 3>>);
static_assert(!contiguous<std::list<int>> && !contiguous<int>);
static_assert(std::same_as<element_of<std::array<const int, 3>>, int>);
static_assert(std::same_as<decltype(span_of(std::declval<std::array<int, 3> &>())), std::span<const int>>);

constexpr bool any_contiguous_range_is_the_same_span() {
    const std::array values{opaque(1), opaque(2), opaque(3)};
    const int array[]{1, 2, 3};
    std::array<int, 3> mutable_values = values;
    expect(span_of(values).data() == values.data() && span_of(values).size() == 3);
    expect(span_of(array).data() == array && span_of(array).size() == 3);
    expect(span_of(std::span{mutable_values}.first<2>()).size() == 2);
    expect(span_of(std::span<int>{}).empty());
    return true;
}
static_assert(any_contiguous_range_is_the_same_span());
TEST_CASE("any contiguous range is the same span") {
    CHECK(any_contiguous_range_is_the_same_span());
    const std::vector<int> values{1, 2, 3};
    CHECK(span_of(values).data() == values.data());
}

} // namespace
} // namespace kpi::test
