// SPDX-License-Identifier: MIT
#include "profile/side_table.hpp"

#include "failure.hpp"
#include "profile/date_format.hpp"
#include "profile/nearest.hpp"
#include "read/decode.hpp"

#include <algorithm>
#include <utility>

namespace report {

side_table::side_table(input from, std::span<const std::string_view> columns, std::size_t needed)
    : name_{from.name}, columns_{columns}, reader_{decoded(std::move(from.read), from.name, encoding::utf_8),
                                                   from.name,
                                                   {.separator = dialect::detect}},
      positions_(columns.size(), absent) {
    if (!reader_.next(row_)) throw failure{name_ + ": is empty, and a header was expected"};
    if (!row_.fault.empty()) refuse("the header cannot be read: " + std::string{row_.fault});
    width_ = row_.fields.size();
    for (std::size_t i = 0; i < width_; ++i) {
        const std::string_view heading = row_.fields[i];
        const auto known = std::find(columns.begin(), columns.end(), heading);
        if (known == columns.end())
            refuse("there is no column \"" + std::string{heading} + "\" here" + suggestion(heading, columns));
        std::size_t &position = positions_[static_cast<std::size_t>(known - columns.begin())];
        if (std::exchange(position, i) != absent)
            refuse("the header has two columns \"" + std::string{heading} + '"');
    }
    for (std::size_t i = 0; i < needed; ++i)
        if (positions_[i] == absent)
            refuse("the header has no column \"" + std::string{columns[i]} + '"' +
                   suggestion(columns[i], row_.fields));
}

bool side_table::next() {
    if (!reader_.next(row_)) return false;
    if (!row_.fault.empty()) refuse(std::string{row_.fault});
    if (row_.fields.size() != width_)
        refuse(std::to_string(row_.fields.size()) + (row_.fields.size() == 1 ? " column" : " columns") +
               " where there should be " + std::to_string(width_));
    return true;
}

std::string_view side_table::operator[](std::size_t column) const {
    return positions_[column] == absent ? std::string_view{} : row_.fields[positions_[column]];
}

time_frame side_table::days(std::size_t from, std::size_t to) const {
    time_frame read{day(from), day(to)};
    if (read.until) read.until = *read.until + a_day;
    if (read.from && read.until && *read.until <= *read.from) refuse(to, "is before the first day");
    return read;
}

std::optional<std::int64_t> side_table::day(std::size_t column) const {
    const std::string_view text = (*this)[column];
    if (text.empty()) return std::nullopt;
    if (const auto read = date_format{"%Y-%m-%d"}.read(text)) return read->seconds;
    refuse(column, "is no day such as 2024-01-31");
}

void side_table::refuse(std::size_t column, const std::string &why) const {
    refuse(std::string{columns_[column]} + ' ' + why + ": \"" + std::string{(*this)[column].substr(0, 60)} +
           '"');
}

void side_table::refuse(const std::string &why) const {
    throw failure{name_ + ':' + std::to_string(row_.line) + ": " + why};
}

} // namespace report
