// SPDX-License-Identifier: MIT
#pragma once

/// The log by cases: each event goes, as it is read, into the part of every case that it belongs to. A row
/// without an id is a case of its own, of the kind that it is about. Settlements go to their deal alone: the
/// deal's story says whether they count, and hands them on.

#include "story/labels.hpp"
#include "story/parts.hpp"
#include "story/record.hpp"
#include <kpi/core/event_set.hpp>

#include <cstdint>

namespace report {

using kind_set = kpi::event_set<activity>;

/// Which kinds the stories of each kind of case look at.
struct concerns {
    kind_set deals, leads, prospects, customers, reps;
};

class log_in_parts {
public:
    /// `names_matter` where the cases go into groups: then rows are kept for the names on them, too.
    log_in_parts(const concerns &stories, bool names_matter)
        : concerns_{stories}, names_matter_{names_matter} {}

    void enter(const event &e, std::uint64_t n);

    [[nodiscard]] const labels &said() const { return said_; }

    parts<linked_record> deals;
    parts<record> leads, prospects, customers, reps;

private:
    void enter_in_parts(const event &e, std::uint32_t n);
    void link(std::uint64_t lead, std::uint64_t with, activity kind);
    [[nodiscard]] bool is_wanted(kind_set by, activity kind) const {
        return names_matter_ || by.contains(kind);
    }
    /// The id of a row that is a case of its own.
    [[nodiscard]] std::uint64_t alone() { return kpi::mix(++rows_without_id_); }

    concerns concerns_;
    bool names_matter_;
    labels said_;
    std::uint64_t rows_without_id_{};
};

} // namespace report
