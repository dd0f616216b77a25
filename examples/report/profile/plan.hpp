// SPDX-License-Identifier: MIT
#pragma once

/// A profile that has been read and found valid: the meaning of a log's columns, and the events that a row
/// makes. profile.hpp makes it, and mapper.hpp carries it out.

#include "profile/chosen_by.hpp"
#include "profile/condition.hpp"
#include "profile/date_format.hpp"
#include "profile/duration.hpp"
#include "profile/event.hpp"
#include "profile/own_metric.hpp"
#include "read/dialect.hpp"
#include <kpi/core/event_set.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// A column as the profile names it: by its heading, or by its number from 1.
struct column {
    std::string name;
    std::vector<std::string> other_names; ///< that may take the place of the first
    std::size_t number{};
    bool optional{};   ///< the file may lack it, and a cell may be empty
    std::string place; ///< where the profile names it, for messages

    [[nodiscard]] bool is_called(std::string_view heading) const {
        return heading == name ||
               std::find(other_names.begin(), other_names.end(), heading) != other_names.end();
    }
};
/// An index into plan::columns.
using column_id = std::size_t;

/// A kind or a channel: always the same, or told by a column, in its own words or translated.
template <class T> struct choice {
    std::optional<T> fixed;
    column_id column{};
    bool translated{};
    bool any_case{};                                            ///< the words are in lower case
    std::map<std::string, std::optional<T>, std::less<>> words; ///< nullopt: makes no event
    bool has_otherwise{};
    std::optional<T> otherwise;
};

struct name_rule {
    std::string constant; ///< if there is no column
    std::optional<column_id> column;
    std::map<std::string, std::string, std::less<>> words{}; ///< other names for some texts
    std::optional<std::string> otherwise{}; ///< for all others; without it they are names themselves
    bool any_case{};                        ///< names, and the words, are in lower case

    [[nodiscard]] bool translates() const { return !words.empty() || otherwise || any_case; }
};

/// An id: the text of a column, or the row itself, which is then about a person of its own.
struct id_rule {
    std::optional<column_id> column;
};

/// The first of several formats that fits; the time of day may have a column of its own.
struct date_rule {
    column_id column{};
    std::vector<date_format> formats;
    std::optional<column_id> time{};
    std::vector<date_format> time_formats{};
};

struct number_rule {
    column_id column{};
    unsigned decimals{};
    number_style style{};
    std::vector<duration_form> forms{}; ///< of a time in words, with colons, in minutes; the first that fits
    std::optional<std::int64_t> if_blank{};   ///< the value of a cell that may be empty
    std::map<std::string, unsigned> powers{}; ///< of ten, by the letters after a number: "k" is 3
};

/// The time between two dates of the row, in seconds.
struct span_rule {
    date_rule from, to;
};

/// Rows that share a key are one event.
struct key_rule {
    column_id column{};
    chosen_by how{};
};

/// Which stage of its own pipeline a deal enters: told by a column, or always the same. The column holds the
/// stages' names, the first of which is number 1, or, without an order, their numbers.
struct stage_rule {
    std::optional<column_id> column;
    std::uint8_t constant{};
    std::vector<std::string> order{};
    bool any_case{}; ///< of the names in the column

    /// 0 if it is none of its names.
    [[nodiscard]] std::uint8_t number_of(std::string_view name) const;
};

struct event_rule {
    choice<activity> kind;
    std::optional<choice<medium>> channel;
    std::optional<date_rule> at, due;
    std::array<std::optional<name_rule>, named_parts.size()> names;
    std::map<std::string, name_rule> own; ///< by the user's own dimensions
    std::array<std::optional<id_rule>, id_parts.size()> ids;
    std::array<std::optional<number_rule>, number_parts.size()> numbers;
    std::optional<span_rule> span; ///< in place of the number `elapsed`
    std::optional<number_rule> count;
    std::vector<condition> when;
    std::optional<key_rule> key;
    std::optional<stage_rule> stage; ///< of the kind stage_entered
    bool undated{}; ///< a row whose date is empty makes the event all the same, without a time
};

struct plan {
    std::string name;
    std::uint64_t text_hash{}; ///< of the profile's text
    dialect text;              ///< how the text is cut
    bool header{true};
    bool short_rows{};         ///< cells at the end of a row may be missing, and count as empty
    bool long_rows{};          ///< cells after the last column are ignored
    bool known_columns_only{}; ///< a heading that the profile does not name is refused
    std::optional<std::size_t>
        width; ///< how many columns a row must have, if there is no header that tells it
    std::vector<column> columns;
    std::vector<std::string> empty; ///< cells that mean nothing, however they say it
    std::vector<condition>
        end_at; ///< from the first row for which these hold, the file has no more rows of its table
    std::vector<condition> only;
    std::optional<column_id> stage;
    event_rule common; ///< what holds for all events that do not say otherwise
    std::vector<event_rule> events;
    std::vector<own_metric> metrics; ///< that the catalogue lacks

    /// The kinds that its events can have.
    [[nodiscard]] kpi::event_set<activity> possible() const;
    /// Whether it takes kinds by their own names from a column: what the log lacks was then not recorded.
    [[nodiscard]] bool open_ended() const;
    /// The stages of deals in their order, if it gives any: all its events share one order.
    [[nodiscard]] const std::vector<std::string> &stage_order() const;
    /// The user's own dimensions that its events name.
    [[nodiscard]] std::set<std::string> dimensions() const;
    /// The number of decimals of its amounts, as far as it says so.
    [[nodiscard]] unsigned decimals_of_amounts() const;
    /// Whether some event says how it travelled.
    [[nodiscard]] bool tells_channels() const;
};

} // namespace report
