// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/proportion.hpp>

#include <doctest/doctest.h>

#include <cstdint>

namespace kpi::test {
namespace {

constexpr bool keeps_the_counts_it_was_given() {
    const proportion deals{opaque(12u), opaque(40u)};
    expect(deals.part == 12 && deals.whole == 40);
    expect(deals.value() == 0.3 && deals.percent() == 30.0 && deals.per(1000) == 300);
    expect(deals.exact() == fraction<unsigned>{12, 40});
    expect(deals != proportion{3u, 10u}); // the same share of other evidence
    expect(compare(deals.exact(), proportion{3u, 10u}.exact()) == 0);
    return true;
}
static_assert(keeps_the_counts_it_was_given());
TEST_CASE("a proportion keeps the counts it was given") { CHECK(keeps_the_counts_it_was_given()); }

constexpr bool none_of_none_is_absent_and_none_of_some_is_zero() {
    const proportion<std::uint32_t> empty{};
    expect(!empty.has_value() && !empty.value() && !empty.percent() && !empty.per(100));
    expect(empty.coherent() && empty.complement() == empty);
    expect(proportion{opaque(0u), opaque(7u)}.value() == 0.0);
    expect(proportion{opaque(7u), opaque(7u)}.value() == 1.0);
    return true;
}
static_assert(none_of_none_is_absent_and_none_of_some_is_zero());
TEST_CASE("none of none is absent, none of some is zero") {
    CHECK(none_of_none_is_absent_and_none_of_some_is_zero());
}

constexpr bool a_part_can_outgrow_its_whole() {
    const proportion replies{opaque(3u), opaque(2u)};
    expect(!replies.coherent());
    expect(replies.value() == 1.5 && replies.per(100) == 150); // shown as it is
    expect(!replies.complement().has_value());
    const proportion wins_of_no_leads{opaque(57u), opaque(0u)};
    expect(!wins_of_no_leads.coherent() && !wins_of_no_leads.has_value());
    return true;
}
static_assert(a_part_can_outgrow_its_whole());
TEST_CASE("a part that outgrew its whole is shown as it is, and says so") {
    CHECK(a_part_can_outgrow_its_whole());
}

constexpr bool the_complement_is_the_rest() {
    const proportion won{opaque(4238u), opaque(6711u)};
    expect(won.complement() == proportion{2473u, 6711u});
    expect(won.complement().complement() == won);
    expect(proportion{opaque(std::uint8_t{1}), opaque(std::uint8_t{3})}.complement().part == 2);
    return true;
}
static_assert(the_complement_is_the_rest());
TEST_CASE("the complement is the rest of the whole") { CHECK(the_complement_is_the_rest()); }

constexpr bool knows_when_a_count_is_full() {
    using byte = std::uint8_t;
    expect(!proportion{opaque(byte{254}), opaque(byte{254})}.saturated());
    expect(proportion{opaque(byte{1}), opaque(byte{255})}.saturated());
    expect(proportion{opaque(byte{255}), opaque(byte{254})}.saturated());
    return true;
}
static_assert(knows_when_a_count_is_full());
TEST_CASE("a proportion of a full count says so") { CHECK(knows_when_a_count_is_full()); }

constexpr bool proportions_are_pooled() { // 9 of 10 and 1 of 90: 10 %, and not the mean of 90 and 1 %
    proportion p{opaque(9u), opaque(10u)};
    p += proportion{1u, 90u};
    expect(p == proportion{10u, 100u});
    proportion full{opaque(std::uint8_t{200}), opaque(std::uint8_t{201})};
    full += full;
    expect(full == proportion{std::uint8_t{255}, std::uint8_t{255}});
    return true;
}
static_assert(proportions_are_pooled());
TEST_CASE("proportions are pooled: parts over wholes, never the mean of rates") {
    CHECK(proportions_are_pooled());
}

static_assert(sizeof(proportion<std::uint32_t>) == 8);

} // namespace
} // namespace kpi::test
