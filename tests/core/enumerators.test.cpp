// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/enumerators.hpp>

#include <doctest/doctest.h>

enum class in_no_namespace : unsigned char { knocked, opened };
enum in_no_scope : unsigned char { shut, ajar };
namespace {
enum class in_this_file_alone : unsigned char { knocked, opened };
}

namespace kpi::test {

namespace elsewhere {
enum class gate : unsigned char { shut, ajar };
}

namespace {

enum class door : unsigned char { knocked, opened = 2, bought, last = 63, beyond = 64 };
struct house {
    enum class room : int { kitchen, hall };
};
template <int Floor> struct flat {
    enum class room : int { kitchen, hall };
};
enum class from_one : unsigned char { knocked = 1, opened };
enum without_a_fixed_type { first, second };
static_assert(named_enum<door> && named_enum<in_no_scope> && !named_enum<without_a_fixed_type> &&
              !named_enum<int>);

constexpr bool an_enumerator_has_its_name() {
    expect(name_of(opaque(door::knocked)) == "knocked" && name_of(opaque(door::opened)) == "opened");
    expect(name_of(opaque(door::bought)) == "bought" && name_of(opaque(door::last)) == "last");
    return true;
}
static_assert(an_enumerator_has_its_name());
TEST_CASE("an enumerator has its name") { CHECK(an_enumerator_has_its_name()); }

constexpr bool other_values_have_none() {
    expect(name_of(opaque(static_cast<door>(1))).empty() && name_of(opaque(static_cast<door>(62))).empty());
    expect(name_of(opaque(door::beyond)).empty() && name_of(opaque(static_cast<door>(255))).empty());
    expect(name_of(opaque(static_cast<house::room>(-1))).empty());
    return true;
}
static_assert(other_values_have_none());
TEST_CASE("a value that is no enumerator below 64 has an empty name") { CHECK(other_values_have_none()); }

constexpr bool a_name_leads_back() {
    expect(enumerator<door>("opened") == door::opened && enumerator<door>("last") == door::last);
    expect(!enumerator<door>("") && !enumerator<door>("Opened") && !enumerator<door>("open") &&
           !enumerator<door>("openedx"));
    expect(!enumerator<door>("beyond"));
    return true;
}
static_assert(a_name_leads_back());
TEST_CASE("a name leads back to its enumerator") { CHECK(a_name_leads_back()); }

constexpr bool the_enumerators_are_known() {
    expect(enumerator_bits<door>() == ((1ull << 63) | 0b1101));
    expect(enumerator_bits<house::room>() == 0b11 && enumerator_bits<from_one>() == 0b110);
    return true;
}
static_assert(the_enumerators_are_known());
TEST_CASE("which values are enumerators is known") { CHECK(the_enumerators_are_known()); }

constexpr bool an_enumeration_may_live_anywhere() {
    expect(name_of(opaque(in_no_namespace::opened)) == "opened" && name_of(opaque(ajar)) == "ajar");
    expect(name_of(opaque(house::room::hall)) == "hall" && name_of(opaque(flat<3>::room::hall)) == "hall");
    expect(name_of(opaque(elsewhere::gate::ajar)) == "ajar" && enumerator_bits<elsewhere::gate>() == 0b11);
    expect(name_of(opaque(in_this_file_alone::opened)) == "opened");
    expect(enumerator_bits<in_no_namespace>() == 0b11 && enumerator_bits<in_this_file_alone>() == 0b11);
    expect(enumerator_bits<in_no_scope>() == 0b11 && enumerator_bits<flat<3>::room>() == 0b11);
    return true;
}
static_assert(an_enumeration_may_live_anywhere());
TEST_CASE("an enumeration may live anywhere: in no namespace, in a class, in one file alone") {
    CHECK(an_enumeration_may_live_anywhere());
}

} // namespace
} // namespace kpi::test
