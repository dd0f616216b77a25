// SPDX-License-Identifier: MIT
#pragma once

/// Boards by group and stretch of time. Each is made when the first event needs it, so there are no more.

#include "figures/clusters.hpp"
#include "figures/courses.hpp"
#include "figures/open_cases.hpp"
#include "figures/vocabulary.hpp"
#include "figures/watch.hpp"
#include "profile/periods.hpp"
#include "story/day_of.hpp"
#include "story/grouping.hpp"
#include "story/reading.hpp"
#include <kpi/core/enumerators.hpp>
#include <kpi/core/saturating.hpp>
#include <kpi/time/period.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace report {

template <class Board> class shelf {
public:
    template <class Event> void record(const place &where, const Event &e, std::uint64_t n) {
        for (const std::uint32_t group : where.groups)
            at(group, where.slot).record(e, n);
    }
    /// An empty board if nothing was recorded.
    [[nodiscard]] const Board &operator()(std::uint32_t group, std::size_t slot) const {
        static const Board nothing{};
        return has(group, slot) ? *boards_[row_of(group)][slot] : nothing;
    }
    /// Everything that came before a slot.
    [[nodiscard]] std::unique_ptr<Board> before(std::uint32_t group, std::size_t slot) const {
        auto all = std::make_unique<Board>();
        for (std::size_t s = 0; s < slot; ++s)
            *all += (*this)(group, s);
        return all;
    }
    /// Whether anything was recorded for a group.
    [[nodiscard]] bool has(std::uint32_t group) const {
        return row_of(group) < boards_.size() && !boards_[row_of(group)].empty();
    }
    [[nodiscard]] bool has(std::uint32_t group, std::size_t slot) const {
        const std::size_t row = row_of(group);
        return row < boards_.size() && slot < boards_[row].size() && boards_[row][slot];
    }
    /// All numbers of groups are smaller than this.
    [[nodiscard]] std::size_t groups() const { return boards_.empty() ? 0 : boards_.size() - 1; }

    /// Moves the contents of slot `from` to slot `to`, and so on; what came before it goes.
    void move_slots(std::size_t from, std::size_t to) {
        for (auto &slots : boards_) {
            slots.erase(slots.begin(),
                        slots.begin() + static_cast<std::ptrdiff_t>(std::min(from, slots.size())));
            for (std::size_t i = 0; i < to && !slots.empty(); ++i)
                slots.insert(slots.begin(), nullptr);
        }
    }

    /// Adds the boards of other events: `number_here(group)` is the number here of a group there.
    void add(const shelf &other, auto &&number_here) {
        for (std::size_t row = 0; row < other.boards_.size(); ++row) {
            const auto &theirs = other.boards_[row];
            const std::uint32_t group =
                row == 0 ? everyone : number_here(static_cast<std::uint32_t>(row - 1));
            for (std::size_t slot = 0; slot < theirs.size(); ++slot)
                if (theirs[slot]) at(group, slot) += *theirs[slot];
        }
    }
    void pass(auto &through) { through(boards_); }

private:
    /// Everyone's row comes first.
    [[nodiscard]] static std::size_t row_of(std::uint32_t group) {
        return group == everyone ? 0 : std::size_t{group} + 1;
    }
    Board &at(std::uint32_t group, std::size_t slot) {
        const std::size_t row = row_of(group);
        if (row >= boards_.size()) boards_.resize(row + 1);
        if (slot >= boards_[row].size()) boards_[row].resize(slot + 1);
        return made(boards_[row][slot]);
    }
    static Board &made(std::unique_ptr<Board> &board) {
        if (!board) board = std::make_unique<Board>();
        return *board;
    }

    std::vector<std::vector<std::unique_ptr<Board>>> boards_;
};

/// Counts acts by kind, for metrics that are known only at run time.
class acts_by_kind {
public:
    void record(const act &a, std::uint64_t n) {
        std::uint64_t &of = counts_[static_cast<std::size_t>(a.kind)];
        of = kpi::saturating_add(of, n);
    }
    acts_by_kind &operator+=(const acts_by_kind &other) {
        for (std::size_t k = 0; k < counts_.size(); ++k)
            counts_[k] = kpi::saturating_add(counts_[k], other.counts_[k]);
        return *this;
    }
    [[nodiscard]] std::uint64_t of(kinds set) const {
        std::uint64_t all = 0;
        for (std::size_t k = 0; k < counts_.size(); ++k)
            if (set.contains(static_cast<activity>(k))) all = kpi::saturating_add(all, counts_[k]);
        return all;
    }

private:
    std::array<std::uint64_t, kpi::max_kinds> counts_{};
};

