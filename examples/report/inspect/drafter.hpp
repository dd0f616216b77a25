// SPDX-License-Identifier: MIT
#pragma once

/// What drafts of all kinds of tables have in common: columns as a profile names them, dates and numbers as
/// they are written, and the list of guesses.

#include "inspect/draft.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace report {

[[nodiscard]] inline std::string quoted(const std::string &text) { return '"' + text + '"'; }

class drafter {
public:
    using json = nlohmann::ordered_json;

    drafter(const survey &found, const roles &parts) : found_{found}, parts_{parts} {}

    /// How the file is cut, and how its dates and numbers are written.
    void write_setting();
    /// Who, where, what: the columns that hold for all events.
    void write_names();
    [[nodiscard]] draft finish() && { return std::move(told_); }

    [[nodiscard]] const survey &found() const { return found_; }
    [[nodiscard]] const column_look &look(std::size_t column) const { return found_.columns[column]; }
    [[nodiscard]] std::optional<std::size_t> of(role r) const { return parts_.of(r); }
    [[nodiscard]] role part_of(std::size_t column) const { return parts_.of_column(column); }
    [[nodiscard]] std::string name_of(std::size_t column) const { return found_.cut.name_of(column); }
    [[nodiscard]] json &profile() { return told_.profile; }
    void guess(const std::string &text) { told_.guesses.push_back(text); }
    void ask(const std::string &text) { told_.questions.push_back(text); }

    /// A column: its heading, or its number.
    [[nodiscard]] json column(std::size_t at) const;
    /// ... marked as having gaps, if it has any.
    [[nodiscard]] json gappy_column(std::size_t at) const;
    /// A date, with its own format if it has one, and the time from another column.
    [[nodiscard]] json date(std::size_t at) const;
    /// Seconds, in whatever form they are written.
    [[nodiscard]] json seconds(std::size_t at) const;
    /// A condition that the column is not empty.
    [[nodiscard]] json is_there(std::size_t at) const { return {{"column", column(at)}, {"is_not", ""}}; }
    /// For all events so far: rows with the same text in this column are one event.
    void count_once_per(std::size_t at) {
        for (json &each : events_)
            each["once_per"] = column(at);
    }
    void add_event(json event) { events_.push_back(std::move(event)); }
    void write_events() { told_.profile["events"] = events_; }

private:
    void write_dialect();
    void write_dates();
    void write_numbers();
    void write_currency(std::size_t amount);
    [[nodiscard]] bool says_utc(std::size_t at) const;
    [[nodiscard]] std::string format_of(std::size_t at);
    [[nodiscard]] std::optional<date_way> decided_elsewhere(const date_way &a, std::size_t &by) const;

    const survey &found_;
    const roles &parts_;
    draft told_;
    json events_ = json::array();
    std::vector<std::string> formats_; ///< for each column; empty if none
    std::string common_format_{"iso"};
    std::set<std::string> asked_; ///< formats in which day and month may change places
};

} // namespace report
