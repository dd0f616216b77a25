// SPDX-License-Identifier: MIT
#pragma once

/// What is remembered of a log: everything that it tells, the stages that deals are in now, and the account
/// of the rows.

#include "figures/history.hpp"
#include "profile/account.hpp"
#include "profile/event.hpp"
#include "profile/mapper.hpp"
#include "ranks.hpp"
#include "story/groups_of_ranks.hpp"
#include "story/legs.hpp"
#include "story/part_store.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace report {

/// By stage and group, how many rows say that their deal is in that stage now.
using rows_in_stages = std::map<std::uint32_t, std::map<std::uint32_t, std::uint64_t>>;

class ledger {
public:
    /// Looks at the events of this part of time. Rows that take more than `memory` bytes go to a file. Each
    /// thread that reads has a ledger, and the threads of all ranks are numbered; the threads of one rank
    /// share `said`.
    ledger(time_frame frame, const grouped_by &by, std::optional<std::int64_t> maturity, std::uint64_t memory,
           labels &said, std::uint64_t thread);
    ledger(const ledger &) = delete;
    ledger &operator=(const ledger &) = delete;

    /// From now on this watch sees whatever is told.
    void let_see(watch &by) { past_.let_see(by); }
    /// From now on acts are also counted by their kind.
    void count_kinds() { past_.count_kinds(); }
    /// From now on leads' waits are also told in these hours, which must stay.
    void measure_in(const business_hours &hours) { past_.measure_in(hours); }
    /// The rows that follow belong to this file.
    void begin(std::string source, std::string profile);
    /// Enters a row that the mapper could read.
    void enter(const mapped_row &row);
    /// Counts rows of the same file that the mapper could not read.
    void refuse(row_account rows);
    /// Adds what another thread has entered of the same files; it must stay until this one is finished.
    void join(ledger &other);
    /// After the last row: tells all cases. `covers` is what the log is known to cover, if the user says so.
    /// Each of several ranks tells its own cases, and the first one then remembers what all were told.
    void finish(const known_names &known, const std::optional<day_span> &covers, ranks &all);

    [[nodiscard]] const history &past() const { return past_; }
    [[nodiscard]] const rows_in_stages &stages() const { return stages_; }
    [[nodiscard]] const account &rows() const { return account_; }
    [[nodiscard]] const time_frame &frame() const { return frame_; }

private:
    /// The row that is entered: its file, and its place among this thread's rows of that file.
    [[nodiscard]] std::uint64_t number_of_row() const {
        return (std::uint64_t{account_.files.size() - 1} << 48) | thread_ << 36 | account_.files.back().read;
    }
    [[nodiscard]] static std::size_t file_of(std::uint64_t row) { return row >> 48; }
    bool in_frame(const event &e, std::uint64_t n);
    void record(const event &e, std::uint64_t n);

    /// Lets all ranks know how many rows there were, and the first rank how many are in which stage.
    void add_rows_of_legs(std::vector<std::uint64_t> of_their_own, ranks &all);
    void gather_stages(ranks &all, const groups_of_ranks &groups);

    time_frame frame_;
    std::uint64_t thread_;
    labels &said_;
    part_store store_; ///< of rows
    history past_;
    rows_in_stages stages_;
    account account_;
    legs legs_{store_};
    std::vector<std::uint64_t> rows_of_legs_; ///< by file: rows that tell nothing else
};

} // namespace report
