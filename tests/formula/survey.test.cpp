// SPDX-License-Identifier: MIT
#include "support/expect.hpp"
#include "support/literals.hpp"
#include <kpi/formula/survey.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <limits>

namespace kpi::test {
namespace {

using namespace formula;

/// The score of single answers; those refused are in no figure.
template <class T, std::size_t N> constexpr score<std::uint32_t> score_of(const std::array<T, N> &answers) {
    std::array<std::uint32_t, 3> group{};
    for (const T &answer : answers)
        if (const auto g = nps_group_of(opaque(answer))) ++group[static_cast<std::size_t>(*g)];
    return net_promoter_score(group[2], group[1], group[0]);
}

constexpr bool the_score_is_from_counts() {
    expect(exactly(net_promoter_score(6_n, 2_n, 2_n)) == rational{40});      // C1
    expect(exactly(score_of(std::array{6, 7, 8, 9})) == rational{0});        // C2
    expect(exactly(net_promoter_score(2_n, 2_n, 3_n)) == rational{-100, 7}); // C3: not 29 - 43
    expect(net_promoter_score(2_n, 2_n, 3_n).per(1000) == -143);
    expect(exactly(net_promoter_score(333_n, 333_n, 334_n)) == rational{-1, 10});    // C4
    expect(exactly(net_promoter_score(0_n, 0_n, 5_n)) == rational{-100});            // C5
    expect(!net_promoter_score(0_n, 0_n, 0_n).has_value());                          // C6
    expect(exactly(employee_net_promoter_score(3_n, 4_n, 5_n)) == rational{-50, 3}); // C8
    return true;
}
static_assert(the_score_is_from_counts());
TEST_CASE("C1 to C6, C8: the score is from counts, never from rounded percents") {
    CHECK(the_score_is_from_counts());
}

constexpr bool an_answer_off_the_scale_is_refused() {
    expect(!nps_group_of(opaque(11))); // C7
    expect(!nps_group_of(opaque(-1)));
    expect(!nps_group_of(opaque(256)));
    expect(!nps_group_of(opaque(9.5)));
    expect(!nps_group_of(opaque(-0.5f)));
    expect(!nps_group_of(opaque(10.0000001)));
    expect(!nps_group_of(opaque(std::numeric_limits<double>::quiet_NaN())));
    expect(!nps_group_of(opaque(std::numeric_limits<float>::infinity())));
    expect(!nps_group_of(19_q / 2_q));
    expect(!score_of(std::array{11, -1}).has_value());
    expect(exactly(score_of(std::array{11, 9})) == rational{100});
    return true;
}
static_assert(an_answer_off_the_scale_is_refused());
TEST_CASE("C7: an answer that is no whole number 0..10 is refused") {
    CHECK(an_answer_off_the_scale_is_refused());
}

constexpr bool each_answer_has_its_group() {
    for (int answer = 0; answer <= 10; ++answer) {
        const auto group = answer <= 6   ? nps_group::detractor
                           : answer <= 8 ? nps_group::passive
                                         : nps_group::promoter;
        expect(nps_group_of(opaque(answer)) == group);
        expect(nps_group_of(opaque(static_cast<std::uint8_t>(answer))) == group);
        expect(nps_group_of(opaque(static_cast<float>(answer))) == group);
        expect(nps_group_of(opaque(rational{answer})) == group);
    }
    return true;
}
static_assert(each_answer_has_its_group());
TEST_CASE("each answer 0..10 has its group, in any arithmetic") { CHECK(each_answer_has_its_group()); }

constexpr bool satisfied_customers_of_answers() {
    expect(exactly(customer_satisfaction(42_n, 50_n)) ==
           rational{21, 25}); // C11: of answers, not of 200 surveys
    std::uint32_t yes = 0, answers = 0;
    for (const int answer : {5, 4, 4, 3, 1}) {
        const auto is = satisfied(opaque(answer));
        answers += is.has_value();
        yes += is.value_or(false);
    }
    expect(exactly(customer_satisfaction(yes, answers)) == rational{3, 5}); // C12
    expect(!satisfied(opaque(0)) && !satisfied(opaque(6)) && !satisfied(opaque(4.5)));
    expect(!satisfied(opaque(std::int8_t{-1}), 200, 255)); // no 255 in 8 bits with a sign
    expect(!satisfied(opaque(std::int8_t{-56}), 200, 255) && satisfied(opaque(200), 200, 255) == true);
    expect(satisfied(opaque(std::int8_t{5}), 4, 5) == true && !satisfied(opaque(-1)));
    expect(satisfied(opaque(7), 6, 7) == true && satisfied(opaque(5), 6, 7) == false);
    expect(!customer_satisfaction(0_n, 0_n).has_value());
    return true;
}
static_assert(satisfied_customers_of_answers());
TEST_CASE("C11, C12: satisfied customers, of answers") { CHECK(satisfied_customers_of_answers()); }

constexpr bool staff_answer_too() {
    const auto mean = employee_satisfaction(4_n + 5_n + 3_n + 4_n, 4_n);
    expect(exactly(mean) == rational{4});                                           // C9
    expect(satisfaction_against_goal(*exactly(mean), 9_q / 2_q) == rational{8, 9}); // C10
    expect(!satisfaction_against_goal(4_q, 0_q) && !satisfaction_against_goal(4_n, 0_n).has_value());
    expect(!employee_satisfaction(0_n, 0_n).has_value());
    expect(exactly(answer_share(3_n, 17_n)) == rational{3, 17});
    return true;
}
static_assert(staff_answer_too());
TEST_CASE("C9, C10: staff answer too, against a goal") { CHECK(staff_answer_too()); }

constexpr bool a_survey_ages() {
    expect(survey_age(opaque(200), opaque(80)) == 120);
    expect(survey_age(200_n, 200_n) == 0u);
    expect(!survey_age(80_n, 200_n)); // the wave lies ahead
    expect(!survey_age(opaque(std::numeric_limits<int>::max()), opaque(-1)));
    return true;
}
static_assert(a_survey_ages());
TEST_CASE("a survey ages from its last wave") { CHECK(a_survey_ages()); }

} // namespace
} // namespace kpi::test
