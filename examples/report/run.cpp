// SPDX-License-Identifier: MIT
#include "run.hpp"

#include "at_once.hpp"
#include "failure.hpp"
#include "figures/ledger.hpp"
#include "figures/watch.hpp"
#include "profile/mapper.hpp"
#include "read/csv_slices.hpp"
#include "read/decode.hpp"
#include <kpi/sales/kinds.hpp>
#include <kpi/time/period.hpp>

#include <algorithm>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

namespace report {

namespace {

/// The refused rows of a file in the order of their lines, whichever thread met them first.
class refused_rows {
public:
    using list = std::vector<std::pair<std::uint64_t, fault>>; ///< by line

    /// Those of a slice.
    void add(std::uint64_t slice, list rows) {
        const std::lock_guard alone{busy_};
        waiting_[slice] = std::move(rows);
        for (; !waiting_.empty() && waiting_.begin()->first == next_; ++next_) {
            for (auto &[line, why] : waiting_.begin()->second)
                all_.refuse(line, std::move(why));
            waiting_.erase(waiting_.begin());
        }
    }
    [[nodiscard]] const row_account &all() const { return all_; }

private:
    std::mutex busy_;
    row_account all_;
    std::map<std::uint64_t, list> waiting_; ///< for those of an earlier slice
    std::uint64_t next_{};
};

/// A file whose header is read, and bound to its plan.
class open_file {
public:
    open_file(source from, const grouped_by &by, known_names &known, std::uint32_t number,
              std::size_t slice_size)
        : name_{from.log.name}, plan_{std::move(from.by_plan)}, bound_{plan_, by, known, number},
          slices_{behind_header(std::move(from.log.read)), slice_size} {
        if (known.keeps_rows) number_ = number;
    }

    [[nodiscard]] const std::string &name() const { return name_; }
    [[nodiscard]] const mapper &mapped() const { return bound_; }

    /// Reads every row in so many threads; f(thread, row that could be read). Answers those that could not.
    const row_account &read_rows(std::size_t threads, auto &&f) {
        if (!plan_.end_at.empty()) threads = 1; // what is behind the table's end has to come after it
        std::vector<mapper> mappers(threads, bound_);
        at_once(
            threads,
            [&](std::size_t thread) {
                const auto enter = [&](const mapped_row &made) { f(thread, made); };
                while (std::optional<csv_slice> slice = slices_.next())
                    refused_.add(slice->number, read(std::move(slice->rows), mappers[thread], enter));
            },
            [&] { slices_.stop(); });
        for (const mapper &each : mappers)
            bound_.join(each);
        return refused_.all();
    }

private:
    csv_text behind_header(byte_source read) {
        csv_reader reader{decoded(std::move(read), name_, plan_.text.written_in), name_, plan_.text};
        bound_.read_header(reader, name_);
        return reader.rest();
    }
    refused_rows::list read(csv_text rows, mapper &mapped, auto &&enter) {
        refused_rows::list refused;
        csv_reader reader{std::move(rows)};
        csv_row row;
        mapped_row made, beyond;
        beyond.passed_over = true;
        while (reader.next(row)) {
            if (mapped.is_header(row)) continue;
            if (!ended_ && mapped.ends_table(row)) ended_ = true;
            if (ended_)
                enter(beyond);
            else if (auto why = mapped.map(row, made))
                refused.emplace_back(row.line, std::move(*why));
            else {
                for (made_event &each : made.events)
                    if (number_) each.what.row = std::uint64_t{*number_} << 40 | row.line;
                enter(made);
            }
        }
        return refused;
    }

