// SPDX-License-Identifier: MIT
#pragma once

/// A row in the part of one of its cases, packed: what a story may read of it, and who is named on it. A row
/// goes into a part for each kind of case that it belongs to; only a deal's row keeps the ids of the others,
/// for it links them.

#include "profile/event.hpp"
#include "story/labels.hpp"

#include <cstdint>
#include <limits>

namespace report {

/// The time of an event without a date.
inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::min();

struct record {
    std::uint64_t of{}; ///< the case
    std::int64_t at{never};
    std::uint64_t value{};
    std::uint32_t labels{};
    std::uint32_t elapsed{};
    std::uint32_t n{1}; ///< a row may stand for several events that are alike
    activity kind{};
    std::uint8_t told{};   ///< event::told
    bool whole_day : 1 {}; ///< a date without a time
    bool alone : 1 {};     ///< the row had no id: it is a case of its own
    bool is_link : 1 {};   ///< no event: says which other case belongs to this one
    std::uint8_t unused : 5 {};

    static constexpr bool links = false;
};
static_assert(sizeof(record) == 40);

struct linked_record : record {
    std::uint64_t prospect{}, lead{}, customer{};

    static constexpr bool links = true;
};
static_assert(sizeof(linked_record) == 64);

[[nodiscard]] inline record record_of(const event &e, std::uint64_t id, std::uint32_t labels,
                                      std::uint32_t n) {
    record r;
    r.of = id, r.at = e.dated ? e.at.seconds : never, r.value = e.value, r.labels = labels;
    r.elapsed = e.elapsed, r.n = n, r.kind = e.kind, r.told = e.told, r.whole_day = e.whole_day;
    return r;
}

/// The event again, as far as its record tells it.
[[nodiscard]] inline event event_of(const record &r, const row_labels &said) {
    event e;
    e.dated = r.at != never, e.at.seconds = e.dated ? r.at : 0, e.whole_day = r.whole_day;
    e.kind = r.kind, e.channel = said.channel, e.told = r.told;
    e.value = static_cast<std::uint32_t>(r.value), e.elapsed = r.elapsed;
    for (std::size_t part = 0; part < named_parts.size(); ++part)
        e.*named_parts[part].member = said.names[part];
    return e;
}

} // namespace report
