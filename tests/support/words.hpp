// SPDX-License-Identifier: MIT
#pragma once

/// A board of one word, to check a word's law, whatever its metric makes of it.

#include "doors.hpp"
#include <kpi/core/told.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <string_view>

namespace kpi::test {

template <class Word> struct only {
    using event = door;
    std::string_view name{"only"};
    std::string_view help{};
    Word word{};
    constexpr auto observes() const { return row{word}; }
    static constexpr auto value(const auto &reading) noexcept { return reading; }
};
template <class Word> only(std::string_view, std::string_view, Word) -> only<Word>;

inline constexpr event_set<door> sold{door::bought};
inline constexpr event_set<door> open_or_sold{door::opened, door::bought};

/// A visit that may lack its value or how long it took.
struct quiet_visit {
    door kind{};
    std::uint32_t number{};
    maybe<std::uint32_t> elapsed{};
    maybe<std::uint64_t> value{};
};
constexpr quiet_visit any_quiet_visit(random &r) {
    quiet_visit v{.kind = static_cast<door>(r.below(5)), .number = r.pick<std::uint32_t>(40)};
    if (r.below(3) != 0) v.elapsed = r.pick<std::uint32_t>(1000);
    if (r.below(3) != 0) v.value = r.pick<std::uint32_t>(1000);
    return v;
}
constexpr auto number_of = [](const auto &v) { return v.number; };

} // namespace kpi::test
