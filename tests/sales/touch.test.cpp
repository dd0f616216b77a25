// SPDX-License-Identifier: MIT
#include <kpi/core/member.hpp>
#include <kpi/sales/touch.hpp>

#include <doctest/doctest.h>

#include <type_traits>

namespace kpi::test {
namespace {

using sales::touch;

// A touch has everything that a built-in metric can ask for.
static_assert(member::at.found_in<touch> && member::rep.found_in<touch> && member::prospect.found_in<touch>);
static_assert(member::deal.found_in<touch> && member::lead.found_in<touch> &&
              member::customer.found_in<touch>);
static_assert(member::channel.found_in<touch> && member::location.found_in<touch> &&
              member::source.found_in<touch>);
static_assert(member::grade.found_in<touch> && member::product.found_in<touch> &&
              member::value.found_in<touch>);
static_assert(member::units.found_in<touch> && member::elapsed.found_in<touch> &&
              member::touches.found_in<touch>);
static_assert(member::score.found_in<touch>);
static_assert(std::is_trivially_copyable_v<touch> && sizeof(touch) == 56);

TEST_CASE("an empty touch is all zeros") { CHECK(touch{} == touch{.kind = sales::activity::conversation}); }

} // namespace
} // namespace kpi::test
