// SPDX-License-Identifier: MIT
#pragma once

/// What the cells of one column hold, row after row: dates, times of day, durations, numbers, a few words, or
/// texts of any kind.

#include "inspect/date_guess.hpp"
#include "inspect/number_guess.hpp"
#include "profile/duration.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace report {

enum class column_kind : unsigned char { empty, date, clock, duration, number, words, text };

/// A text of a column: in how many rows it stands, and where first.
struct seen_word {
    std::uint64_t rows{}, line{};
};

class column_look {
public:
    void look_at(std::string_view cell, std::uint64_t line);

    [[nodiscard]] column_kind kind() const;
    /// How many of the non-empty cells are of that kind, in percent.
    [[nodiscard]] unsigned percent() const;
    [[nodiscard]] std::uint64_t rows() const { return rows_; }
    [[nodiscard]] std::uint64_t empty() const { return empty_; }
    /// Whether some cells are empty, or say so.
    [[nodiscard]] bool has_gaps() const { return empty_ != 0 || !empty_marks_.empty(); }
    /// Texts that mean that there is nothing: "N/A", "NULL".
    [[nodiscard]] const std::set<std::string> &empty_marks() const { return empty_marks_; }
    /// Every text; if there are more than a thousand, only the first.
    [[nodiscard]] const std::map<std::string, seen_word> &words() const { return words_; }
    /// Whether no text stands in two rows.
    [[nodiscard]] bool is_unique() const { return unique_; }
    [[nodiscard]] std::vector<std::string> examples(std::size_t most) const;

    [[nodiscard]] const date_guess &dates() const { return dates_; }
    [[nodiscard]] const number_guess &numbers() const { return numbers_; }
    /// The form that can read all durations, if there is one.
    [[nodiscard]] std::optional<duration_form> duration() const;

private:
    static constexpr std::array<duration_form, 4> forms{duration_form::hms, duration_form::ms,
                                                        duration_form::hm, duration_form::words};
    [[nodiscard]] std::uint64_t filled() const { return dates_.cells(); }

    std::uint64_t rows_{}, empty_{};
    std::set<std::string> empty_marks_;
    std::map<std::string, seen_word> words_;
    std::vector<std::string> first_;
    bool unique_{true};
    date_guess dates_;
    number_guess numbers_;
    std::array<std::uint64_t, forms.size()> durations_{};
    std::uint64_t clocks_{};
};

} // namespace report