/// Everything that is counted in one reading of the log.
struct book {
    shelf<board_of_acts> acts;
    shelf<board_of_cases> cases;
    shelf<board_of_cases> known;   ///< the customers that the log knows by any row, all in one slot
    shelf<board_of_growth> months; ///< by the number of the month, from that of the year 1
    shelf<courses> followed;       ///< how long cases went on, and what ended them
    shelf<clusters> by_prospect;   ///< each prospect's sums for rates of touches
    shelf<acts_by_kind> by_kind;   ///< if a profile defines metrics
    kinds occurred, grouped;       ///< of acts: the kinds that occur, and those with a name on any act

    /// Adds the counts of other events.
    void add(const book &other, auto &&number_here) {
        acts.add(other.acts, number_here), cases.add(other.cases, number_here);
        known.add(other.known, number_here), months.add(other.months, number_here);
        followed.add(other.followed, number_here), by_prospect.add(other.by_prospect, number_here);
        by_kind.add(other.by_kind, number_here);
        occurred = occurred | other.occurred, grouped = grouped | other.grouped;
    }
    void pass(auto &through) {
        through(acts, cases, known, months, followed, by_prospect, by_kind, occurred, grouped);
    }
};

/// Months are placed by their distance from the first month that a date can be in.
[[nodiscard]] constexpr std::size_t slot_of_month(std::int32_t month) {
    return static_cast<std::size_t>(month + 1969 * 12);
}

/// The start of those who started in a period, and what became of them.
[[nodiscard]] constexpr bool belongs_to_a_cohort(sales::outcome what) {
    using o = sales::outcome;
    return what == o::deal_opened || what == o::won_of_opened || what == o::lost_of_opened ||
           what == o::lead_arrived || what == o::of_started || what == o::lead_answered ||
           what == o::lead_converted || what == o::mql_touched || what == o::recycled ||
           what == o::ready_to_buy;
}

/// The books of several readings: the replay puts there what the stories tell.
class books {
public:
    explicit books(std::size_t readings) : books_(readings), in_hours_(readings) {}
    /// Cohorts then count only cases that started so long ago, and only what became of them within that time.
    void give_time(std::int64_t seconds, kpi::instant now) { maturity_ = seconds, now_ = now; }
    /// From now on this watch sees whatever is put.
    void let_see(watch &by) { seen_by_ = &by; }
    /// From now on acts are also counted by their kind.
    void count_kinds() { counts_kinds_ = true; }
    [[nodiscard]] bool are_seen() const { return seen_by_ != nullptr; }

    /// How much has been seen so far; and a case in which nothing was seen.
    [[nodiscard]] std::size_t seen_so_far() const { return seen_by_->all().size(); }
    void put_silent(const place &where, case_kind which, const act &last, kinds rows, std::uint64_t n) {
        seen_by_->see_silent(where, which, last, rows, n);
    }

    /// A case that no metric counts, but whose course does count.
    void follow(const place &where, const sales::fact &f, std::uint64_t n) {
        if (where.is_in) books_[where.reading].followed.record(where, f, n);
    }
    using acts_of_one = board_of_touches;
    void put_together(const place &where, const acts_of_one &acts) {
        books_[where.reading].by_prospect.record(where, acts, 1);
    }

