// SPDX-License-Identifier: MIT
#include "run.hpp"

#include "failure.hpp"
#include "figures/ledger.hpp"
#include "profile/mapper.hpp"
#include "read/csv_reader.hpp"

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
        : name_{from.log.name}, plan_{std::move(from.by_plan)},
          reader_{std::move(from.log.read), from.log.name, plan_.separator}, mapped_{plan_, by, known,
                                                                                     number} {
        if (!plan_.header) return;
        if (!reader_.next(row_)) throw failure{name_ + ": is empty, and a header was expected"};
        mapped_.bind_header(row_, name_);
    }

    [[nodiscard]] const std::string &name() const { return name_; }
    [[nodiscard]] const mapper &mapped() const { return mapped_; }

    /// Reads every row; f(fault or nothing, row, what it makes).
    void read_rows(auto &&f) {
        mapped_row made;
        while (reader_.next(row_))
            f(mapped_.map(row_, made), row_, made);
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
    open_files(std::vector<source> log, const request &asked) {
        std::sort(log.begin(), log.end(), [](const source &a, const source &b) {
            return a.by_plan.name != b.by_plan.name ? a.by_plan.name < b.by_plan.name
                                                    : a.log.name < b.log.name;
        });
        if (asked.team) asked.team->introduce_to(known_.of_parts[rep_part]);
        const grouped_by by = asked.groups(known_);
        for (const source &from : log)
            known_.least_decimals = std::max(known_.least_decimals, from.by_plan.decimals_of_amounts());
        for (source &from : log)
            all_.emplace_back(std::move(from), by, known_, static_cast<std::uint32_t>(all_.size()));
        if (by && std::none_of(all_.begin(), all_.end(),
                               [](const open_file &f) { return f.mapped().tells_groups(); }))
            throw failure{"--by " + asked.by + ": no column of " + names() + " says it"};
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
    open_files files{std::move(log), asked};
    // What a roster tells is told by rep: where the groups are others, the log is kept by rep besides.
    const bool by_rep = asked.team && (asked.by.empty() || asked.by == "rep");
    const std::size_t n = asked.team && !by_rep ? 2 : 1;
    std::vector<std::unique_ptr<ledger>> books;
    for (std::size_t i = 0; i < n; ++i)
        books.push_back(std::make_unique<ledger>(
            asked.frame(), i == 1 || by_rep ? grouped_by{"rep", asked.starts} : asked.groups(files.known()),
            asked.maturity, asked.memory / n));
    for (open_file &file : files.all()) {
        for (const auto &book : books)
            book->begin(file.name(), file.mapped().by_plan().name);
        file.read_rows([&](const auto &fault, const csv_row &row, const mapped_row &made) {
            for (const auto &book : books)
                if (fault)
                    book->refuse(row.line, *fault);
                else
                    book->enter(made);
        });
    }
    for (const auto &book : books) {
        book->finish(files.known(), asked.covers);
        if (!book->rows().closes()) throw std::logic_error{"the rows do not add up"};
    }
    return draw_up(*books.front(), asked.team ? books.back().get() : nullptr, files.shape(), files.known(),
                   asked, files.names());
}

std::optional<std::int64_t> last_day(std::vector<source> log) {
    open_files files{std::move(log), request{}};
    std::optional<std::int64_t> last;
    for (open_file &file : files.all())
        file.read_rows([&](const auto &fault, const csv_row &, const mapped_row &made) {
            if (fault) return;
            for (const made_event &each : made.events)
                if (each.what.dated)
                    last = std::max(last.value_or(each.what.at.seconds), each.what.at.seconds);
        });
    if (last) last = start_of_day(*last);
    return last;
}

} // namespace report