    std::string name_;
    plan plan_;
    mapper bound_;
    csv_slices slices_;
    refused_rows refused_;
    std::optional<std::uint32_t> number_; ///< where each row is to be known again
    bool ended_{};                        ///< the table, of which the file may hold more than that
};

/// All files of a log, in an order that does not depend on that of the command line.
class open_files {
public:
    open_files(std::vector<source> log, const request &asked) {
        std::sort(log.begin(), log.end(), [](const source &a, const source &b) {
            return a.by_plan.name != b.by_plan.name ? a.by_plan.name < b.by_plan.name
                                                    : a.log.name < b.log.name;
        });
        known_.keeps_rows = !asked.explain.empty();
        known_.keeps_ids = known_.keeps_rows || asked.to_act_on;
        if (asked.team) asked.team->introduce_to(known_);
        std::set<std::string> dimensions;
        for (const source &from : log) {
            known_.least_decimals = std::max(known_.least_decimals, from.by_plan.decimals_of_amounts());
            dimensions.merge(from.by_plan.dimensions());
            take_order(from, log);
        }
        known_.set_dimensions(dimensions);
        asked.groups(known_).introduce_to(known_);
        const grouped_by by = asked.groups(known_);
        for (source &from : log)
            all_.emplace_back(std::move(from), by, known_, static_cast<std::uint32_t>(all_.size()),
                              asked.slice);
        want_told("--by " + asked.by,
                  [&](const mapper &file) { return !by.is_period() || file.tells_dates(); });
        for (const dimension &each : by.by)
            want_told("--by " + each.name, [&](const mapper &file) { return file.tells(each); });
        for (const looked_at &each : by.where)
            want_told("--where " + each.of.name, [&](const mapper &file) { return file.tells(each.of); });
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
    /// The stages of deals have one order.
    void take_order(const source &from, const std::vector<source> &log) {
        const std::vector<std::string> &order = from.by_plan.stage_order();
        if (order.empty() || order == known_.stage_order) return;
        const auto listed = [](const std::vector<std::string> &stages) {
            std::string text;
            for (const std::string &each : stages)
                text += (text.empty() ? "" : ", ") + each;
            return text;
        };
        if (!known_.stage_order.empty()) {
            const auto first = std::find_if(log.begin(), log.end(), [&](const source &other) {
                return other.by_plan.stage_order() == known_.stage_order;
            });
            throw failure{from.log.name + ": its profile has the stages " + listed(order) + ", and that of " +
                          first->log.name + " has " + listed(known_.stage_order) +
                          ": one report has one order; name the stages alike, or report on each file alone"};
        }
        known_.stage_order = order;
    }
    /// Of some file.
    void want_told(const std::string &option, auto &&tells) const {
        if (std::none_of(all_.begin(), all_.end(), [&](const open_file &f) { return tells(f.mapped()); }))
            throw failure{option + ": no column of " + names() + " says it"};
    }

    known_names known_;
    std::deque<open_file> all_; ///< which stay where they are
};

/// The ledger of each thread, and at last one of all.
class books_of_threads {
public:
    books_of_threads(const grouped_by &by, const request &asked, std::uint64_t memory, labels &said) {
        for (std::size_t thread = 0; thread < asked.threads; ++thread)
            each_.push_back(std::make_unique<ledger>(asked.frame(), by, asked.maturity,
                                                     memory / asked.threads, said, thread));
        if (asked.hours)
            for (const auto &book : each_)
                book->measure_in(*asked.hours);
    }

    /// Of a log that one thread reads.
    void let_see(watch &by) { each_.front()->let_see(by); }
    void count_kinds() {
        for (const auto &book : each_)
            book->count_kinds();
    }
    void begin(const std::string &source, const std::string &profile) {
        for (const auto &book : each_)
            book->begin(source, profile);
    }
    void enter(std::size_t thread, const mapped_row &row) { each_[thread]->enter(row); }
    void refuse(const row_account &rows) { each_.front()->refuse(rows); }
    void finish(const known_names &known, const std::optional<day_span> &covers) {
        for (std::size_t other = 1; other < each_.size(); ++other)
            each_.front()->join(*each_[other]);
        each_.front()->finish(known, covers);
        if (!all().rows().closes()) throw std::logic_error{"the rows do not add up"};
    }
    [[nodiscard]] const ledger &all() const { return *each_.front(); }

private:
    std::vector<std::unique_ptr<ledger>> each_;
};

/// f(thread, event) for each event that has a date.
void read_dates(open_files &files, std::size_t threads, auto &&f) {
    for (open_file &file : files.all())
        file.read_rows(threads, [&](std::size_t thread, const mapped_row &made) {
            for (const made_event &each : made.events)
                if (each.what.dated && each.n != 0) f(thread, each.what);
        });
}

/// When anything comes first, of all and of each group.
struct first_times {
    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();
    struct of_group {
        std::int64_t call{none}, event{none};
        [[nodiscard]] std::int64_t counted_from() const { return call != none ? call : event; }
    };
    std::int64_t of_all{none};
    std::vector<of_group> of_groups;

