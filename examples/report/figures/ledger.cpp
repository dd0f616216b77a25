// SPDX-License-Identifier: MIT
#include "figures/ledger.hpp"

#include "read/passed.hpp"
#include <kpi/sales/kinds.hpp>
#include <kpi/time/period.hpp>

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

namespace report {
namespace {

bool is_reply(activity kind) { return sales::kinds::replies.contains(kind); }

} // namespace

ledger::ledger(time_frame frame, const grouped_by &by, std::optional<std::int64_t> maturity,
               std::uint64_t memory, labels &said, std::uint64_t thread)
    : frame_{frame}, thread_{thread}, said_{said}, store_{memory}, past_{frame, by,     maturity,
                                                                         said,  store_, thread} {}

void ledger::begin(std::string source, std::string profile) {
    row_account &file = account_.files.emplace_back();
    file.source = std::move(source), file.profile = std::move(profile);
    rows_of_legs_.push_back(0);
}

void ledger::enter(const mapped_row &row) {
    row_account &file = account_.files.back();
    ++file.read;
    if (row.passed_over) {
        ++file.passed_over;
        return;
    }
    if (row.events.empty() && !row.stage) {
        ++file.without_event;
        return;
    }
    bool any = false, counts = false;
    for (const made_event &made : row.events) {
        if (frame_.too_late(made.what.at.seconds) && made.what.dated) {
            account_.events_after += made.n;
            continue;
        }
        if (made.key)
            legs_.add(*made.key, made.what, made.chosen, made.n == 0, row.fingerprint, number_of_row());
        else
            record(made.what, made.n);
        const bool is_read = !frame_.from || (made.what.dated && !frame_.too_early(made.what.at.seconds));
        any |= is_read;
        counts |= is_read && !made.key;
    }
    if (row.stage) {
        const membership mine = past_.group_of(row.names);
        if (mine.is_in) ++stages_[*row.stage][mine.group];
    }
    if (counts || row.stage)
        ++file.used;
    else if (any)
        ++rows_of_legs_.back();
    else
        ++file.out_of_frame;
}

void ledger::refuse(row_account rows) {
    row_account &file = account_.files.back();
    file += rows;
    file.refusals = std::move(rows.refusals);
}

void ledger::join(ledger &other) {
    account_.join(other.account_);
    past_.join(other.past_);
    legs_.join(other.legs_);
    for (const auto &[stage, groups] : other.stages_)
        for (const auto &[group, rows] : groups)
            stages_[stage][group] += rows;
    for (std::size_t i = 0; i < rows_of_legs_.size(); ++i)
        rows_of_legs_[i] += other.rows_of_legs_[i];
}

void ledger::add_rows_of_legs(std::vector<std::uint64_t> of_their_own, ranks &all) {
    if (all.are_several()) {
        const std::vector<std::string> told = all.tell_all(passed(account_, rows_of_legs_, of_their_own));
        for (std::size_t rank = 0; rank < told.size(); ++rank) {
            if (rank == all.rank()) continue;
            account theirs;
            std::vector<std::uint64_t> rows, own;
            bytes_reader{told[rank]}(theirs, rows, own);
            account_.join(theirs);
            for (std::size_t i = 0; i < rows.size(); ++i)
                rows_of_legs_[i] += rows[i], of_their_own[i] += own[i];
        }
    }
    for (std::size_t i = 0; i < account_.files.size(); ++i) {
        row_account &file = account_.files[i];
        const std::uint64_t used = std::min(of_their_own[i], rows_of_legs_[i]);
        file.used += used, file.repeated += rows_of_legs_[i] - used;
        account_ += file;
    }
}

void ledger::gather_stages(ranks &all, const groups_of_ranks &groups) {
    const std::vector<std::string> told = all.tell_first(all.is_first() ? std::string{} : passed(stages_));
    for (std::size_t rank = 1; all.is_first() && rank < told.size(); ++rank) {
        rows_in_stages theirs;
        bytes_reader{told[rank]}(theirs);
        for (const auto &[stage, by_group] : theirs)
            for (const auto &[group, rows] : by_group)
                stages_[stage][groups.here(rank, group)] += rows;
    }
}

void ledger::finish(const known_names &known, const std::optional<day_span> &covers, ranks &all) {
    std::vector<std::uint64_t> of_their_own(account_.files.size());
    legs_.settle(
        all, said_, [this](const event &e) { record(e, 1); },
        [&](std::uint64_t row) { ++of_their_own[file_of(row)]; });
    add_rows_of_legs(std::move(of_their_own), all);
    auto first = account_.first, last = account_.last;
    std::int64_t end = start_of_day(last.value_or(0)) + a_day;
    if (covers && last) {
        // only as much of what the log covers as is looked at
        const std::int64_t from = std::max(covers->from, frame_.from.value_or(covers->from));
        const std::int64_t until = std::min(covers->until, frame_.until.value_or(covers->until));
        first = std::min(*first, from), last = std::max(*last, until - 1);
        end = std::max(end, covers->until);
    }
    past_.finish(known, first, last, {frame_.until ? *frame_.until : end}, all);
    if (all.are_several()) gather_stages(all, past_.gather(all));
}

/// Counts the events outside the time looked at; cases know them all the same.
bool ledger::in_frame(const event &e, std::uint64_t n) {
    if (!frame_.from) return true;
    if (!e.dated)
        account_.events_without_date += n;
    else if (frame_.too_early(e.at.seconds))
        account_.events_before += n;
    else
        return true;
    return false;
}

void ledger::record(const event &e, std::uint64_t n) {
    past_.record(e, n);
    const auto k = static_cast<std::size_t>(e.kind);
    account_.known[k] += n;
    for (unsigned left = e.told; left != 0; left &= left - 1)
        account_.told[static_cast<std::size_t>(std::countr_zero(left))][k] += n;
    for (std::size_t i = 0; i < id_parts.size(); ++i)
        account_.ids |= static_cast<unsigned>(e.*id_parts[i].member != 0) << i;
    if (e.dated) account_.first_known = std::min(account_.first_known.value_or(e.at.seconds), e.at.seconds);
    if (!in_frame(e, n)) return;

    account_.events[k] += n;
    for (std::size_t i = 0; i < id_parts.size(); ++i)
        account_.without_id[i][k] += e.*id_parts[i].member == 0 ? n : 0;
    if (is_reply(e.kind) && e.channel == medium::unknown) account_.replies_without_channel += n;
    if (!e.dated) {
        account_.undated[k] += n;
        return;
    }
    account_.first = std::min(account_.first.value_or(e.at.seconds), e.at.seconds);
    account_.last = std::max(account_.last.value_or(e.at.seconds), e.at.seconds);
    if (e.whole_day || !sales::kinds::touches.contains(e.kind)) return;
    account_.touches_by_hour[static_cast<std::size_t>(kpi::weeks::into(e.at) / 3600)] += n;
}

} // namespace report
