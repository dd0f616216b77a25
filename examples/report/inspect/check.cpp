// SPDX-License-Identifier: MIT
#include "inspect/check.hpp"

#include "inspect/event_text.hpp"
#include "inspect/unmapped_words.hpp"
#include "profile/account.hpp"
#include "profile/mapper.hpp"
#include "read/csv_reader.hpp"
#include "read/decode.hpp"
#include "show/printable.hpp"
#include "show/text_account.hpp"

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace report {
namespace {

constexpr std::size_t rows_shown = 5, examples_shown = 3, words_shown = 20, longest_heading = 60;

/// A file in which a plan's columns have been found.
class checked_file {
public:
    checked_file(input from, const plan &p)
        : name_{from.name}, plan_{p}, known_{p.dimensions()}, mapped_{p, {}, known_},
          rows_{decoded(std::move(from.read), name_, p.text.written_in), name_, p.text} {
        known_.least_decimals = p.decimals_of_amounts();
        mapped_.read_header(rows_, name_);
        examples_.resize(headings_.size());
    }

    void print(std::ostream &out) {
        out << printable(name_, 200) << ", read by the profile " << printable(plan_.name, 200)
            << "\n\nThe first rows as events\n";
        read_rows(out);
        print_unused(out);
        if (!unmapped_text_.empty())
            out << "\nWords that no map has, and that \"otherwise\" stands for\n" << unmapped_text_;
        out << "\nRows  " << rows_text(account_) << '\n';
        for (const refusal &r : account_.refusals)
            out << "  " << refusal_text(r) << '\n';
    }

private:
    [[nodiscard]] std::size_t position_of(column_id id) const {
        const column &c = plan_.columns[id];
        if (c.number != 0) return c.number - 1;
        return static_cast<std::size_t>(
            std::find_if(headings_.begin(), headings_.end(),
                         [&c](const std::string &heading) { return c.is_called(heading); }) -
            headings_.begin());
    }
    [[nodiscard]] std::string heading_of(std::size_t position) const {
        return position < headings_.size() ? printable(headings_[position], longest_heading)
                                           : "column " + std::to_string(position + 1);
    }

    void read_rows(std::ostream &out) {
        unmapped_words unmapped{plan_, [this](column_id id) { return position_of(id); }};
        csv_row row;
        mapped_row made;
        bool ended = false;
        while (rows_.next(row)) {
            if (mapped_.is_header(row)) continue;
            ended = ended || mapped_.ends_table(row);
            std::optional<fault> why;
            if (ended)
                ++account_.passed_over;
            else if ((why = mapped_.map(row, made)))
                account_.refuse(row.line, *why);
            else
                count(made);
            if (!why) ++account_.read; // refusing counts the row, too
            if (ended || why || !made.passed_over) note_examples(row);
            if (!ended && !why && !made.passed_over) unmapped.look_at(row);
            if (account_.read <= rows_shown) print_row(out, row, made, ended, why);
        }
        unmapped.for_each(words_shown, [&](std::size_t position, const std::string &word, std::uint64_t n) {
            unmapped_text_ += "  " + heading_of(position) + ": \"" + printable(word) + "\", " +
                              std::to_string(n) + (n == 1 ? " row\n" : " rows\n");
        });
    }
    void count(const mapped_row &made) {
        if (made.passed_over)
            ++account_.passed_over;
        else if (made.events.empty() && !made.stage)
            ++account_.without_event;
        else
            ++account_.used;
    }
    void print_row(std::ostream &out, const csv_row &row, const mapped_row &made, bool ended,
                   const std::optional<fault> &why) const {
        std::string label = "  line " + std::to_string(row.line) + "  ";
        const auto say = [&](const std::string &text) {
            out << label << text << '\n';
            label.assign(label.size(), ' ');
        };
        if (why)
            say("refused: " + printable(why->reason, 200) +
                (why->text.empty() ? "" : ": \"" + printable(why->text) + '"'));
        else if (ended)
            say("left out: the table ends here (end_at)");
        else if (made.passed_over)
            say("left out (only)");
        else if (made.events.empty())
            say("no event");
        else
            for (const made_event &each : made.events)
                if (each.n != 0)
                    say(event_text(each, plan_, known_, [&](column_id id) -> std::string_view {
                        const std::size_t at = position_of(id);
                        return at < row.fields.size() ? row.fields[at] : std::string_view{};
                    }));
    }
    /// Keeps some of the texts of each column.
    void note_examples(const csv_row &row) {
        if (examples_.size() < row.fields.size() && headings_.empty()) examples_.resize(row.fields.size());
        for (std::size_t i = 0; i < std::min(row.fields.size(), examples_.size()); ++i)
            if (examples_[i].size() < examples_shown && !row.fields[i].empty())
                examples_[i].emplace(row.fields[i]);
    }
    void print_unused(std::ostream &out) const {
        std::set<std::size_t> used;
        for (column_id id = 0; id < plan_.columns.size(); ++id)
            used.insert(position_of(id));
        bool first = true;
        for (std::size_t i = 0; i < examples_.size(); ++i) {
            if (used.contains(i)) continue;
            if (std::exchange(first, false)) out << "\nColumns that the profile does not use\n";
            out << "  " << heading_of(i) << ':';
            for (const std::string &each : examples_[i])
                out << (&each == &*examples_[i].begin() ? " \"" : ", \"") << printable(each) << '"';
            out << (examples_[i].empty() ? " empty\n" : "\n");
        }
    }

    std::string name_;
    const plan &plan_;
    known_names known_;
    mapper mapped_;
    csv_reader rows_;
    const std::vector<std::string> &headings_{mapped_.headings()};
    std::vector<std::set<std::string>> examples_; ///< by column
    std::string unmapped_text_;
    row_account account_;
};

} // namespace

void print_check(std::ostream &out, input from, const plan &by_plan) {
    checked_file{std::move(from), by_plan}.print(out);
}

} // namespace report
