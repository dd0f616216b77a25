// SPDX-License-Identifier: MIT
#pragma once

/// An event as the library's stories and boards read it: whatever the row does not tell is empty, not zero.
/// Its names are one number (labels.hpp), so that a story's facts still say who was named on the row.

#include "profile/event.hpp"
#include <kpi/core/told.hpp>
#include <kpi/story/kept.hpp>
#include <kpi/story/moment.hpp>
#include <kpi/time/instant.hpp>

#include <cstdint>

namespace report {

struct act {
    kpi::instant at{};
    activity kind{};
    medium channel{};
    bool whole_day{};
    bool dated{};             ///< `at` is meaningful
    std::uint8_t k{};         ///< the stage that its deal enters, from 1
    std::uint16_t currency{}; ///< of the value, by its number
    std::uint32_t labels{};
    kpi::maybe<std::int64_t> value{};
    kpi::maybe<std::uint32_t> units{};
    kpi::maybe<std::uint32_t> elapsed{};
    kpi::maybe<std::uint32_t> touches{};
    kpi::maybe<std::uint32_t> score{};
    kpi::maybe<std::uint64_t> prospect{}, lead{}, deal{}, customer{}, message{};
    kpi::moment due{};

    friend constexpr bool operator==(const act &, const act &) = default;

    static constexpr void fields(auto &self, auto &&visit) noexcept {
        visit(self.at.seconds), visit(self.labels), visit(self.currency), visit(self.whole_day),
            visit(self.dated), visit(self.k);
        const auto rest = [&](auto &...members) { (kpi::detail::visit_member(members, visit), ...); };
        rest(self.kind, self.channel, self.value, self.units, self.elapsed, self.touches, self.score);
        rest(self.prospect, self.lead, self.deal, self.customer, self.message, self.due);
    }
};

/// 0 is no id.
[[nodiscard]] constexpr kpi::maybe<std::uint64_t> id_of(std::uint64_t hash) {
    return hash != 0 ? kpi::maybe<std::uint64_t>{hash} : kpi::maybe<std::uint64_t>{};
}

[[nodiscard]] inline act act_of(const event &e, std::uint32_t labels) {
    act a;
    a.dated = e.dated, a.whole_day = e.whole_day, a.kind = e.kind, a.channel = e.channel, a.labels = labels;
    if (e.dated) a.at = e.at;
    if (e.told & value_told) a.value = e.value, a.currency = static_cast<std::uint16_t>(e.currency);
    if (e.told & units_told) a.units = e.units;
    if (e.told & elapsed_told) a.elapsed = e.elapsed;
    if (e.told & touches_told) a.touches = e.touches;
    if (e.told & score_told) a.score = e.score;
    if (e.told & due_told) a.due = {e.due, true, e.due_whole_day};
    a.k = e.stage;
    a.prospect = id_of(e.prospect), a.lead = id_of(e.lead), a.deal = id_of(e.deal),
    a.customer = id_of(e.customer), a.message = id_of(e.message);
    return a;
}

} // namespace report
