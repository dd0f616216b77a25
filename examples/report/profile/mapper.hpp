// SPDX-License-Identifier: MIT
#pragma once

/// Carries out a plan: turns the rows of one file into events. A row makes all its events or, if anything in
/// it cannot be read, none: the fault says what.

#include "profile/grouped_by.hpp"
#include "profile/known_names.hpp"
#include "profile/memo.hpp"
#include "profile/number.hpp"
#include "profile/plan.hpp"
#include "profile/recent_day.hpp"
#include "read/csv_reader.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace report {

/// An event that a row makes, n times over.
struct made_event {
    event what;
    std::uint64_t n{1};               ///< 0 for a row that, if chosen, means that there is no event
    std::optional<std::uint64_t> key; ///< of events that are counted once
    chosen_by chosen{};               ///< ... which of them counts
    std::size_t rule{};               ///< its place among the plan's events
};

/// Why a row is refused: a reason that many rows can share, and the text of this row.
struct fault {
    std::string reason;
    std::string text;

    void pass(auto &through) { through(reason, text); }
};

struct mapped_row {
    std::vector<made_event> events;
    std::optional<std::uint32_t> stage; ///< of the row's deal now
    event names{};                      ///< ... and the names on that row
    bool passed_over{};                 ///< the profile's `only` leaves it out
    std::uint64_t fingerprint{};        ///< the same for equal rows
};

class mapper {
public:
    /// Numbers the texts that it meets in `known`; other threads may do so at the same time. `file` keeps
    /// cases apart that only their row identifies.
    mapper(const plan &p, const grouped_by &by, known_names &known, std::uint32_t file = 0);

    /// Reads the header, if the plan has one, and finds its columns there. Throws a failure if one is missing
    /// or there twice.
    void read_header(csv_reader &rows, const std::string &file);
    void bind_header(const csv_row &header, const std::string &file);
    /// As they were read; empty without a header.
    [[nodiscard]] const std::vector<std::string> &headings() const { return header_; }

    /// Whether the row repeats the header, as in files that were pasted together.
    [[nodiscard]] bool is_header(const csv_row &row) const;
    /// Whether the table ends before this row: it and all rows after it are something else.
    [[nodiscard]] bool ends_table(const csv_row &row);
    /// Maps a row, or says why it cannot.
    [[nodiscard]] std::optional<fault> map(const csv_row &row, mapped_row &into);

    [[nodiscard]] const plan &by_plan() const { return plan_; }
    /// Whether some event names its group in this dimension: always the same, or by a column that is there.
    [[nodiscard]] bool tells(const dimension &by) const;
    /// Whether some event has a date.
    [[nodiscard]] bool tells_dates() const;
    /// Whether the file says who did what.
    [[nodiscard]] bool tells_reps() const;
    /// Whether the profile says for all rows, and not only for some events, which group they are in.
    [[nodiscard]] bool stages_have_groups() const;
    /// Adds what another thread or run has met in the rows that it mapped.
    void has_met(bool zoned_dates, bool unzoned_dates) { zoned_ |= zoned_dates, unzoned_ |= unzoned_dates; }
    /// Some dates had a zone; some had none.
    [[nodiscard]] bool zoned() const { return zoned_; }
    [[nodiscard]] bool unzoned() const { return unzoned_; }

private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    /// A column of the plan in this file.
    struct bound_column {
        std::size_t position{absent};
        bool optional{};
    };
    /// The text of one cell, or a constant text; `part` is a place in named_parts or, after those, among
    /// the user's own dimensions.
    struct bound_name {
        std::size_t part{};
        std::size_t position{absent};
        column_id column{};
        std::string_view otherwise;
        const name_rule *translated{}; ///< if texts and names differ
    };
    struct bound_id {
        std::uint64_t event::*member;
        std::size_t position{};
        bool of_row{};
    };
    struct bound_number {
        std::int64_t event::*member;
        std::size_t position{};
        bool optional{};
        std::uint8_t bit{}; ///< in event::told
        const number_rule *rule{};
    };
    /// What a rule tells about an event, as far as its columns are there.
    struct parts_told {
        std::vector<bound_name> names, own;
        std::vector<bound_id> ids;
        std::vector<bound_number> numbers;
        std::optional<bound_name> currency; ///< of the value: one of the names
    };

