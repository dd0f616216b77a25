// SPDX-License-Identifier: MIT
#pragma once

/// Somebody else's vocabulary, as a user would bring it: selling at the door. Nothing that the library
/// tests with it may depend on the built-in activities.

#include "random.hpp"
#include <kpi/accumulator/dimension.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/proportion_metric.hpp>
#include <kpi/scorecard/ratio_metric.hpp>
#include <kpi/time/instant.hpp>

#include <cstdint>

namespace kpi::test {

enum class door : std::uint8_t { knocked, opened, bought, slammed, dog };

struct visit {
    door kind{};
    std::uint16_t street{};
    std::uint32_t number{};
    instant at{};
    std::uint32_t elapsed{};
    std::uint32_t value{};
    friend constexpr bool operator==(const visit &, const visit &) = default;
};

inline constexpr dimension street{"street", &visit::street};

inline constexpr proportion_metric<door> opened_rate{.name = "opened_rate",
                                                     .part = {door::opened, door::bought},
                                                     .whole = {door::knocked, door::opened, door::bought},
                                                     .help = "Doors opened of doors tried."};
inline constexpr ratio_metric<door> slams_per_sale{
    .name = "slams_per_sale", .a = door::slammed, .b = door::bought, .help = "Doors slammed for each sale."};
inline constexpr count_metric<door> unknown_kinds{
    .name = "unknown_kinds", .of = unlisted<door>, .help = "What no enumerator names."};

/// A condition on more than the kind.
struct in_the_first_street {
    template <class Event> static constexpr bool demanded_of() noexcept {
        static_assert(
            requires(const Event &e) { e.street; }, "this needs event.street");
        return requires(const Event &e) { e.street; };
    }
    constexpr bool operator()(const auto &e) const noexcept { return e.street == 0; }
};
inline constexpr proportion_metric<visit, in_the_first_street> opened_in_the_first_street{
    .name = "opened_in_the_first_street",
    .part = {door::opened, door::bought},
    .whole = {door::knocked, door::opened, door::bought}};

/// Any visit, including unknown kinds.
constexpr visit any_visit(random &r) {
    return {.kind = static_cast<door>(r.below(7)),
            .street = r.pick<std::uint16_t>(12),
            .number = r.pick<std::uint32_t>(40),
            .at = {static_cast<std::int64_t>(r.below(90 * 86400)) - 30 * 86400},
            .elapsed = r.pick<std::uint32_t>(100000),
            .value = r.pick<std::uint32_t>(5000)};
}

} // namespace kpi::test
