// SPDX-License-Identifier: MIT
#include "support/laws.hpp"
#include "support/shop.hpp"
#include <kpi/sales/touch.hpp>
#include <kpi/story/kept.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <optional>

namespace kpi::test {
namespace {

struct ticket {
    std::chrono::sys_time<std::chrono::milliseconds> at{};
    step kind{};
    std::optional<std::uint16_t> rep{};
    std::int32_t value{};
    float elapsed{};
};

TEST_CASE("a kept act is led to by its fields, whatever its members are") {
    random r{3};
    for (int i = 0; i < 100; ++i) {
        const kept<errand> k{any_errand(r)};
        CHECK(fields_are_the_state(k));
    }
    const kept<sales::touch> t{{.at = {-5}, .kind = sales::activity::deal_won, .rep = 7, .value = 80}};
    CHECK(fields_are_the_state(t));
    CHECK(fields_are_the_state(kept<step>{step::paid}));
    CHECK(empty_is_zero_bits<kept<sales::touch>>());
}
TEST_CASE("a plain value of 0 says nothing; one that can be untold says 0") {
    CHECK_FALSE(value_in(sales::touch{}).has_value());
    CHECK(value_in(sales::touch{.value = 3}) == 3u);
    CHECK(value_in(errand{.value = 0}) == 0u);
    CHECK_FALSE(value_in(step::paid).has_value());
}
TEST_CASE("only an elapsed that can be untold is a row's own") {
    CHECK(elapsed_in(errand{.elapsed = 5}) == 5u);
    CHECK_FALSE(elapsed_in(errand{}).has_value());
    CHECK_FALSE(elapsed_in(ticket{.elapsed = 5}).has_value());
}
TEST_CASE("an act is told its time in the type of its own member") {
    CHECK(timed_act(errand{}, 300u, true).elapsed == 300);
    CHECK(timed_act(errand{}, 300u, true).whole_day);
    CHECK_FALSE(timed_act(errand{.elapsed = 5}, {}, false).elapsed.has_value());
    CHECK(timed_act(ticket{}, 300u, false).elapsed == 300.0f);
    struct narrow {
        step kind{};
        std::uint8_t elapsed{};
    };
    CHECK(timed_act(narrow{}, 300u, false).elapsed == 255);
    CHECK(timed_act(narrow{.elapsed = 9}, {}, false).elapsed == 9);
}

} // namespace
} // namespace kpi::test
