// SPDX-License-Identifier: MIT
#pragma once

/// A sales event with everything that the built-in metrics can ask for. Any struct with `kind` and the
/// members that its own metrics need serves as well, and a smaller one is faster. The ids are yours; 0 is an
/// id like any other. Numbers that are not told are empty, not 0 (core/told.hpp).

#include <kpi/core/told.hpp>
#include <kpi/sales/activity.hpp>
#include <kpi/time/instant.hpp>

namespace kpi::inline v1::sales {

struct touch {
    instant at{};                   ///< civil time
    activity kind{};                ///< what happened
    medium channel{};               ///< how it travelled
    std::uint8_t source{};          ///< where the lead came from
    std::uint8_t grade{};           ///< how the lead is graded
    std::uint16_t rep{};            ///< who sold
    std::uint16_t location{};       ///< online is one of them
    std::uint16_t product{};        ///< what was sold
    std::uint32_t prospect{};       ///< whom it was about, before they buy
    std::uint32_t lead{};           ///< which lead; 0 is an id like any other
    std::uint32_t deal{};           ///< which deal
    std::uint32_t customer{};       ///< which customer
    maybe<std::uint32_t> value{};   ///< money, in your smallest unit
    maybe<std::uint32_t> units{};   ///< pieces sold
    maybe<std::uint32_t> elapsed{}; ///< seconds since the start that this event closes
    maybe<std::uint32_t> touches{}; ///< how many touches came before it
    maybe<std::uint32_t> score{};   ///< an answer on a numeric scale

    friend constexpr bool operator==(const touch &, const touch &) = default;
};

} // namespace kpi::inline v1::sales
