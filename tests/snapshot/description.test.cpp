// SPDX-License-Identifier: MIT
#include "snapshot/states.hpp"
#include <kpi/snapshot/description.hpp>
#include <kpi/snapshot/schema.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

template <class A, class B> inline constexpr bool alike = snapshot::schema<A> == snapshot::schema<B>;

enum class window : std::uint8_t { knocked };
struct seen_at_home {
    std::uint32_t n{};
    static constexpr void fields(auto &self, auto &&visit) { visit(self.n); }
};
struct seen_at_work : seen_at_home {};

TEST_CASE("a type that does not describe itself is told by its name and the widths of its fields") {
    CHECK_FALSE(alike<seen_at_home, seen_at_work>);
    CHECK(snapshot::detail::type_name<seen_at_home>() == "seen_at_home");
    CHECK(snapshot::detail::type_name<mean>() == "mean");
    CHECK(snapshot::detail::type_name<by_street>() == "by");
    const auto lambda = [](int) {};
    CHECK(snapshot::detail::type_name<decltype(lambda)>().empty());
    CHECK_FALSE(alike<tally<door, knocks>, tally<window, event_set<window>{window::knocked}>>);
}

TEST_CASE("kinds and types that are put together at run time are told as those that the compiler knows") {
    snapshot::description known, made;
    known(std::type_identity<tally<door, knocks>>{});
    made.group("tally", [&] {
        made.kinds("door", knocks.bits, knocks.unlisted,
                   [&](std::size_t kind) { made(name_of(static_cast<door>(kind))); });
        made(sizeof(std::uint32_t));
    });
    CHECK(made.hash() == known.hash());
}

} // namespace
} // namespace kpi::test