    [[nodiscard]] std::string called(column_id id) const;
    [[nodiscard]] std::string_view cell(column_id id) const { return cell_at(columns_[id].position, {}); }
    [[nodiscard]] std::string_view text_of(const bound_name &name) {
        std::string_view text = cell_at(name.position, name.otherwise);
        if (name.translated != nullptr) text = translated(*name.translated, text);
        return name.part == currency_part ? in_capitals(text) : text;
    }
    /// The profile's name for the text; valid until the next one is read.
    [[nodiscard]] std::string_view translated(const name_rule &rule, std::string_view text);
    /// A currency's code; valid until the next one is read.
    [[nodiscard]] std::string_view in_capitals(std::string_view text);
    [[nodiscard]] std::string_view cell_at(std::size_t position, std::string_view otherwise = {}) const {
        if (position < row_->fields.size()) return row_->fields[position];
        return otherwise;
    }
    [[nodiscard]] bool empty_and_may_be(column_id id) const {
        return columns_[id].optional && cell(id).empty();
    }
    /// Whether all conditions hold; false, with fault_ set, if a cell must be a number and is not.
    bool test(const std::vector<condition> &all, bool &hold);

    void look_at(const csv_row &row);
    void bind_rules();
    [[nodiscard]] std::size_t position_of(std::optional<column_id> column) const;
    void want_headings(const csv_row &header, const std::string &place) const;
    [[nodiscard]] std::size_t position_in(const csv_row &header, const column &c,
                                          const std::string &place) const;
    bool fits(std::size_t size);
    bool make(std::size_t place, mapped_row &into);
    bool make_none(std::size_t place, mapped_row &into);
    bool read_key(std::size_t place, made_event &made);
    bool read_due(const date_rule &rule, event &into);
    bool read_entered(const std::optional<stage_rule> &rule, event &into);
    bool read_stage(mapped_row &into);
    void number_names(mapped_row &row);
    void number_names(const parts_told &told, event &into);
    void bind_names(const event_rule &rule, parts_told &told) const;
    void bind_names_of_stage();
    bool can_be_read(const bound_name &name, std::string_view text);
    template <class T> bool choose(const choice<T> &from, std::string_view what, std::optional<T> &into);
    template <class T> bool find_out(const choice<T> &from, std::string_view what, std::optional<T> &into);
    template <class T> memo<T> &words_of() {
        if constexpr (std::is_same_v<T, activity>)
            return kinds_;
        else
            return channels_;
    }
    bool read_date(const date_rule &rule, std::optional<moment> &into);
    bool read_other_date(const date_rule &rule, std::optional<moment> &into);
    bool read_time(const date_rule &rule, std::optional<std::int64_t> &into);
    void read_ids(const parts_told &told, event &into);
    bool read_number(const number_rule &rule, std::int64_t &into);
    bool read_count(const number_rule &rule, std::int64_t &into);
    bool read_amount(const number_rule &rule, const std::optional<bound_name> &currency, std::int64_t &into);
    bool read_span(const span_rule &rule, event &into);
    [[nodiscard]] bound_name bound(const name_rule &rule, std::size_t part = 0) const;
    bool refuse_name(const bound_name &name);
    bool refuse(column_id id, const std::string &why);
    bool refuse(column_id id, const number &wrong);

    const plan &plan_;
    std::vector<bound_column> columns_;
    std::vector<parts_told> parts_told_; ///< for each of the plan's events
    std::size_t width_{};                ///< of every row; 0 if unknown
    std::size_t needed_{};               ///< of every row, at least
    std::vector<std::string> header_;

    grouped_by by_;
    known_names &known_;
    std::array<names_at_hand, named_parts.size()> names_; ///< by part
    std::vector<names_at_hand> own_names_;                ///< for each of the user's own dimensions
    combinations::at_hand further_;
    names_at_hand stages_;
    parts_told of_stage_;   ///< the names on a row whose deal is in a stage
    std::uint64_t file_;    ///< in the upper half
    std::uint64_t profile_; ///< tells keys apart that two profiles use for different things
    bool zoned_{}, unzoned_{};
    recent_day day_;
    bool tells_rows_apart_{}; ///< some rule looks at a single row of a key
    memo<activity> kinds_;
    memo<medium> channels_;

    const csv_row *row_{};
    csv_row told_; ///< a row without the cells that say nothing
    std::vector<std::string_view> told_fields_;
    std::vector<std::uint32_t> numbers_; ///< of the names of a row in those dimensions
    std::array<char, 3> currency_{};
    std::string folded_; ///< a name
    bool new_names_{};   ///< the row may have some
    fault fault_;
};

} // namespace report
