// SPDX-License-Identifier: MIT
#pragma once

/// What is remembered of a log: a board of the whole catalogue for each group, the amounts and times, the
/// people that it is about, the stages that deals are in now, and the account of the rows. Its size does not
/// depend on the log.

#include "profile/account.hpp"
#include "profile/event.hpp"
#include "profile/mapper.hpp"
#include "story/event_batch.hpp"
#include "story/measures.hpp"
#include "story/once.hpp"
#include "story/people.hpp"
#include "story/timeline.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/scorecard/count_metric.hpp>
#include <kpi/scorecard/scorecard.hpp>

namespace report {

/// Counts in 64 bits: a log that saturates them does not exist.
template <kpi::event Event, const auto &...Metrics>
using wide_scorecard = kpi::basic_scorecard<Event, std::uint64_t, Metrics...>;

using board = decltype(sales::catalog)::on<wide_scorecard, event>;
using boards = kpi::by<group, most_groups, board>;

/// A row that says which stage its deal is in now: a vocabulary of one kind, grouped like any other.
enum class sighting : std::uint8_t { in_stage };
struct seen_deal {
    sighting kind{};
    std::uint16_t group{};
    std::uint16_t stage{};
};
inline constexpr kpi::count_metric<sighting> rows_in_stage{.name = "rows_in_stage",
                                                           .of = {sighting::in_stage},
                                                           .unit = "rows",
                                                           .help = "Rows whose deal is in this stage now."};
inline constexpr kpi::dimension seen_group{"group", &seen_deal::group};
inline constexpr kpi::dimension seen_stage{"stage", &seen_deal::stage};
using stage_board = kpi::by<seen_stage, mapper::most_stages, wide_scorecard<seen_deal, rows_in_stage>>;
using stage_boards = kpi::by<seen_group, most_groups, stage_board>;

class ledger {
public:
    /// Looks at the events of this part of time; with groups, it keeps ids by group.
    ledger(time_frame frame, bool ids_by_group);
    ledger(const ledger &) = delete;
    ledger &operator=(const ledger &) = delete;

    /// Takes a row that the mapper could read.
    void enter(const mapped_row &row);
    void refuse(std::uint64_t line, fault why);
    /// After the last row: settles what waited for more.
    void finish();

    [[nodiscard]] const boards &events() const { return events_; }
    [[nodiscard]] const stage_boards &stages() const { return stages_; }
    [[nodiscard]] const account &rows() const { return account_; }
    [[nodiscard]] const measures &amounts() const { return measures_; }
    [[nodiscard]] const pairs &times() const { return pairs_; }
    [[nodiscard]] const people &ids() const { return people_; }
    [[nodiscard]] const time_frame &frame() const { return frame_; }
    [[nodiscard]] std::uint64_t forgotten_keys() const { return once_.forgotten(); }
    [[nodiscard]] std::uint64_t out_of_order() const { return timeline_.late(); }

private:
    bool enter(const made_event &made, std::uint64_t fingerprint);
    bool in_frame(const made_event &made);
    void record(const event &e, std::uint64_t n);
    void record_in_order(const event &e, std::uint64_t n);
    void record_batch();

    time_frame frame_;
    bool ids_by_group_;
    boards events_;
    measures measures_;
    pairs pairs_;
    people people_;
    timeline timeline_;
    event_batch batch_; ///< from the timeline
    stage_boards stages_;
    account account_;
    once once_;
};

} // namespace report
