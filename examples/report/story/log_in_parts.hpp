// SPDX-License-Identifier: MIT
#pragma once

/// The log by cases: each event goes, as it is read, into the part of every case that it belongs to. A row
/// without an id is a case of its own, of the kind that it is about. Settlements go to their deal alone: the
/// deal's story says whether they count, and they are handed on.

#include "story/act.hpp"
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
    /// `names_matter` where cases go into groups: then rows are kept for the names on them, too.
    log_in_parts(const concerns &stories, bool names_matter)
        : concerns_{stories}, names_matter_{names_matter} {}

    /// n events that are alike, by this rep.
    void enter(const act &a, std::uint32_t rep, std::uint64_t n);

    parts<linked_record> deals;
    parts<record> leads, prospects, customers, reps;

private:
    void enter_in_parts(const act &a, std::uint32_t rep, std::uint32_t n);
    void link(std::uint64_t lead, std::uint64_t with, activity kind);

    concerns concerns_;
    bool names_matter_;
    std::uint64_t rows_without_id_{};
};

} // namespace report
