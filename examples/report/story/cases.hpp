// SPDX-License-Identifier: MIT
#pragma once

/// The cases of some parts, one after the other, each with its records in order: by time, at equal times by
/// cause, then by what the rows say, names by their text. On a day on which any row of the case is a date
/// alone, all its rows of that day go by cause first. So neither the order of rows nor that of files decides
/// anything.

#include "story/cause.hpp"
#include "story/parts.hpp"
#include "story/record.hpp"
#include "story/sorted.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

namespace report {

[[nodiscard]] constexpr std::int64_t day_of(std::int64_t seconds) {
    constexpr std::int64_t day = 86'400;
    return seconds / day - (seconds % day < 0 ? 1 : 0);
}

/// What a record says besides its case and its time; equal for those that say the same.
[[nodiscard]] inline auto said_by(const record &r, std::span<const std::uint32_t> places) {
    return std::tuple{r.is_event() || r.names_only,
                      places.empty() ? 0 : places[r.labels],
                      r.value,
                      r.units,
                      r.elapsed,
                      r.n,
                      r.told,
                      r.whole_day,
                      r.kind,
                      r.names_only};
}
[[nodiscard]] inline auto said_by(const linked_record &r, std::span<const std::uint32_t> places) {
    return std::tuple{said_by(static_cast<const record &>(r), places), r.prospect, r.lead, r.customer};
}

/// A record's place in the order, with what decides most of it at hand.
struct place_in_order {
    std::uint64_t of;
    std::int64_t at;
    std::uint16_t cause;
    bool last; ///< of its cause and time
    std::uint32_t record;
};

template <class Record> class cases {
public:
    /// `places` is that of each row's labels among all (labels::places).
    explicit cases(std::span<const std::uint32_t> places) : places_{places} {}

    /// Calls f(records of one case, in order) for each case of all parts, which are empty then.
    void for_each(parts<Record> &of, auto &&f) {
        for (std::size_t which = 0; which < parts<Record>::count; ++which)
            of.take(which, records_), for_each_here(f);
    }
    /// The same, and the parts keep their records.
    void look_at(const parts<Record> &of, auto &&f) {
        for (std::size_t which = 0; which < parts<Record>::count; ++which) {
            records_.clear();
            of.look_at(which, [this](const Record &r) { records_.push_back(r); });
            for_each_here(f);
        }
    }

private:
    void for_each_here(auto &&f) {
        put_in_order();
        std::vector<Record> &told = told_;
        for (std::size_t i = 0; i < order_.size();) {
            told.clear();
            const std::uint64_t id = order_[i].of;
            for (; i < order_.size() && order_[i].of == id; ++i)
                told.push_back(records_[order_[i].record]);
            f(std::span<const Record>{told});
        }
    }
    void put_in_order() {
        order_.clear();
        for (std::uint32_t i = 0; const Record &r : records_)
            order_.push_back({r.of, r.at, cause_of(r.kind), comes_last(r.kind), i++});
        report::sort(order_.begin(), order_.end(), [this](const place_in_order &a, const place_in_order &b) {
            if (a.of != b.of) return a.of < b.of;
            if (a.at != b.at) return a.at < b.at;
            if (a.cause != b.cause) return a.cause < b.cause;
            if (a.last != b.last) return b.last;
            return says_less(a, b);
        });
        for (std::size_t i = 0, end = 0; i < order_.size(); i = end) {
            bool whole_day = false;
            for (end = i; end < order_.size() && same_day(order_[i], order_[end]); ++end)
                whole_day |= records_[order_[end].record].whole_day;
            if (whole_day && end - i > 1) order_by_cause(i, end);
        }
    }
    void order_by_cause(std::size_t from, std::size_t to) {
        const auto at = [this](std::size_t i) { return order_.begin() + static_cast<std::ptrdiff_t>(i); };
        report::sort(at(from), at(to), [this](const place_in_order &a, const place_in_order &b) {
            if (a.cause != b.cause) return a.cause < b.cause;
            if (a.at != b.at) return a.at < b.at;
            if (a.last != b.last) return b.last;
            return says_less(a, b);
        });
    }
    [[nodiscard]] static bool same_day(const place_in_order &a, const place_in_order &b) {
        return a.of == b.of && day_of(a.at) == day_of(b.at);
    }
    [[nodiscard]] bool says_less(const place_in_order &a, const place_in_order &b) const {
        return said_by(records_[a.record], places_) < said_by(records_[b.record], places_);
    }

    std::span<const std::uint32_t> places_;
    std::vector<Record> records_, told_;
    std::vector<place_in_order> order_;
};

} // namespace report
