// SPDX-License-Identifier: MIT
#include "profile/business_hours.hpp"

#include "failure.hpp"
#include "profile/date_format.hpp"
#include "profile/nearest.hpp"
#include "profile/periods.hpp"
#include "read/csv_reader.hpp"
#include "read/decode.hpp"
#include "read/trimmed.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <utility>

namespace report {
namespace {

using kpi::open_hours;
constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

/// Reads the option part by part, and says what is wrong with the whole.
class hours_reader {
public:
    explicit hours_reader(std::string_view text) : text_{text} {}

    kpi::weekly_schedule read() {
        std::string_view left = text_;
        while (!trimmed(left).empty()) {
            const std::size_t end = std::min(left.find(','), left.size());
            add(trimmed(left.substr(0, end)));
            left.remove_prefix(std::min(end + 1, left.size()));
        }
        if (is_closed_) refuse("days and hours are wanted here, such as \"Mon-Fri 09:00-17:30\"");
        for (kpi::weekly_schedule::day &each : all_.week)
            if (closed(each[0]) || (!closed(each[1]) && each[1].from < each[0].from))
                std::swap(each[0], each[1]);
        if (!all_.consistent()) refuse("two stretches have a time in common");
        return all_;
    }

private:
    /// "Mon-Fri 09:00-17:30", "Sat 10:00-14:00", or further hours for the days before: "13:00-17:00".
    void add(std::string_view part) {
        const bool has_days = !part.empty() && std::isdigit(static_cast<unsigned char>(part.front())) == 0;
        const std::size_t space = has_days ? part.find(' ') : 0;
        if (part.empty() || space == std::string_view::npos || (!has_days && is_closed_))
            refuse("\"" + std::string{part} + "\" is no day and hours such as Mon-Fri 09:00-17:30");
        if (has_days) read_days(part.substr(0, space));
        const open_hours hours = read_hours(trimmed(part.substr(space)));
        is_closed_ = false;
        for (std::size_t d = first_;; d = (d + 1) % 7) {
            open_at(d, hours);
            if (d == last_) break;
        }
    }
    void open_at(std::size_t day, open_hours hours) {
        for (open_hours &stretch : all_.week[day])
            if (closed(stretch)) {
                stretch = hours;
                return;
            }
        refuse(std::string{weekdays[day]} + " has more than two stretches of work");
    }
    void read_days(std::string_view text) {
        const std::size_t dash = text.find('-');
        first_ = read_day(text.substr(0, dash));
        last_ = dash == std::string_view::npos ? first_ : read_day(text.substr(dash + 1));
    }
    std::size_t read_day(std::string_view text) const {
        const auto same = [](char a, char b) {
            return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
        };
        for (std::size_t d = 0; d < weekdays.size(); ++d)
            if (std::equal(text.begin(), text.end(), weekdays[d].begin(), weekdays[d].end(), same)) return d;
        refuse("\"" + std::string{text} + "\" is no day of the week" + suggestion(text, weekdays));
    }
    open_hours read_hours(std::string_view text) const {
        const std::size_t dash = text.find('-');
        const auto from = minute(trimmed(text.substr(0, dash)));
        const auto to =
            dash == std::string_view::npos ? std::nullopt : minute(trimmed(text.substr(dash + 1)));
        if (!from || !to || *from == *to || *from == 1440)
            refuse("\"" + std::string{text} + "\" are no hours such as 09:00-17:30");
        return {*from, *to};
    }
    /// "09:30", "9:30", up to "24:00".
    static std::optional<std::uint16_t> minute(std::string_view text) {
        const std::size_t colon = text.find(':');
        const auto number = [](std::string_view digits, unsigned most) -> std::optional<unsigned> {
            if (digits.empty() || digits.size() > 2) return std::nullopt;
            unsigned n = 0;
            for (const char c : digits) {
                if (c < '0' || c > '9') return std::nullopt;
                n = n * 10 + static_cast<unsigned>(c - '0');
            }
            return n <= most ? std::optional{n} : std::nullopt;
        };
        if (colon == std::string_view::npos || text.size() != colon + 3) return std::nullopt;
        const auto hour = number(text.substr(0, colon), 24), rest = number(text.substr(colon + 1), 59);
        if (!hour || !rest || *hour * 60 + *rest > 1440) return std::nullopt;
        return static_cast<std::uint16_t>(*hour * 60 + *rest);
    }
    [[nodiscard]] static bool closed(open_hours stretch) { return stretch.from == stretch.to; }
    [[noreturn]] void refuse(const std::string &why) const {
        throw failure{"--business-hours \"" + std::string{text_} + "\": " + why};
    }

    std::string_view text_;
    kpi::weekly_schedule all_{};
    std::size_t first_{}, last_{};
    bool is_closed_{true};
};

std::string clock_text(std::uint16_t minute) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", minute / 60, minute % 60);
    return text.data();
}

} // namespace

business_hours business_hours::read(std::string_view text) {
    business_hours all;
    all.week_ = hours_reader{text}.read().week;
    return all;
}

void business_hours::read_holidays(input from) {
    source_ = from.name;
    csv_reader lines{decoded(std::move(from.read), source_, encoding::utf_8),
                     source_,
                     {.separator = '\x1F', .quoted = false}};
    const date_format iso{"%Y-%m-%d"};
    csv_row row;
    for (bool first = true; lines.next(row);) {
        const std::string_view line = trimmed(row.fields.empty() ? std::string_view{} : row.fields.front());
        if (line.empty() || line.front() == '#') continue;
        const std::string_view day = line.substr(0, line.find_first_of(" ,;\t#"));
        const bool is_heading =
            std::exchange(first, false) &&
            std::isdigit(static_cast<unsigned char>(day.empty() ? ' ' : day.front())) == 0;
        if (is_heading) continue;
        const auto read = iso.read(day);
        if (!read)
            throw failure{source_ + ':' + std::to_string(row.line) + ": is no day such as 2024-12-25: \"" +
                          std::string{line.substr(0, 60)} + '"'};
        holidays_.push_back(static_cast<std::int32_t>(read->seconds / a_day));
    }
    std::sort(holidays_.begin(), holidays_.end());
    holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
}

std::string business_hours::text() const {
    std::string all;
    for (std::size_t d = 0, end = 0; d < week_.size(); d = end) {
        const auto same = [&](std::size_t other) {
            return week_[other][0].from == week_[d][0].from && week_[other][0].to == week_[d][0].to &&
                   week_[other][1].from == week_[d][1].from && week_[other][1].to == week_[d][1].to;
        };
        for (end = d + 1; end < week_.size() && same(end);)
            ++end;
        std::string hours;
        for (const open_hours &stretch : week_[d])
            if (stretch.from != stretch.to)
                hours +=
                    (hours.empty() ? " " : ", ") + clock_text(stretch.from) + '-' + clock_text(stretch.to);
        if (hours.empty()) continue;
        all += (all.empty() ? "" : ", ") + std::string{weekdays[d]};
        if (end - d > 1) all += '-' + std::string{weekdays[end - 1]};
        all += hours;
    }
    return all;
}

} // namespace report
