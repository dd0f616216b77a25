// SPDX-License-Identifier: MIT
#pragma once

/// The cases of some parts, one after the other, each with its records in order: by time; at equal times by
/// cause, then by what the rows say, with names by their text. If any row of the case has a date without a
/// time, all its rows of that day go by cause first. So neither the order of rows nor that of files decides
/// anything.

#include "story/cause.hpp"
#include "story/day_of.hpp"
#include "story/parts.hpp"
#include "story/record.hpp"
#include "story/sorted.hpp"
#include <kpi/core/hash.hpp>
#include <kpi/sales/kinds.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>
#include <vector>

namespace report {

/// The place of a row's names among all, in as many parts as a record can hold.
[[nodiscard]] inline std::uint16_t place_of(std::uint32_t labels, std::span<const std::uint32_t> places) {
    constexpr std::uint64_t most = std::uint64_t{std::numeric_limits<std::uint16_t>::max()} + 1;
    if (places.empty()) return 0;
    const std::uint64_t place = places[labels];
    return static_cast<std::uint16_t>(places.size() <= most ? place : place * most / places.size());
}

/// What a record says besides its case and time; equal for records that say the same. What other cases say of
/// this one comes first, and what the row of a settlement names itself after what its deal hands on. Names
/// decide before ids, and ids before numbers; a missing number is less than any (METRICS.md, section 9).
[[nodiscard]] inline auto said_by(const record &r, std::span<const std::uint32_t> places) {
    const bool is_together = (r.labels & labels::put_together) != 0;
    const bool names_itself = r.names_only && sales::kinds::deals_settled.contains(r.kind);
    const auto says = [&r](unsigned number) { return (r.told & number) != 0; };
    return std::tuple{r.is_event() || r.names_only,
                      names_itself,
                      r.handed_on || is_together ? r.place
                                                 : place_of(r.labels, places), // whatever groups are made by
                      r.links ? r.linked() : 0,
                      r.ids,
                      says(value_told),
                      r.value,
                      says(units_told),
                      r.units,
                      says(elapsed_told),
                      r.elapsed,
                      r.n,
                      r.kind,
                      bool{r.whole_day},
                      bool{r.names_only},
                      places.empty() || is_together ? 0 : places[r.labels]};
}
[[nodiscard]] inline auto said_by(const linked_record &r, std::span<const std::uint32_t> places) {
    return std::tuple{r.stage, // the earlier one comes first
                      said_by(static_cast<const record &>(r), places),
                      r.prospect,
                      r.lead,
                      r.customer,
                      (r.told & due_told) != 0,
                      r.due,
                      bool{r.due_whole_day}};
}

/// A record's place in the order, with most of what decides it at hand.
struct place_in_order {
    std::uint64_t of;
    std::int64_t at;
    std::uint16_t cause;
    bool last; ///< the last for its cause and time
    std::uint32_t record;
};

template <class Record> class cases {
public:
    /// `places` is the place of each row's labels among all (labels::places).
    explicit cases(std::span<const std::uint32_t> places) : places_{places} {}

    /// Calls f(records of one case, in order) for each case of a part, which is empty then.
    void for_each(parts<Record> &of, std::size_t which, auto &&f) {
        for_each_case(of, which,
                      [&](auto &&rows_that) { f(rows_that([](const Record &) { return true; })); });
    }
    /// Calls f(rows_that) for each case: `rows_that(takes)` are the records, in order, for which
    /// `takes(record &)` holds; it may change them.
    void for_each_case(parts<Record> &of, std::size_t which, auto &&f) {
        records_.clear(), of.take(which, records_);
        for_each_here(f);
    }
    /// The same, but the part keeps its records.
    void look_at_cases(parts<Record> &of, std::size_t which, auto &&f) {
        records_.clear(), of.read(which, records_);
        for_each_here(f);
    }

private:
    void for_each_here(auto &&f) {
        put_in_order();
        for (std::size_t i = 0, end = 0; i < order_.size(); i = end) {
            for (end = i; end < order_.size() && order_[end].of == order_[i].of;)
                ++end;
            f([&](auto &&takes) { return rows_that(takes, std::span{order_}.subspan(i, end - i)); });
        }
    }
    [[nodiscard]] std::span<const Record> rows_that(auto &&takes, std::span<const place_in_order> order) {
        told_.clear();
        bool whole_day = false;
        for (const place_in_order &each : order) {
            Record &row = told_.emplace_back(records_[each.record]);
            if (takes(row))
                whole_day |= row.whole_day;
            else
                told_.pop_back();
        }
        if (whole_day) order_whole_days();
        return told_;
    }
    void put_in_order() {
        for (std::size_t i = 0; const std::size_t end : bring_together()) {
            report::sort(place(i), place(end), [this](const place_in_order &a, const place_in_order &b) {
                if (a.of != b.of) return a.of < b.of;
                if (a.at != b.at) return a.at < b.at;
                if (a.cause != b.cause) return a.cause < b.cause;
                if (a.last != b.last) return b.last;
                return says_less(records_[a.record], records_[b.record]);
            });
            i = end;
        }
    }
    /// Groups by more of a case's hash than the bits that choose its part, so that few rows are left to be
    /// put in order, most of them of one case. Returns the end of each group.
    [[nodiscard]] std::span<const std::size_t> bring_together() {
        const auto bits = static_cast<unsigned>(std::bit_width(records_.size() / 4 | 1));
        const auto group_of = [bits](const Record &r) {
            return static_cast<std::size_t>(kpi::mix(r.of) << parts<Record>::bits >> (64 - bits));
        };
        ends_.assign((std::size_t{1} << bits) + 1, 0);
        for (const Record &r : records_)
            ++ends_[group_of(r) + 1];
        std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
        order_.resize(records_.size());
        for (std::uint32_t i = 0; const Record &r : records_) // now each group begins where it will end
            order_[ends_[group_of(r)]++] = {r.of, r.at, cause_of(r.kind), comes_last(r.kind), i++};
        return std::span{ends_}.first(ends_.size() - 1);
    }
    void order_whole_days() {
        for (auto day = told_.begin(), end = day; day != told_.end(); day = end) {
            end = std::find_if(day, told_.end(),
                               [&](const Record &r) { return day_of(r.at) != day_of(day->at); });
            if (std::none_of(day, end, [](const Record &r) { return r.whole_day; })) continue;
            report::sort(day, end, [this](const Record &a, const Record &b) {
                const auto place = [](const Record &r) {
                    return std::tuple{cause_of(r.kind), r.at, comes_last(r.kind)};
                };
                return place(a) != place(b) ? place(a) < place(b) : says_less(a, b);
            });
        }
    }
    [[nodiscard]] auto place(std::size_t i) { return order_.begin() + static_cast<std::ptrdiff_t>(i); }
    [[nodiscard]] bool says_less(const Record &a, const Record &b) const {
        return said_by(a, places_) < said_by(b, places_);
    }

    std::span<const std::uint32_t> places_;
    std::vector<Record> records_, told_;
    std::vector<place_in_order> order_;
    std::vector<std::size_t> ends_; ///< the ends in that
};

} // namespace report
