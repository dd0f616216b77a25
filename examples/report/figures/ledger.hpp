// SPDX-License-Identifier: MIT
#pragma once

/// What is remembered of a log: all that it tells, the stages that deals are in now, and the account of the
/// rows.

#include "figures/history.hpp"
#include "profile/account.hpp"
#include "profile/event.hpp"
#include "profile/mapper.hpp"
#include "story/legs.hpp"

#include <cstdint>
#include <map>
#include <span>

namespace report {

/// How many rows say that their deal is in a stage now, by stage and group.
using rows_in_stages = std::map<std::uint32_t, std::map<std::uint32_t, std::uint64_t>>;

class ledger {
public:
    /// Looks at the events of this part of time.
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
    [[nodiscard]] const time_frame &frame() const { return frame_; }

private:
    bool in_frame(const event &e, std::uint64_t n);
    void record(const event &e, std::uint64_t n);

    time_frame frame_;
    history past_;
    rows_in_stages stages_;
    account account_;
    legs legs_;
    std::uint64_t rows_of_legs_{}; ///< rows that tell of nothing else
};

} // namespace report