    void put(const place &where, const act &a, std::uint64_t n) {
        if (is_seen(where)) seen_by_->see(where, a, n);
        book &to = of(where)[where.reading];
        if (where.is_in) to.acts.record(where, a, n);
        if (where.is_in && counts_kinds_) to.by_kind.record(where, a, n);
        static_cast<void>(to.occurred.insert(a.kind));
        if (where.named) static_cast<void>(to.grouped.insert(a.kind));
    }
    void put(const place &where, const sales::fact &f, std::uint64_t n) {
        const bool is_dated = f.at.seconds != undated;
        const bool wants_date = belongs_to_a_cohort(f.kind) || f.kind == sales::outcome::in_stage;
        const bool counts = is_mature(f) && (is_dated || !wants_date);
        const bool by_unit = f.kind == sales::outcome::spent;
        if (is_seen(where)) seen_by_->see(where, f, by_unit ? in_the_unit(f, where.in) : f, n, counts);
        if (open_cases::takes(where, f)) open_.record(where, f, n);
        if (!where.is_in || !counts) return;
        std::vector<book> &to = of(where);
        if (by_unit)
            to[where.reading].cases.record(where, in_the_unit(f, where.in), n);
        else
            to[where.reading].cases.record(where, f, n);
        if (courses::takes(f)) to[where.reading].followed.record(where, f, n);
        if (where.reading == 0 && f.kind == sales::outcome::customer_known)
            to[0].known.record({0, 0, where.groups}, f, n);
        constexpr auto growing = kinds_counted(metrics_of_growth{});
        if (where.reading == 0 && is_dated && growing.contains(f.kind))
            to[0].months.record({0, slot_of_month(kpi::calendar_month::index(f.at)), where.groups}, f, n);
    }
    /// Adds as many readings of other events: `number_here(group)` is the number here of a group there.
    void add(const books &other, auto &&number_here) {
        const auto add_all = [&](std::vector<book> &to, const std::vector<book> &from) {
            for (std::size_t reading = 0; reading < to.size(); ++reading)
                to[reading].add(from[reading], number_here);
        };
        add_all(books_, other.books_), add_all(in_hours_, other.in_hours_);
        open_ += other.open_;
        for (const auto &[currency, theirs] : other.of_currencies_)
            add_all(of(currency), theirs);
    }
    books &operator+=(const books &other) {
        add(other, [](std::uint32_t group) { return group; });
        return *this;
    }
    /// The counts, but not the request.
    void pass(auto &through) { through(books_, in_hours_, of_currencies_, open_); }
    /// Forgets the counts of all readings.
    void clear() {
        books_ = std::vector<book>(books_.size()), in_hours_ = std::vector<book>(books_.size());
        of_currencies_.clear(), open_ = {};
    }
    void move_slots(std::size_t reading, std::size_t from, std::size_t to) {
        if (seen_by_ != nullptr) seen_by_->move_slots(reading, from, to);
        books_[reading].acts.move_slots(from, to), in_hours_[reading].acts.move_slots(from, to);
        books_[reading].by_kind.move_slots(from, to);
        for (auto &[currency, all] : of_currencies_)
            all[reading].acts.move_slots(from, to);
    }
    [[nodiscard]] const book &at(std::size_t reading, std::uint32_t currency) const {
        static const book nothing{};
        if (reading >= books_.size()) return nothing;
        if (currency == money::any) return books_[reading];
        const auto found = of_currencies_.find(currency);
        return found != of_currencies_.end() ? found->second[reading] : nothing;
    }
    /// With times in business hours.
    [[nodiscard]] const book &in_hours_at(std::size_t reading) const {
        return reading < in_hours_.size() ? in_hours_[reading] : at(reading, money::any);
    }
    [[nodiscard]] std::size_t size() const { return books_.size(); }
    /// What waits at the end, whatever the window is and however young the cases are.
    [[nodiscard]] const open_cases &open() const { return open_; }

private:
    [[nodiscard]] bool is_seen(const place &where) const {
        return seen_by_ != nullptr && seen_by_->looks_at(where);
    }
    [[nodiscard]] std::vector<book> &of(const place &where) {
        return where.in_hours ? in_hours_ : of(where.in.currency);
    }
    [[nodiscard]] std::vector<book> &of(std::uint32_t currency) {
        if (currency == money::any) return books_;
        return of_currencies_.try_emplace(currency, books_.size()).first->second;
    }
    /// A customer's spending is asked for by the unit: 10,000 are not cents.
    [[nodiscard]] static sales::fact in_the_unit(sales::fact f, const money &in) {
        if (f.value.has_value()) f.value = *f.value / in.unit;
        return f;
    }
    /// In whole days, as dates have no time.
    [[nodiscard]] bool is_mature(const sales::fact &f) const {
        if (!maturity_ || !belongs_to_a_cohort(f.kind)) return true;
        const std::int64_t days = *maturity_ / a_day;
        const bool old_enough = day_of(f.at.seconds) + days <= day_of(now_.seconds - 1);
        return old_enough && (!f.elapsed.has_value() || *f.elapsed < (days + 1) * a_day);
    }

    std::optional<std::int64_t> maturity_;
    kpi::instant now_{};
    watch *seen_by_{};
    std::vector<book> books_;    ///< in any currency
    std::vector<book> in_hours_; ///< the same for leads alone, with times in business hours
    std::map<std::uint32_t, std::vector<book>> of_currencies_;
    open_cases open_;
    bool counts_kinds_{};
};

} // namespace report
