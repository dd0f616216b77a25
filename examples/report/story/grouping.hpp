// SPDX-License-Identifier: MIT
#pragma once

/// The group of a case or an act, and whether it is looked at at all: by one dimension or several, as
/// grouped_by says. With one dimension, a group has the number of its name, number 0 being nobody; with
/// several, it has the number of those together.

#include "profile/grouped_by.hpp"
#include "story/labels.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace report {

inline constexpr std::uint32_t unnamed = ~std::uint32_t{};

/// For each dimension the labels of the row that names it, or `unnamed`.
using naming = std::array<std::uint32_t, grouped_by::most>;
inline constexpr naming names_nothing = [] {
    naming all{};
    all.fill(unnamed);
    return all;
}();
/// The same labels in all dimensions.
[[nodiscard]] inline naming all_by(std::uint32_t labels) {
    naming all;
    all.fill(labels);
    return all;
}

struct membership {
    std::uint32_t group{};
    std::uint32_t first{}; ///< its number in the first dimension
    bool named{};          ///< in every dimension
    bool is_in{true};      ///< it is looked at
};

class grouping {
public:
    static constexpr std::uint32_t nobody = 0;

    /// No groups, and everything is looked at.
    grouping() = default;
    /// Both arguments stay where they are.
    grouping(labels &said, const grouped_by &by) : said_{&said} {
        for (const dimension &each : by.by)
            all_.push_back(&each);
        groups_ = all_.size();
        if (groups_ > 1) // nobody in all comes first: otherwise it would be whoever the log names first
            static_cast<void>(said_->groups.number_of(std::vector<std::uint32_t>(groups_, nobody)));
        for (const looked_at &each : by.where)
            all_.push_back(&each.of), looked_at_.push_back(&each.numbers);
    }

    /// Whether there are groups.
    [[nodiscard]] explicit operator bool() const { return groups_ != 0; }
    /// The dimensions to ask a case for, including those that only say whether it is looked at.
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] const dimension &operator[](std::size_t which) const { return *all_[which]; }
    [[nodiscard]] bool is_inherited() const {
        return std::any_of(all_.begin(), all_.end(), [](const dimension *d) { return d->is_inherited(); });
    }

    /// The labels of the only row that names it in this dimension.
    [[nodiscard]] std::uint32_t of_row(std::size_t which, std::uint32_t labels) const {
        if (labels == unnamed || (labels & labels::put_together) == 0) return labels;
        return said_->together[labels & ~labels::put_together][which];
    }
    /// Whether these labels name anyone in a dimension, even if only a rep who is in no team.
    [[nodiscard]] bool names(std::size_t which, std::uint32_t labels) const {
        return name_in(which, labels) != nobody;
    }
    [[nodiscard]] membership of(const naming &by) const {
        membership found{nobody, nobody, size() != 0, true};
        std::vector<std::uint32_t> several;
        for (std::size_t d = 0; d < size(); ++d) {
            const std::uint32_t row = of_row(d, by[d]);
            const std::uint32_t group = row == unnamed ? nobody : said_->group_in(*all_[d], (*said_)[row]);
            found.named = found.named && group != nobody;
            if (d == 0) found.first = group;
            if (d >= groups_)
                found.is_in = found.is_in && is_looked_at(*looked_at_[d - groups_], group);
            else if (groups_ == 1)
                found.group = group;
            else
                several.push_back(group);
        }
        if (groups_ > 1 && found.is_in) found.group = said_->groups.number_of(several);
        return found;
    }
    /// For rows with these labels.
    [[nodiscard]] membership of(std::uint32_t labels) const {
        return all_.empty() ? membership{} : of(all_by(labels)); // asked for every row, mostly without groups
    }
    /// Labels that hold a case's name in every dimension.
    [[nodiscard]] std::uint32_t together(const naming &by) const {
        const auto end = by.begin() + static_cast<std::ptrdiff_t>(size());
        if (std::all_of(by.begin(), end, [&](std::uint32_t each) { return each == by.front(); }))
            return by.front();
        return labels::put_together | said_->together.number_of(std::vector<std::uint32_t>(by.begin(), end));
    }
    /// ... in one dimension.
    [[nodiscard]] std::uint32_t alone(std::size_t which, std::uint32_t labels) const {
        naming by = names_nothing;
        by[which] = labels;
        return together(by);
    }

private:
    [[nodiscard]] std::uint32_t name_in(std::size_t which, std::uint32_t labels) const {
        const std::uint32_t row = of_row(which, labels);
        return row == unnamed ? nobody : said_->name_in(*all_[which], (*said_)[row]);
    }
    [[nodiscard]] static bool is_looked_at(const std::vector<std::uint32_t> &groups, std::uint32_t group) {
        return std::find(groups.begin(), groups.end(), group) != groups.end();
    }

    labels *said_{};
    std::vector<const dimension *> all_;
    std::size_t groups_{}; ///< how many of them: the first ones
    std::vector<const std::vector<std::uint32_t> *> looked_at_;
};

} // namespace report
