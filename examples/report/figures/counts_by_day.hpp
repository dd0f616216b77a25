// SPDX-License-Identifier: MIT
#pragma once

/// Counts by a number of whole days, a few for each day. They suit days that come seldom as well as tens of
/// thousands of days that all come. Days are found by their place, in pages that are made when the first of
/// their days is needed.

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace report {

template <std::size_t Kinds> class counts_by_day {
public:
    using counts = std::array<std::uint64_t, Kinds>;

    /// The counts of a day; they are 0 until somebody counts.
    [[nodiscard]] counts &operator[](std::uint32_t day) {
        const std::size_t which = day / page_days;
        if (which >= pages_.size()) pages_.resize(which + 1);
        if (!pages_[which]) pages_[which] = std::make_unique<page>();
        return (*pages_[which])[day % page_days];
    }
    /// Calls f(day, counts) for each day from this one on that has any counts, in ascending order.
    void for_each(std::uint32_t from, auto &&f) const {
        for (std::size_t which = from / page_days; which < pages_.size(); ++which)
            for (std::size_t i = 0; pages_[which] && i < page_days; ++i)
                if (const std::size_t day = which * page_days + i;
                    day >= from && (*pages_[which])[i] != counts{})
                    f(static_cast<std::uint32_t>(day), (*pages_[which])[i]);
    }
    void pass(auto &through) { through(pages_); }

private:
    static constexpr std::size_t page_days = 16;
    using page = std::array<counts, page_days>;
    std::vector<std::unique_ptr<page>> pages_;
};

} // namespace report
