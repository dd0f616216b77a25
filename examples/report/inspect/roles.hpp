// SPDX-License-Identifier: MIT
#pragma once

/// Which column of a file plays which part, judged by its name and its contents: at most one column a part,
/// and one part a column.

#include "inspect/meaning.hpp"
#include "inspect/survey.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace report {

/// What the words of a column tell: how deals ended, or what came of calls.
enum class told_by_words : unsigned char { nothing, settlements, call_outcomes };

class roles {
public:
    explicit roles(const survey &found);

    [[nodiscard]] std::optional<std::size_t> of(role r) const {
        const auto known = columns_.find(r);
        return known == columns_.end() ? std::nullopt : std::optional{known->second};
    }
    [[nodiscard]] role of_column(std::size_t column) const;
    [[nodiscard]] told_by_words stage_tells() const { return stage_tells_; }
    /// The column with the time of day, if another column has the date.
    [[nodiscard]] std::optional<std::size_t> clock_of(std::size_t date) const;
    /// Whether they are days since 1899, judged by their size and the name of the column.
    [[nodiscard]] bool is_excel_date(std::size_t column) const;

private:
    void find_stage();
    void find_dates();
    void find(role r, std::initializer_list<column_kind> of_kinds, unsigned least_fit = 1);
    [[nodiscard]] bool is_taken(std::size_t column) const;
    [[nodiscard]] bool is_date(std::size_t column) const;
    void set(role r, std::size_t column) { columns_.emplace(r, column); }

    const survey &found_;
    std::map<role, std::size_t> columns_;
    told_by_words stage_tells_{};
};

} // namespace report
