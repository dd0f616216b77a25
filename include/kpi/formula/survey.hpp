// SPDX-License-Identifier: MIT
#pragma once

/// What people answer when asked: the metrics of METRICS.md, section 7, that are functions of answers. One
/// answer counts for each respondent and wave, the last. An answer that is not on the scale is refused and in
/// no figure. Sources in brackets as there: HS HubSpot, OUT, + ours.

#include <kpi/core/checked.hpp>
#include <kpi/core/proportion.hpp>
#include <kpi/core/quotient.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/core/score.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <utility>

namespace kpi::inline v1::formula {

namespace detail {
/// Whether an answer in any arithmetic is this number, which T may be too narrow for.
template <amount T> [[nodiscard]] constexpr bool is(const T &answer, int whole) {
    if constexpr (std::integral<T>)
        return std::cmp_equal(+answer, whole);
    else
        return answer == static_cast<T>(whole);
}
} // namespace detail

/// The group in which an answer to "would you recommend us?" puts the respondent.
enum class nps_group : std::uint8_t { detractor, passive, promoter };

/// 0..6 a detractor, 7 and 8 a passive, 9 and 10 a promoter. Refused if it is not a whole number 0..10, be it
/// 11, -1, 9.5 or NaN. At most 11 comparisons. [HS]
template <amount T> [[nodiscard]] constexpr std::optional<nps_group> nps_group_of(const T &answer) {
    for (int whole = 0; whole <= 10; ++whole)
        if (detail::is(answer, whole))
            return whole < 7 ? nps_group::detractor : whole < 9 ? nps_group::passive : nps_group::promoter;
    return std::nullopt;
}

/// Whether an answer on a scale of 1..best counts as satisfied: `from` and all above do, by default the top
/// two of five. Refused if it is not a whole number 1..best. At most `best` comparisons. [OUT]
template <amount T>
[[nodiscard]] constexpr std::optional<bool> satisfied(const T &answer, std::uint8_t from = 4,
                                                      std::uint8_t best = 5) {
    for (int whole = 1; whole <= best; ++whole)
        if (detail::is(answer, whole)) return whole >= from;
    return std::nullopt;
}

/// 100 * (promoters - detractors) / answers, in points of -100..100; passives are in the answers. Absent
/// without an answer. [HS]
template <counter C>
[[nodiscard]] constexpr score<C> net_promoter_score(C promoters, C passives, C detractors) noexcept {
    return {promoters, detractors, saturating_add(saturating_add(promoters, passives), detractors)};
}

/// The same for staff. [+]
template <counter C>
[[nodiscard]] constexpr score<C> employee_net_promoter_score(C promoters, C passives, C detractors) noexcept {
    return net_promoter_score(promoters, passives, detractors);
}

/// CSAT: satisfied customers, of answers to this question, not of surveys sent and not of NPS answers. 0..1;
/// absent without an answer. [OUT]
template <counter C>
[[nodiscard]] constexpr proportion<C> customer_satisfaction(C satisfied, C answers) noexcept {
    return {satisfied, answers};
}

/// The mean answer of staff on a numeric scale, in its points. Absent without an answer. [HS]
template <counter C>
[[nodiscard]] constexpr ratio<C> employee_satisfaction(C sum_of_answers, C answers) noexcept {
    return {sum_of_answers, answers};
}

/// A mean answer / the goal, both in points of the scale. Not capped at 1; absent for a goal of 0. [HS]
template <amount T> [[nodiscard]] constexpr auto satisfaction_against_goal(const T &mean, const T &goal) {
    return quotient<T>(mean, goal);
}

/// One answer of the scale, of all answers; over the scale the shares sum to 1. 0..1; absent without an
/// answer. [HS]
template <counter C> [[nodiscard]] constexpr proportion<C> answer_share(C given, C answers) noexcept {
    return {given, answers};
}

/// Time since the last wave, in your unit (days). Absent for a wave that lies ahead. [HS]
template <std::integral I>
[[nodiscard]] constexpr std::optional<I> survey_age(I today, I last_wave) noexcept {
    return last_wave <= today ? checked_subtract(today, last_wave) : std::nullopt;
}

} // namespace kpi::inline v1::formula
