// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/laws.hpp"
#include "support/opaque.hpp"
#include "support/words.hpp"
#include <kpi/scorecard/condition.hpp>
#include <kpi/scorecard/counted.hpp>

#include <doctest/doctest.h>

namespace kpi::test {
namespace {

inline constexpr only sales{"sales", "", counted{sold}};
inline constexpr only quick_sales{"quick_sales", "", counted{sold, at_most<member::elapsed>{300}}};
inline constexpr only quick_answers{"quick_answers", "",
                                    counted{open_or_sold, at_most<member::elapsed>{300}}};
inline constexpr only slower_answers{"slower_answers", "",
                                     counted{open_or_sold, at_most<member::elapsed>{301}}};

// One counter a kind and condition: two words of one condition share theirs, two conditions are two.
static_assert(sizeof(scorecard<visit, quick_sales>) == 4);
static_assert(sizeof(scorecard<visit, quick_sales, quick_answers>) == 2 * 4);
static_assert(sizeof(scorecard<visit, quick_answers, slower_answers>) == 4 * 4);
static_assert(sizeof(scorecard<visit, sales, quick_sales>) == 2 * 4);

constexpr bool a_condition_of_another_value_is_another_word() {
    scorecard<visit, sales, quick_sales, quick_answers, slower_answers> b;
    b.record({.kind = opaque(door::bought), .elapsed = 300});
    b.record({.kind = door::opened, .elapsed = 301}, 2);
    expect(b.get<sales>() == 1u && b.get<quick_sales>() == 1u);
    expect(b.get<quick_answers>() == 1u && b.get<slower_answers>() == 3u);
    return true;
}
static_assert(a_condition_of_another_value_is_another_word());
TEST_CASE("a condition of another value is another word") {
    CHECK(a_condition_of_another_value_is_another_word());
}

TEST_CASE("the word keeps the exact law, told or not") {
    keeps_its_law<live<quick_answers, visit>>(any_visit, number_of, {.runs = 20});
    keeps_its_law<live<quick_answers, quiet_visit>>(any_quiet_visit, number_of, {.runs = 20});
    takes_back_what_it_recorded<live<quick_answers, visit>>(any_visit, {.runs = 20});
    takes_back_what_it_recorded<live<quick_answers, quiet_visit>>(any_quiet_visit, {.runs = 20});
    takes_alike_events_at_once<live<quick_answers, visit>>(any_visit, {.runs = 20});
}

} // namespace
} // namespace kpi::test
