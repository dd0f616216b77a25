// SPDX-License-Identifier: MIT
#pragma once

/// All that the log tells, on boards: acts as they come, and what the stories of its cases tell once the last
/// row was read. It is read in one way or two: the whole, or a window of it, by group too; and its periods,
/// each for itself.

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

struct book; // of many metrics: who reads them includes "figures/book.hpp"
class books;
struct open_cases;
class watch;

class history {
public:
    /// `said` is shared by the histories of all threads.
    history(time_frame frame, const grouped_by &by, std::optional<std::int64_t> maturity, labels &said,
            part_store &rows, std::uint64_t thread);
    ~history();
    history(const history &) = delete;
    history &operator=(const history &) = delete;

    /// The kinds of act that stories tell, with the time that each took.
    [[nodiscard]] static kinds told_by_stories();

    /// Whatever is told is seen by it.
    void let_see(watch &by);
    /// Acts are counted by their kind, too.
    void count_kinds();
    /// How long leads wait is told by these hours, too. They must stay.
    void measure_in(const business_hours &hours) { hours_ = hours.schedule(); }
    void record(const event &e, std::uint64_t n);
    /// Adds what another thread has recorded of the same log; it must stay until this one is finished.
    void join(history &other);
    /// After the last row: tells all cases, each rank those that are its own. `first` and `last` are times of
    /// events, where any has one; `now` is the first second that is not looked at.
    void finish(const known_names &known, std::optional<std::int64_t> first, std::optional<std::int64_t> last,
                kpi::instant now, ranks &all);
    /// Then the first rank adds what the others were told. Answers how they number groups.
    groups_of_ranks gather(ranks &all);

    /// The whole, or the window.
    [[nodiscard]] const book &whole(std::uint32_t currency = money::any) const;
    [[nodiscard]] std::size_t whole_slot() const { return frame_.from ? 1 : 0; }
    /// The periods, where they are asked for: how many a group has, what each is called, the slot and the
    /// days of it. All groups have the same ones, but for days that are counted from the first of each.
    [[nodiscard]] const book &by_period(std::uint32_t currency = money::any) const;
    [[nodiscard]] std::size_t periods_of(std::uint32_t group) const;
    [[nodiscard]] std::string name_of_period(std::uint32_t group, std::size_t which) const;
    [[nodiscard]] day_span days_of_period(std::uint32_t group, std::size_t which) const;
    /// What waits at the end: who reads it includes "figures/open_cases.hpp".
    [[nodiscard]] const open_cases &open() const;
    /// The same two with times of business hours, where these are known.
    [[nodiscard]] bool knows_hours() const { return hours_.has_value(); }
    [[nodiscard]] const book &whole_in_hours() const;
    [[nodiscard]] const book &by_period_in_hours() const;
    /// Behind what came before all of them.
    [[nodiscard]] static std::size_t slot_of_period(std::size_t which) { return which + 1; }
    /// What the amounts of the log are: of one currency, or of any where no row has an amount; and where
    /// there are several, each of them.
    [[nodiscard]] const money &amounts() const { return amounts_; }
    [[nodiscard]] const std::vector<money> &currencies() const { return currencies_; }
    /// The names on the rows of the log, window or not, and the groups made of them.
    [[nodiscard]] const labels &names_on_rows() const { return said_; }
    /// In which group an event is by its own names.
    [[nodiscard]] membership group_of(const event &e) { return groups_.of(at_hand_.number_of(said_.on(e))); }
    /// Whether anything is known of a group, and whether anything was put into a period of it.
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
    /// The calendar of a name of the first dimension, or of everyone.
    [[nodiscard]] calendar calendar_of(std::uint32_t first_name) const;
    /// ... of a group, and the number of its first period; before that is known, of the first one at all.
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
    std::optional<day_span> in_periods_; ///< the times of the first event and the last one
    std::set<std::uint32_t> of_amounts_; ///< the currencies, by their numbers
    money amounts_;
    std::vector<money> currencies_;
    std::optional<kpi::weekly_schedule> hours_;
    std::vector<history *> joined_; ///< of other threads
    std::vector<bool> seen_;        ///< by group: whether any row of the time looked at names it
};

} // namespace report
