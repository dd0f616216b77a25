// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/member.hpp>

#include <doctest/doctest.h>

#include <type_traits>

namespace kpi::test {
namespace {

// Each has one member alone.
// clang-format off
struct with_at { short at; };
struct with_rep { short rep; };
struct with_prospect { short prospect; };
struct with_deal { short deal; };
struct with_lead { short lead; };
struct with_customer { short customer; };
struct with_channel { short channel; };
struct with_location { short location; };
struct with_source { short source; };
struct with_grade { short grade; };
struct with_product { short product; };
struct with_value { short value; };
struct with_units { short units; };
struct with_elapsed { short elapsed; };
struct with_touches { short touches; };
struct with_score { short score; };
// clang-format on

/// How many of these structs an accessor is fed by.
template <class Accessor, class... Events>
constexpr int feeding = (int{Accessor::template found_in<Events>} + ...);

/// It reads its own member as it is, and finds it in no other struct.
template <class Event> constexpr bool reads(const auto &accessor) {
    using accessor_type = std::remove_cvref_t<decltype(accessor)>;
    expect(accessor(Event{opaque(short{7})}) == 7);
    static_assert(std::is_same_v<decltype(accessor(Event{})), short>);
    static_assert(accessor_type::template found_in<Event> && accessor_type::template demanded_of<Event>());
    static_assert(feeding<accessor_type, with_at, with_rep, with_prospect, with_deal, with_lead,
                          with_customer, with_channel, with_location, with_source, with_grade, with_product,
                          with_value, with_units, with_elapsed, with_touches, with_score> == 1);
    return true;
}

constexpr bool every_member_is_found_by_its_own_name() {
    return reads<with_at>(member::at) && reads<with_rep>(member::rep) &&
           reads<with_prospect>(member::prospect) && reads<with_deal>(member::deal) &&
           reads<with_lead>(member::lead) && reads<with_customer>(member::customer) &&
           reads<with_channel>(member::channel) && reads<with_location>(member::location) &&
           reads<with_source>(member::source) && reads<with_grade>(member::grade) &&
           reads<with_product>(member::product) && reads<with_value>(member::value) &&
           reads<with_units>(member::units) && reads<with_elapsed>(member::elapsed) &&
           reads<with_touches>(member::touches) && reads<with_score>(member::score);
}
static_assert(every_member_is_found_by_its_own_name());
TEST_CASE("what an event carries is found by its own name") {
    CHECK(every_member_is_found_by_its_own_name());
}

} // namespace
} // namespace kpi::test
