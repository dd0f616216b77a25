// SPDX-License-Identifier: MIT
#pragma once

/// Everything that the log tells, on boards: acts as they come, and what the stories of its cases tell once
/// the last row has been read. It is read in one or two ways: the whole, or a window of it, by group too; and
/// its periods, each on its own.

#include "profile/business_hours.hpp"
#include "profile/grouped_by.hpp"
#include "profile/known_names.hpp"
#include "ranks.hpp"
#include "story/grouping.hpp"
#include "story/groups_of_ranks.hpp"
#include "story/labels.hpp"
#include "story/log_in_parts.hpp"
#include "story/reading.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace report {

struct book; // it has many metrics: include "figures/book.hpp" to read them
class books;
struct open_cases;
class watch;

class history {
public:
    /// The histories of all threads share `said`.
    history(time_frame frame, const grouped_by &by, std::optional<std::int64_t> maturity, labels &said,
            part_store &rows, std::uint64_t thread);
    ~history();
    history(const history &) = delete;
    history &operator=(const history &) = delete;

    /// The kinds of act that stories tell, with the time that each took.
    [[nodiscard]] static kinds told_by_stories();

    /// From now on this watch sees whatever is told.
    void let_see(watch &by);
    /// From now on acts are also counted by their kind.
    void count_kinds();
    /// From now on leads' waits are also told in these hours, which must stay.
    void measure_in(const business_hours &hours) { hours_ = hours.schedule(); }
    void record(const event &e, std::uint64_t n);
    /// Adds what another thread has recorded of the same log; it must stay until this one is finished.
    void join(history &other);
    /// After the last row: tells all cases, each rank its own. `first` and `last` are times of events, if any
    /// event has one; `now` is the first second that is not looked at.
    void finish(const known_names &known, std::optional<std::int64_t> first, std::optional<std::int64_t> last,
                kpi::instant now, ranks &all);
    /// Then the first rank adds what the others were told. Returns how they number groups.
    groups_of_ranks gather(ranks &all);

    /// The whole, or the window.
    [[nodiscard]] const book &whole(std::uint32_t currency = money::any) const;
    [[nodiscard]] std::size_t whole_slot() const { return frame_.from ? 1 : 0; }
    /// The periods, if they are asked for: how many a group has, the name of each, its slot and its days. All
    /// groups have the same ones, except for days that are counted from the first of each.
    [[nodiscard]] const book &by_period(std::uint32_t currency = money::any) const;
    [[nodiscard]] std::size_t periods_of(std::uint32_t group) const;
    [[nodiscard]] std::string name_of_period(std::uint32_t group, std::size_t which) const;
    [[nodiscard]] day_span days_of_period(std::uint32_t group, std::size_t which) const;
    /// What waits at the end: include "figures/open_cases.hpp" to read it.
    [[nodiscard]] const open_cases &open() const;
    /// The same two with times in business hours, if these are known.
    [[nodiscard]] bool knows_hours() const { return hours_.has_value(); }
    [[nodiscard]] const book &whole_in_hours() const;
    [[nodiscard]] const book &by_period_in_hours() const;
    /// After the slot for what came before all of them.
    [[nodiscard]] static std::size_t slot_of_period(std::size_t which) { return which + 1; }
    /// The log's amounts: in one currency, or in any if no row has an amount; and if there are several
    /// currencies, each of them.
    [[nodiscard]] const money &amounts() const { return amounts_; }
    [[nodiscard]] const std::vector<money> &currencies() const { return currencies_; }
    /// The names on the rows of the log, in the window or not, and the groups made of them.
    [[nodiscard]] const labels &names_on_rows() const { return said_; }
    /// The group of an event by its own names.
    [[nodiscard]] membership group_of(const event &e) { return groups_.of(at_hand_.number_of(said_.on(e))); }
    /// Whether anything is known of a group, and whether anything was put into one of its periods.
    [[nodiscard]] bool has(std::uint32_t group) const;
    [[nodiscard]] bool has_in_period(std::uint32_t group, std::size_t which) const;

private:
    void put_as_it_is(const act &a, const membership &mine, std::uint64_t n);
    void put_as_it_is(const act &a, const membership &mine, std::uint64_t n, money in, bool in_hours = false);
    [[nodiscard]] act in_hours(act a) const;
    void see(std::uint32_t group);
    void find_currencies(const known_names &known);
    [[nodiscard]] bool is_in_window(const act &a) const {
        return !frame_.from || (a.dated && a.at.seconds >= *frame_.from);
    }
    /// The calendar for a name of the first dimension, or for everyone.
    [[nodiscard]] calendar calendar_of(std::uint32_t first_name) const;
    /// ... for a group, and the number of its first period; until that is known, of the first one at all.
    [[nodiscard]] calendar calendar_of_group(std::uint32_t group) const;
    [[nodiscard]] std::int32_t first_period(const calendar &of) const;
    [[nodiscard]] std::int32_t very_first(const calendar &of) const;
    [[nodiscard]] slots whole_slots(kpi::instant now) const;
    [[nodiscard]] slots period_slots(const calendar &of) const;
    void find_periods(std::optional<std::int64_t> first, std::optional<std::int64_t> last);

    time_frame frame_;
    grouped_by by_;
    std::optional<std::int64_t> maturity_;
    labels &said_;
    labels_at_hand at_hand_;
    grouping groups_;
    log_in_parts log_;
    std::unique_ptr<books> told_;
    std::optional<day_span> in_periods_; ///< the times of the first and the last event
    std::set<std::uint32_t> of_amounts_; ///< the currencies, by their numbers
    money amounts_;
    std::vector<money> currencies_;
    std::optional<kpi::weekly_schedule> hours_;
    std::vector<history *> joined_; ///< those of other threads
    std::vector<bool> seen_;        ///< by group: whether any row in the time looked at names it
};

} // namespace report
