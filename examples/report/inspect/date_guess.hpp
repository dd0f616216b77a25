// SPDX-License-Identifier: MIT
#pragma once

/// In which ways the dates of a column can be read, and which rows decide between two of them.

#include "profile/date_format.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// A language's names of months, from January, where it is not English; each may have several.
struct month_language {
    std::string_view language;
    std::array<std::string_view, 12> months; ///< with | between two
};
[[nodiscard]] const std::vector<month_language> &month_languages();

/// One way to read dates, and how far it goes.
struct date_way {
    std::string format;
    const month_language *language{}; ///< none for English
    std::uint64_t fits{};
    std::uint64_t miss_line{}; ///< of the first cell that it cannot read; 0 for none
    std::string miss;
};

class date_guess {
public:
    date_guess();
    void look_at(std::string_view cell, std::uint64_t line);

    /// Ways that read at least nine of ten cells, those that read most of them first.
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

/// The format in which day and month change places: "%m/%d/%Y" of "%d/%m/%Y"; empty without both.
[[nodiscard]] std::string swapped(const std::string &format);

/// Some format reads it.
[[nodiscard]] bool is_some_date(std::string_view cell);

} // namespace report
