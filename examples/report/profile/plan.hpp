// SPDX-License-Identifier: MIT
#pragma once

/// A profile that was read and found valid: what the columns of a log are, and which events a row of it
/// makes. It is made by profile.hpp, and carried out by mapper.hpp.

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
    std::vector<std::string> other_names; ///< that it may have in place of the first
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
    std::map<std::string, std::optional<T>, std::less<>> words; ///< nullopt: means nothing, makes no event
    bool has_otherwise{};
    std::optional<T> otherwise;
};

struct name_rule {
    std::string constant; ///< where there is no column
    std::optional<column_id> column;
    std::map<std::string, std::string, std::less<>> words{}; ///< other names for some texts
    std::optional<std::string> otherwise{}; ///< for all others; else they are names themselves
    bool any_case{};                        ///< names, and the words, are in lower case

    [[nodiscard]] bool translates() const { return !words.empty() || otherwise || any_case; }
};

/// An id: the text of a column, or the row itself, which then is about somebody of its own.
struct id_rule {
    std::optional<column_id> column;
};

/// Of several formats the first that fits; the time of day may stand in a column of its own.
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
    std::optional<std::int64_t> if_blank{};   ///< what a cell that may be empty says then
    std::map<std::string, unsigned> powers{}; ///< of ten, by the letters behind a number: "k" is 3
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

/// Which stage of its own pipeline a deal enters: told by a column, or always the same. In the column are the
/// stages' names, of which the first is number 1; or, without an order, their numbers.
struct stage_rule {
    std::optional<column_id> column;
    std::uint8_t constant{};
    std::vector<std::string> order{};
    bool any_case{}; ///< of the names in the column

    /// 0 for none of its names.
    [[nodiscard]] std::uint8_t number_of(std::string_view name) const;
};

struct event_rule {
    choice<activity> kind;
    std::optional<choice<medium>> channel;
    std::optional<date_rule> at, due;
    std::array<std::optional<name_rule>, named_parts.size()> names;
    std::map<std::string, name_rule> own; ///< by dimension of one's own
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
    std::uint64_t text_hash{}; ///< of the profile that says it
    dialect text;              ///< how it is cut
    bool header{true};
    bool short_rows{};         ///< cells at the end of a row may be missing, and are empty then
    bool long_rows{};          ///< cells beyond the last column are not looked at
    bool known_columns_only{}; ///< a heading that the profile does not name is refused
    std::optional<std::size_t>
        width; ///< how many columns a row must have, where there is no header to say it
    std::vector<column> columns;
    std::vector<std::string> empty; ///< cells that say nothing, however they say it
    std::vector<condition>
        end_at; ///< from the first row for which they hold, the file has no more rows of its table
    std::vector<condition> only;
    std::optional<column_id> stage;
    event_rule common; ///< what holds for all events that do not say it differently
    std::vector<event_rule> events;
    std::vector<own_metric> metrics; ///< that the catalogue does not have

    /// The kinds that its events can have.
    [[nodiscard]] kpi::event_set<activity> possible() const;
    /// It takes kinds by their own names from a column, so that whatever is not in the log was not told.
    [[nodiscard]] bool open_ended() const;
    /// The stages of deals in their order, if it says any: its events have one order.
    [[nodiscard]] const std::vector<std::string> &stage_order() const;
    /// The dimensions of one's own that its events name.
    [[nodiscard]] std::set<std::string> dimensions() const;
    /// In how many decimals its amounts are written, as far as it says so.
    [[nodiscard]] unsigned decimals_of_amounts() const;
    /// It says of some event how it travelled.
    [[nodiscard]] bool tells_channels() const;
};

} // namespace report
