// SPDX-License-Identifier: MIT
#pragma once

/// The ways in which the dates of a column can be read, and the rows that decide between two of them.

#include "profile/date_format.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// A language's names of months, from January, for languages other than English; a month may have several.
struct month_language {
    std::string_view language;
    std::array<std::string_view, 12> months; ///< separated by |
};
[[nodiscard]] const std::vector<month_language> &month_languages();

/// One way to read dates, and how many it can read.
struct date_way {
    std::string format;
    const month_language *language{}; ///< null for English
    std::uint64_t fits{};
    std::uint64_t miss_line{}; ///< of the first cell that it cannot read; 0 for none
    std::string miss;
};

class date_guess {
public:
    date_guess();
    void look_at(std::string_view cell, std::uint64_t line);

    /// The ways that read at least nine out of ten cells, those that read most first.
    [[nodiscard]] std::vector<date_way> ways() const;
    [[nodiscard]] std::uint64_t cells() const { return cells_; }

private:
    struct candidate {
        date_format reads;
        date_way told;
    };
    std::vector<candidate> left_;
    std::uint64_t cells_{};
};

/// The format with day and month exchanged: "%m/%d/%Y" for "%d/%m/%Y"; empty if it lacks one of them.
[[nodiscard]] std::string swapped(const std::string &format);

/// Whether some format reads it.
[[nodiscard]] bool is_some_date(std::string_view cell);

} // namespace report
