// SPDX-License-Identifier: MIT
#include "inspect/column_look.hpp"

#include <algorithm>

namespace report {
namespace {

bool says_nothing(std::string_view cell) {
    static constexpr std::array<std::string_view, 14> marks{
        "NULL", "null", "N/A", "n/a", "#N/A", "NaN",        "nan",
        "None", "none", "-",   "--",  "\\N",  "0000-00-00", "0000-00-00 00:00:00"};
    return std::find(marks.begin(), marks.end(), cell) != marks.end();
}

} // namespace

void column_look::look_at(std::string_view cell, std::uint64_t line) {
    constexpr std::size_t most_words = 1000;
    static const date_format clock = date_format::of_time("iso");
    ++rows_;
    if (cell.empty()) {
        ++empty_;
        return;
    }
    if (says_nothing(cell)) {
        empty_marks_.emplace(cell);
        return;
    }
    if (words_.size() < most_words || words_.contains(std::string{cell})) {
        seen_word &word = words_[std::string{cell}];
        if (word.rows++ == 0)
            word.line = line, first_.emplace_back(cell);
        else
            unique_ = false;
    }
    dates_.look_at(cell, line);
    numbers_.look_at(cell, line);
    if (clock.read_time(cell)) ++clocks_;
    for (std::size_t i = 0; i < forms.size(); ++i)
        if (read_duration(cell, forms[i], {}).fault.empty()) ++durations_[i];
}

column_kind column_look::kind() const {
    constexpr std::size_t few = 40;
    const auto most = [this](std::uint64_t fits) { return fits * 10 >= filled() * 9; };
    if (filled() == 0) return column_kind::empty;
    if (!dates_.ways().empty()) return column_kind::date;
    if (!numbers_.ways().empty()) return column_kind::number;
    if (most(clocks_)) return column_kind::clock;
    if (most(*std::max_element(durations_.begin(), durations_.end()))) return column_kind::duration;
    const bool repeats = words_.size() * 2 <= filled() || words_.size() <= 6;
    return words_.size() <= few && repeats ? column_kind::words : column_kind::text;
}

unsigned column_look::percent() const {
    const auto share = [this](std::uint64_t fits) {
        return filled() == 0 ? 100u : static_cast<unsigned>(fits * 100 / filled());
    };
    switch (kind()) {
    case column_kind::date:
        return share(dates_.ways().front().fits);
    case column_kind::number:
        return share(numbers_.ways().front().fits);
    case column_kind::clock:
        return share(clocks_);
    case column_kind::duration:
        return share(*std::max_element(durations_.begin(), durations_.end()));
    default:
        return 100;
    }
}

std::vector<std::string> column_look::examples(std::size_t most) const {
    return {first_.begin(), first_.begin() + static_cast<std::ptrdiff_t>(std::min(most, first_.size()))};
}

std::optional<duration_form> column_look::duration() const {
    for (std::size_t i = 0; i < forms.size(); ++i)
        if (filled() != 0 && durations_[i] == filled()) return forms[i];
    return std::nullopt;
}

} // namespace report
