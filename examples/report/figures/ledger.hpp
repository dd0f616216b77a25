// SPDX-License-Identifier: MIT
#pragma once

/// What is remembered of a log: a board of the whole catalogue for each group, the amounts and times, the
/// people that it is about, the stages that deals are in now, and the account of the rows. Its size does not
/// depend on the log.

#include "figures/history.hpp"
#include "profile/account.hpp"
#include "profile/event.hpp"
#include "profile/mapper.hpp"
#include "story/event_batch.hpp"
#include "story/legs.hpp"
#include "story/people.hpp"
#include "story/timeline.hpp"

#include <cstdint>
#include <map>
#include <span>

namespace report {

/// How many rows say that their deal is in a stage now, by stage and group.
using rows_in_stages = std::map<std::uint32_t, std::map<std::uint32_t, std::uint64_t>>;

class ledger {
public:
    /// Looks at the events of this part of time; with groups, it keeps ids by group.
    ledger(time_frame frame, const history::breakdown &by);
    ledger(const ledger &) = delete;
    ledger &operator=(const ledger &) = delete;

    /// Takes a row that the mapper could read.
    void enter(const mapped_row &row);
    void refuse(std::uint64_t line, fault why);
    /// After the last row: tells all cases. `texts` are the names by their numbers.
    void finish(std::span<const names, named_parts.size()> texts);

    [[nodiscard]] const history &past() const { return past_; }
    [[nodiscard]] const rows_in_stages &stages() const { return stages_; }
    [[nodiscard]] const account &rows() const { return account_; }
    [[nodiscard]] const people &ids() const { return people_; }
    [[nodiscard]] const time_frame &frame() const { return frame_; }
    [[nodiscard]] std::uint64_t out_of_order() const { return timeline_.late(); }

private:
    bool in_frame(const event &e, std::uint64_t n);
    void record(const event &e, std::uint64_t n);
    void record_in_order(const event &e, std::uint64_t n);
    void record_batch();

    time_frame frame_;
    bool ids_by_group_;
    history past_;
    people people_;
    timeline timeline_;
    event_batch batch_; ///< from the timeline
    rows_in_stages stages_;
    account account_;
    legs legs_;
    std::uint64_t rows_of_legs_{}; ///< rows that tell of nothing else
};

} // namespace report
