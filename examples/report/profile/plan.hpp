// SPDX-License-Identifier: MIT
#pragma once

/// A profile that was read and found valid: what the columns of a log are, and which events a row of it
/// makes. It is made by profile.hpp, and carried out by mapper.hpp.

#include "profile/date_format.hpp"
#include "profile/event.hpp"
#include <kpi/core/event_set.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace report {

/// A column as the profile names it: by its heading, or by its number from 1.
struct column {
    std::string name;
    std::size_t number{};
    bool optional{};   ///< the file may lack it, and a cell may be empty
    std::string place; ///< where the profile names it, for messages
};
/// An index into plan::columns.
using column_id = std::size_t;

/// A kind or a channel: always the same, or told by a column, in its own words or translated.
template <class T> struct choice {
    std::optional<T> fixed;
    column_id column{};
    bool translated{};
    std::map<std::string, std::optional<T>, std::less<>> words; ///< nullopt: means nothing, makes no event
    bool has_otherwise{};
    std::optional<T> otherwise;
};

struct name_rule {
    std::string constant; ///< where there is no column
    std::optional<column_id> column;
};

/// An id: the text of a column, or the row itself, which then is about somebody of its own.
struct id_rule {
    std::optional<column_id> column;
};

struct date_rule {
    column_id column{};
    date_format format;
};

struct number_rule {
    column_id column{};
    unsigned decimals{};
};

/// The time between two dates of the row, in seconds.
struct span_rule {
    date_rule from, to;
};

/// The cell is (or is not) one of these.
struct condition {
    column_id column{};
    std::vector<std::string> values;
    bool negated{};
};

struct event_rule {
    choice<activity> kind;
    std::optional<choice<medium>> channel;
    std::optional<date_rule> at;
    std::array<std::optional<name_rule>, named_parts.size()> names;
    std::array<std::optional<id_rule>, id_parts.size()> ids;
    std::array<std::optional<number_rule>, number_parts.size()> numbers;
    std::optional<span_rule> span; ///< in place of the number `elapsed`
    std::optional<number_rule> count;
    std::vector<condition> when;
    std::optional<column_id> once_per;
    bool undated{}; ///< a row whose date is empty makes the event all the same, without a time
};

struct plan {
    std::string name;
    char separator{','};
    char decimal{'.'};
    bool header{true};
    bool known_columns_only{}; ///< a heading that the profile does not name is refused
    std::optional<std::size_t>
        width; ///< how many columns a row must have, where there is no header to say it
    std::vector<column> columns;
    std::vector<condition> only;
    std::optional<column_id> stage;
    event_rule common; ///< what holds for all events that do not say it differently
    std::vector<event_rule> events;

    /// The kinds that its events can have.
    [[nodiscard]] kpi::event_set<activity> possible() const;
    /// It takes kinds by their own names from a column, so that whatever is not in the log was not told.
    [[nodiscard]] bool open_ended() const;
    /// In how many decimals its amounts are written, as far as it says so.
    [[nodiscard]] unsigned decimals_of_amounts() const;
    /// It says of some event how it travelled.
    [[nodiscard]] bool tells_channels() const;
};

} // namespace report