    void look_at(const event &e, std::uint32_t group) {
        const std::int64_t at = e.at.seconds;
        see(group, {sales::kinds::calls.contains(e.kind) ? at : none, at});
    }
    first_times &operator+=(const first_times &other) {
        for (std::uint32_t g = 0; g < other.of_groups.size(); ++g)
            see(g, other.of_groups[g]);
        return *this;
    }

private:
    void see(std::uint32_t group, const of_group &its) {
        if (group >= of_groups.size()) of_groups.resize(std::size_t{group} + 1);
        of_group &mine = of_groups[group];
        mine = {std::min(mine.call, its.call), std::min(mine.event, its.event)};
        of_all = std::min(of_all, its.event);
    }
};

/// For the figure that is to be explained.
std::optional<watch> watch_for(const request &asked, const metrics_known &metrics) {
    if (asked.explain.empty()) return std::nullopt;
    const std::string name = asked.explained_metric();
    if (const std::string why = metrics.why_untold(name, asked.hours.has_value()); !why.empty())
        throw failure{"--explain " + name + ": " + why};
    const auto [metric, in_hours] = metrics.find(name);
    if (metric->how.kind == "growth")
        throw failure{"--explain " + name + ": it is made of two periods' counts; explain these"};
    return watch{{metric->takes_act, metric->takes_fact}, in_hours};
}

} // namespace

sheet run(std::vector<source> log, const request &wanted) {
    request asked = wanted;
    const metrics_known metrics = metrics_of(log);
    std::optional<watch> seen = watch_for(asked, metrics);
    if (seen || asked.to_act_on) asked.threads = 1; // it is told as it comes, and ids are kept by one
    open_files files{std::move(log), asked};
    labels said{files.known()};
    // What a roster tells is told by rep: where the groups are others, the log is kept by rep besides.
    const grouped_by by = asked.groups(files.known());
    std::vector<grouped_by> kept{by};
    if (asked.team && (!by.is_by_rep() || asked.team->knows_changes())) {
        grouped_by by_rep{{"rep", asked.where}, files.known(), &*asked.team};
        if (asked.team->knows_changes())
            by_rep.by.front().reps = asked.team->jobs_as_groups(by.is_by_teams(), files.known());
        by ? kept.push_back(by_rep) : kept.assign(1, by_rep);
    }
    std::vector<books_of_threads> books;
    for (const grouped_by &each : kept)
        books.emplace_back(each, asked, asked.memory / kept.size(), said);
    if (metrics.has_own())
        for (books_of_threads &each : books)
            each.count_kinds();
    if (seen) books.front().let_see(*seen);
    for (open_file &file : files.all()) {
        for (books_of_threads &each : books)
            each.begin(file.name(), file.mapped().by_plan().name);
        const row_account &refused =
            file.read_rows(asked.threads, [&](std::size_t thread, const mapped_row &made) {
                for (books_of_threads &each : books)
                    each.enter(thread, made);
            });
        for (books_of_threads &each : books)
            each.refuse(refused);
    }
    by.want_named(files.known(),
                  [&](const dimension &of, std::uint32_t group) { return said.any_in(of, group); });
    for (books_of_threads &each : books)
        each.finish(files.known(), asked.covers);
    return draw_up(books.front().all(), asked.team ? &books.back().all() : nullptr, files.shape(),
                   files.known(), asked, files.names(), metrics, seen ? &*seen : nullptr);
}

void find_first_days(const std::function<std::vector<source>()> &open, request &asked) {
    if (!wants_days(asked.by)) return;
    const auto day_of = [](std::int64_t at) { return kpi::days<1>::index(kpi::instant{at}); };
    const time_frame frame = asked.frame();
    if (frame.from) {
        asked.starts.day = day_of(*frame.from);
        return;
    }
    request for_dates = asked; // no row is explained yet: several threads read, and none keeps ids
    for_dates.explain.clear();
    open_files files{open(), for_dates};
    labels said{files.known()};
    const grouped_by by = asked.groups(files.known());
    const grouping groups{said, by};
    std::vector<first_times> of_threads(asked.threads);
    std::vector<labels_at_hand> at_hand(asked.threads, labels_at_hand{said});
    read_dates(files, asked.threads, [&](std::size_t thread, const event &e) {
        if (frame.too_late(e.at.seconds)) return;
        const membership mine = groups.of(at_hand[thread].number_of(said.on(e)));
        if (mine.is_in) of_threads[thread].look_at(e, mine.first);
    });
    first_times all;
    for (const first_times &mine : of_threads)
        all += mine;
    if (asked.covers) all.of_all = std::min(all.of_all, asked.covers->from);
    if (all.of_all != first_times::none) asked.starts.day = day_of(all.of_all);
    for (std::uint32_t g = 0; g < all.of_groups.size() && !by.by.empty(); ++g)
        if (const auto first = all.of_groups[g].counted_from(); first != first_times::none)
            asked.first_days.emplace(by.by.front().name_of(g, files.known()), day_of(first));
}

std::optional<std::int64_t> last_day(std::vector<source> log, std::size_t threads) {
    open_files files{std::move(log), request{}};
    std::vector<std::optional<std::int64_t>> lasts(threads);
    read_dates(files, threads, [&](std::size_t thread, const event &e) {
        lasts[thread] = std::max(lasts[thread], std::optional{e.at.seconds});
    });
    const auto last = *std::max_element(lasts.begin(), lasts.end()); // nothing is less than any
    return last ? std::optional{start_of_day(*last)} : std::nullopt;
}

} // namespace report
