// SPDX-License-Identifier: MIT
#pragma once

/// The log by cases: as each event is read, it goes into the part of every case that it belongs to. A row
/// without an id is a case of its own, of the kind that it is about. Settlements go only to their deal: the
/// deal's story says whether they count, and they are handed on.

#include "ranks.hpp"
#include "story/act.hpp"
#include "story/labels.hpp"
#include "story/part_store.hpp"
#include "story/parts.hpp"
#include "story/record.hpp"
#include <kpi/core/event_set.hpp>

#include <cstdint>

namespace report {

using kind_set = kinds;

/// A set of kinds for each kind of case.
struct kinds_by_case {
    kind_set deals{}, leads{}, prospects{}, customers{}, reps{}, messages{};
};
/// What the stories look at, which acts they tell themselves, and which are also counted by prospect.
struct interests {
    kinds_by_case concerns, acts;
    kind_set by_prospect{};
};

class log_in_parts {
public:
    /// `names_matter` if cases go into groups: then rows are also kept for the names on them. `thread` tells
    /// cases without an id apart.
    log_in_parts(const interests &stories, bool names_matter, part_store &in, std::uint64_t thread = 0)
        : deals{in}, people{in}, customers{in}, reps{in}, messages{in}, stories_{stories},
          names_matter_{names_matter}, rows_without_id_{thread << 48} {}

    /// Enters n equal events by this rep. False if the act counts as it is: no story will tell it.
    bool enter(const act &a, std::uint32_t rep, std::uint64_t n);
    /// A deal (`opportunity`) or `customer` belongs to a lead; of several customers, to the one named last.
    void link(std::uint64_t lead, std::uint64_t with, activity kind, std::int64_t at = never);
    /// Adds what another thread has entered to this log; it stays where it is.
    void join(log_in_parts &other);
    /// Sends every record to the rank that owns its case, and lets all ranks know which kinds any has seen.
    void exchange(ranks &all, labels &said);
    void learn_kinds(ranks &all);
    /// Whether any row was of this kind.
    [[nodiscard]] bool has(activity kind) const { return seen_.contains(kind); }

    parts<linked_record> deals;
    parts<record> people; ///< leads and prospects
    parts<record> customers;
    parts<record> reps; ///< by rep and day: a rep's story tells nothing across days
    parts<record> messages;

private:
    bool enter_in_parts(const act &a, std::uint32_t rep, std::uint32_t n);

    interests stories_;
    kind_set seen_{};
    bool names_matter_;
    std::uint64_t rows_without_id_;
};

} // namespace report
