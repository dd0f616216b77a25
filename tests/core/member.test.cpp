// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/opaque.hpp"
#include <kpi/core/member.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace kpi::test {
namespace {

// Each has one member alone.
// clang-format off
struct noon { struct duration { short ticks; constexpr short count() const { return ticks; } };
              short ticks; constexpr duration time_since_epoch() const { return {ticks}; }
              friend constexpr bool operator==(noon a, int b) { return a.ticks == b; } };
struct with_at { noon at; };
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
struct with_campaign { short campaign; };
struct with_message { short message; };
struct with_whole_day { short whole_day; };
struct with_due { short due; };
struct with_stage { short stage; };
struct with_k { short k; };
struct with_again { short again; };
struct with_fresh { short fresh; };
struct with_from_first_event { short from_first_event; };
struct with_quarters { short quarters; };
struct with_pace { short pace; };
// clang-format on

/// How many of these structs an accessor is fed by.
template <class Accessor, class... Events>
constexpr int feeding = (int{Accessor::template found_in<Events>} + ...);

/// It reads its own member as it is, and finds it in no other struct.
template <class Event> constexpr bool reads(const auto &accessor, std::string_view name) {
    using accessor_type = std::remove_cvref_t<decltype(accessor)>;
    const Event e{opaque(short{7})};
    expect(accessor(e) == 7 && e.*accessor_type::template in<Event>() == 7);
    expect(accessor_type::name == name);
    static_assert(std::is_same_v<decltype(accessor(Event{})),
                                 std::remove_cvref_t<decltype(e.*accessor_type::template in<Event>())>>);
    static_assert(accessor_type::template found_in<Event> && accessor_type::template demanded_of<Event>());
    static_assert(feeding<accessor_type, with_at, with_rep, with_prospect, with_deal, with_lead,
                          with_customer, with_channel, with_location, with_source, with_grade, with_product,
                          with_value, with_units, with_elapsed, with_touches, with_score, with_campaign,
                          with_message, with_whole_day, with_due, with_stage, with_k, with_again, with_fresh,
                          with_from_first_event, with_quarters, with_pace> == 1);
    return true;
}

constexpr bool every_member_is_found_by_its_own_name() {
    return reads<with_at>(member::at, "at") && reads<with_rep>(member::rep, "rep") &&
           reads<with_prospect>(member::prospect, "prospect") && reads<with_deal>(member::deal, "deal") &&
           reads<with_lead>(member::lead, "lead") && reads<with_customer>(member::customer, "customer") &&
           reads<with_channel>(member::channel, "channel") &&
           reads<with_location>(member::location, "location") &&
           reads<with_source>(member::source, "source") && reads<with_grade>(member::grade, "grade") &&
           reads<with_product>(member::product, "product") &&
           reads<with_campaign>(member::campaign, "campaign") &&
           reads<with_message>(member::message, "message") && reads<with_value>(member::value, "value") &&
           reads<with_units>(member::units, "units") && reads<with_elapsed>(member::elapsed, "elapsed") &&
           reads<with_whole_day>(member::whole_day, "whole_day") &&
           reads<with_touches>(member::touches, "touches") && reads<with_score>(member::score, "score") &&
           reads<with_due>(member::due, "due") && reads<with_stage>(member::stage, "stage") &&
           reads<with_k>(member::k, "k") && reads<with_again>(member::again, "again") &&
           reads<with_fresh>(member::fresh, "fresh") &&
           reads<with_from_first_event>(member::from_first_event, "from_first_event") &&
           reads<with_quarters>(member::quarters, "quarters") && reads<with_pace>(member::pace, "pace");
}
static_assert(every_member_is_found_by_its_own_name());
TEST_CASE("what an event carries is found by its own name") {
    CHECK(every_member_is_found_by_its_own_name());
}

enum class road : unsigned char { unknown, phone };
struct told_or_not {
    std::optional<road> channel{};
    maybe<std::uint32_t> elapsed{};
    bool whole_day : 1 {};
};

constexpr bool a_member_may_be_optional() {
    const told_or_not e{.channel = opaque(road::phone), .elapsed = opaque(300u)}, none{};
    expect(told(member::channel(e)) && told_value(member::elapsed(e)) == 300);
    expect(!told(member::channel(none)) && !told(member::elapsed(none)));
    // What it is compared with is named by whoever demands it.
    static_assert(member::channel_member::demanded_of<told_or_not, road>());
    static_assert(member::elapsed_member::demanded_of<told_or_not, int>());
    return true;
}
static_assert(a_member_may_be_optional());
TEST_CASE("a member may be optional") { CHECK(a_member_may_be_optional()); }

template <class E>
concept lies_somewhere = requires {
    member::whole_day.in<E>();
};
static_assert(member::whole_day_member::found_in<told_or_not> && !lies_somewhere<told_or_not>); // in bits
static_assert(lies_somewhere<with_whole_day>);

} // namespace
} // namespace kpi::test
