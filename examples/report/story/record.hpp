// SPDX-License-Identifier: MIT
#pragma once

/// A row in the part of one of its cases, packed: what a story may read of it, and who is named on it. A row
/// goes into a part for each kind of case that it belongs to; only a deal's row keeps the ids of the others,
/// because it links them.

#include "story/act.hpp"
#include "story/labels.hpp"
#include <kpi/core/hash.hpp>

#include <cstdint>
#include <limits>

namespace report {

/// The time of an event without a date.
inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::min();
/// ... as stories see it, and the facts that they tell of it: before any date.
inline constexpr std::int64_t undated = -125'000'000'000;
/// The time from there on is more seconds than this.
inline constexpr std::uint32_t from_no_date = 3'000'000'000;

struct record {
    std::uint64_t of{}; ///< the case
    std::int64_t at{never};
    std::int64_t value{};
    std::uint32_t labels{};
    std::uint32_t elapsed{};
    std::uint32_t units{};
    std::uint32_t n{1}; ///< a row may stand for several equal events
    activity kind{};
    std::uint8_t told : 6 {}; ///< event::told
    bool of_lead : 1 {};
    bool of_prospect : 1 {}; ///< mostly, a row of a lead is also one of a prospect with the same id
    bool whole_day : 1 {};   ///< a date without a time
    bool is_alone : 1 {};    ///< the row had no id: it is a case of its own
    bool names_only : 1 {};  ///< the story does not look at it, but it may say whose the case is
    bool links : 1 {};       ///< no event: says which case belongs to this one
    bool names_group : 1 {}; ///< no event: its names are those of a linked case
    bool of_customer : 1 {}; ///< for a lead: the customer that it becomes is known by the lead alone
    bool handed_on : 1 {};   ///< by its deal; the labels of a settlement are then those of the deal's group
    bool due_whole_day : 1 {};
    std::uint8_t ids{};       ///< orders rows that name different ids
    std::uint16_t currency{}; ///< of the value; mostly none
    std::uint16_t place{};    ///< if handed on: the place of the names on its own row (cases.hpp)

    /// For a link: the other case.
    [[nodiscard]] std::uint64_t linked() const { return static_cast<std::uint64_t>(value); }
    [[nodiscard]] bool is_event() const { return !names_only && !links && !names_group; }
};
static_assert(sizeof(record) == 48);

/// A deal's record: with the other cases that it belongs to, when it is due, and which stage it enters.
struct linked_record : record {
    std::uint64_t prospect{}, lead{}, customer{};
    std::int64_t due{};
    std::uint64_t stage{};
};
static_assert(sizeof(linked_record) == 88);

/// Which of two rows that name different ids comes first, if neither time, cause nor names tell. Ids have no
/// order of their own, so eight bits of their hash serve as one; a record keeps no more of them.
[[nodiscard]] inline std::uint8_t order_of_ids(const act &a) {
    const std::uint64_t all =
        a.prospect.value_or(0) + 3 * a.lead.value_or(0) + 5 * a.deal.value_or(0) + 7 * a.customer.value_or(0);
    return static_cast<std::uint8_t>(kpi::mix(all) >> 56);
}

[[nodiscard]] inline record record_of(const act &a, std::uint64_t id, std::uint32_t n) {
    record r;
    r.of = id, r.at = a.dated ? a.at.seconds : never, r.labels = a.labels, r.n = n, r.kind = a.kind;
    r.value = a.value.value_or(0), r.elapsed = a.elapsed.value_or(0), r.units = a.units.value_or(0);
    r.told = ((a.value.has_value() ? value_told : 0) | (a.elapsed.has_value() ? elapsed_told : 0) |
              (a.units.has_value() ? units_told : 0)) &
             63u;
    r.whole_day = a.whole_day, r.currency = a.currency, r.ids = order_of_ids(a);
    return r;
}

/// Restores the act, as far as its record tells it.
[[nodiscard]] inline act act_of(const record &r, medium channel) {
    act a;
    a.dated = r.at != never, a.whole_day = r.whole_day, a.kind = r.kind, a.channel = channel;
    a.labels = r.labels;
    a.at.seconds = a.dated ? r.at : undated;
    if (r.told & value_told) a.value = r.value, a.currency = r.currency;
    if (r.told & elapsed_told) a.elapsed = r.elapsed;
    if (r.told & units_told) a.units = r.units;
    return a;
}
[[nodiscard]] inline linked_record linked_record_of(const act &a, std::uint64_t id, std::uint32_t n) {
    linked_record r{record_of(a, id, n),    a.prospect.value_or(0), a.lead.value_or(0),
                    a.customer.value_or(0), a.due.seconds,          a.k};
    if (a.due.known) r.told = (r.told | due_told) & 63u, r.due_whole_day = a.due.whole_day;
    return r;
}
[[nodiscard]] inline act act_of(const linked_record &r, medium channel) {
    act a = act_of(static_cast<const record &>(r), channel);
    a.deal = r.of, a.prospect = id_of(r.prospect), a.lead = id_of(r.lead), a.customer = id_of(r.customer);
    if (r.told & due_told) a.due = {r.due, true, r.due_whole_day};
    a.k = static_cast<std::uint8_t>(r.stage);
    return a;
}

} // namespace report
