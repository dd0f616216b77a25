// SPDX-License-Identifier: MIT
#include "run.hpp"

#include "failure.hpp"
#include "figures/ledger.hpp"
#include "profile/mapper.hpp"
#include "read/csv_reader.hpp"
#include "read/decode.hpp"

#include <algorithm>
#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace report {

namespace {

/// A file whose header is read, and bound to its plan.
class open_file {
public:
    open_file(source from, const grouped_by &by, known_names &known, std::uint32_t number)
        : name_{from.log.name}, plan_{std::move(from.by_plan)}, reader_{decoded(std::move(from.log.read),
                                                                                name_, plan_.text.written_in),
                                                                        name_, plan_.text},
          mapped_{plan_, by, known, number} {
        if (!plan_.header) return;
        if (!reader_.next(row_)) throw failure{name_ + ": is empty, and a header was expected"};
        mapped_.bind_header(row_, name_);
    }

    [[nodiscard]] const std::string &name() const { return name_; }
    [[nodiscard]] const mapper &mapped() const { return mapped_; }

    /// Reads every row; f(fault or nothing, row, what it makes).
    void read_rows(auto &&f) {
        mapped_row made, beyond;
        beyond.passed_over = true;
        bool ended = false; // the table, of which the file may hold more than that
        while (reader_.next(row_)) {
            if (mapped_.is_header(row_)) continue;
            ended = ended || mapped_.ends_table(row_);
            if (ended)
                f(std::optional<fault>{}, row_, beyond);
            else
                f(mapped_.map(row_, made), row_, made);
        }
    }

private:
    std::string name_;
    plan plan_;
    csv_reader reader_;
    mapper mapped_;
    csv_row row_;
};

/// All files of a log, in an order that does not depend on that of the command line.
class open_files {
public:
    open_files(std::vector<source> log, std::string_view by_name) {
        std::sort(log.begin(), log.end(), [](const source &a, const source &b) {
            return a.by_plan.name != b.by_plan.name ? a.by_plan.name < b.by_plan.name
                                                    : a.log.name < b.log.name;
        });
        const grouped_by by{by_name};
        for (const source &from : log)
            known_.least_decimals = std::max(known_.least_decimals, from.by_plan.decimals_of_amounts());
        for (source &from : log)
            all_.emplace_back(std::move(from), by, known_, static_cast<std::uint32_t>(all_.size()));
        if (by && std::none_of(all_.begin(), all_.end(),
                               [](const open_file &f) { return f.mapped().tells_groups(); }))
            throw failure{"--by " + std::string{by_name} + ": no column of " + names() + " says it"};
    }

    [[nodiscard]] std::deque<open_file> &all() { return all_; }
    [[nodiscard]] const known_names &known() const { return known_; }
    [[nodiscard]] std::string names() const {
        std::string text;
        for (const open_file &f : all_)
            text += (text.empty() ? "" : ", ") + f.name();
        return text;
    }
    /// After the last row.
    [[nodiscard]] log_shape shape() const {
        log_shape told;
        for (const open_file &f : all_)
            told.add(f.mapped());
        return told;
    }

private:
    known_names known_;
    std::deque<open_file> all_; ///< which stay where they are
};

} // namespace

sheet run(std::vector<source> log, const request &asked) {
    open_files files{std::move(log), asked.by};
    const auto book = std::make_unique<ledger>(asked.frame(), grouped_by{asked.by, asked.starts},
                                               asked.maturity, asked.memory);
    for (open_file &file : files.all()) {
        book->begin(file.name(), file.mapped().by_plan().name);
        file.read_rows([&](auto fault, const csv_row &row, const mapped_row &made) {
            if (fault)
                book->refuse(row.line, std::move(*fault));
            else
                book->enter(made);
        });
    }
    book->finish(files.known(), asked.covers);
    if (!book->rows().closes()) throw std::logic_error{"the rows do not add up"};
    return draw_up(*book, files.shape(), files.known(), asked, files.names());
}

std::optional<std::int64_t> last_day(std::vector<source> log) {
    open_files files{std::move(log), {}};
    std::optional<std::int64_t> last;
    for (open_file &file : files.all())
        file.read_rows([&](const auto &fault, const csv_row &, const mapped_row &made) {
            if (fault) return;
            for (const made_event &each : made.events)
                if (each.what.dated && each.n != 0)
                    last = std::max(last.value_or(each.what.at.seconds), each.what.at.seconds);
        });
    if (last) last = start_of_day(*last);
    return last;
}

} // namespace report
