// SPDX-License-Identifier: MIT
#include "run.hpp"

#include "failure.hpp"
#include "figures/ledger.hpp"
#include "figures/watch.hpp"
#include "open_files.hpp"
#include "profile/mapper.hpp"
#include "ranks.hpp"
#include "read/passed.hpp"
#include <kpi/sales/kinds.hpp>
#include <kpi/time/period.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace report {

namespace {

/// The ledger of each thread, and in the end one ledger of all.
class books_of_threads {
public:
    books_of_threads(const grouped_by &by, const request &asked, std::uint64_t memory, labels &said) {
        const std::size_t first = asked.among->rank() * asked.threads;
        for (std::size_t thread = 0; thread < asked.threads; ++thread)
            each_.push_back(std::make_unique<ledger>(asked.frame(), by, asked.maturity,
                                                     memory / asked.threads, said, first + thread));
        if (asked.hours)
            for (const auto &book : each_)
                book->measure_in(*asked.hours);
    }

    /// For a log that one thread reads.
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
    void finish(const known_names &known, const request &asked) {
        for (std::size_t other = 1; other < each_.size(); ++other)
            each_.front()->join(*each_[other]);
        each_.front()->finish(known, asked.covers, *asked.among);
        if (!all().rows().closes()) throw std::logic_error{"the rows do not add up"};
    }
    [[nodiscard]] const ledger &all() const { return *each_.front(); }

private:
    std::vector<std::unique_ptr<ledger>> each_;
};

/// What all ranks have together; `join` joins two parts.
template <class T> T of_all_ranks(T here, ranks &all, auto &&join) {
    if (!all.are_several()) return here;
    T joined{};
    for (const std::string &bytes : all.tell_all(passed(here))) {
        T theirs{};
        bytes_reader{bytes}(theirs);
        joined = join(std::move(joined), theirs);
    }
    return joined;
}

/// f(thread, event) for each event that has a date.
void read_dates(open_files &files, std::size_t threads, auto &&f) {
    for (open_file &file : files.all())
        files.read_rows(file, threads, [&](std::size_t thread, const mapped_row &made) {
            for (const made_event &each : made.events)
                if (each.what.dated && each.n != 0) f(thread, each.what);
        });
}

/// When anything first comes: in all, and in each group.
struct first_times {
    static constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();
    struct of_group {
        std::int64_t call{none}, event{none};
        [[nodiscard]] std::int64_t counted_from() const { return call != none ? call : event; }
    };
    std::int64_t of_all{none};
    std::map<std::string, of_group> of_groups; ///< by name

    void see(const std::string &group, const of_group &its) {
        of_group &mine = of_groups[group];
        mine = {std::min(mine.call, its.call), std::min(mine.event, its.event)};
        of_all = std::min(of_all, its.event);
    }
    first_times &operator+=(const first_times &other) {
        for (const auto &[group, its] : other.of_groups)
            see(group, its);
        of_all = std::min(of_all, other.of_all);
        return *this;
    }
    void pass(auto &through) { through(of_all, of_groups); }
};

/// The same as one thread meets it, by the numbers of groups.
class first_times_met {
public:
    void look_at(const event &e, std::uint32_t group) {
        if (group >= of_groups_.size()) of_groups_.resize(std::size_t{group} + 1);
        first_times::of_group &mine = of_groups_[group];
        mine.event = std::min(mine.event, e.at.seconds);
        if (sales::kinds::calls.contains(e.kind)) mine.call = std::min(mine.call, e.at.seconds);
    }
    /// `name(group)` is the name of a group.
    void tell(first_times &to, auto &&name) const {
        for (std::uint32_t g = 0; g < of_groups_.size(); ++g)
            if (of_groups_[g].event != first_times::none) to.see(name(g), of_groups_[g]);
    }

private:
    std::vector<first_times::of_group> of_groups_;
};

/// The watch for the figure that is to be explained.
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

/// One thread if a figure is explained, as that is told in the order of the log, or if ids are kept.
std::size_t threads_for(const request &asked) {
    return asked.explain.empty() && !asked.to_act_on ? asked.threads : 1;
}

/// The same request for its dates alone. No row is explained yet, so several threads read, and none keeps
/// ids. What other runs have saved is read as they have saved it.
request dates_of(const request &asked) {
    request dates = asked;
    if (dates.merged.empty()) dates.explain.clear(), dates.to_act_on = false;
    dates.threads = threads_for(dates);
    return dates;
}

/// What all ranks must know of the report that the first rank has drawn up.
sheet known_to_all(sheet drawn, ranks &all) {
    std::string what = passed(drawn.unfit, drawn.by_period, drawn.rows);
    const std::string told = all.tell_all(what).front();
    if (!all.is_first()) bytes_reader{told}(drawn.unfit, drawn.by_period, drawn.rows);
    return drawn;
}

sheet run_on_this(std::vector<source> log, const request &wanted) {
    request asked = wanted;
    ranks &all = *asked.among;
    const metrics_known metrics = metrics_of(log);
    std::optional<watch> seen = watch_for(asked, metrics);
    asked.threads = threads_for(asked);
    constexpr std::size_t most_threads = 4096; // their rows can be numbered apart (figures/ledger.hpp)
    if (all.count() * asked.threads > most_threads)
        throw failure{"at most 4,096 threads can make one report: fewer ranks, or --threads 1"};
    open_files files{std::move(log), asked};
    files.share_names(asked.threads);
    labels said{files.known()};
    files.introduce_to(said);
    // A roster's figures are told by rep: if the groups are not reps, the log is kept by rep as well.
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
            files.read_rows(file, asked.threads, [&](std::size_t thread, const mapped_row &made) {
                for (books_of_threads &each : books)
                    each.enter(thread, made);
            });
        for (books_of_threads &each : books)
            each.refuse(refused);
    }
    files.finish();
    by.want_named(files.known(),
                  [&](const dimension &of, std::uint32_t group) { return said.any_in(of, group); });
    for (books_of_threads &each : books)
        each.finish(files.known(), asked);
    if (!all.is_first()) return known_to_all({}, all);
    sheet drawn = draw_up(books.front().all(), asked.team ? &books.back().all() : nullptr, files.shape(),
                          files.known(), asked, files.names(), metrics, seen ? &*seen : nullptr);
    return all.are_several() ? known_to_all(std::move(drawn), all) : drawn;
}

} // namespace

sheet run(std::vector<source> log, const request &asked) {
    return on_all(*asked.among, [&] { return run_on_this(std::move(log), asked); });
}

void save_part(std::vector<source> log, const request &asked, const std::string &path) {
    open_files{std::move(log), asked}.save(asked, path, threads_for(asked));
}

void find_first_days(const std::function<std::vector<source>()> &open, request &asked) {
    if (!wants_days(asked.by)) return;
    const auto day_of = [](std::int64_t at) { return kpi::days<1>::index(kpi::instant{at}); };
    const time_frame frame = asked.frame();
    if (frame.from) {
        asked.starts.day = day_of(*frame.from);
        return;
    }
    first_times all = on_all(*asked.among, [&] {
        const request for_dates = dates_of(asked);
        open_files files{open(), for_dates};
        labels said{files.known()};
        const grouped_by by = asked.groups(files.known());
        const grouping groups{said, by};
        std::vector<first_times_met> of_threads(for_dates.threads);
        std::vector<labels_at_hand> at_hand(for_dates.threads, labels_at_hand{said});
        read_dates(files, for_dates.threads, [&](std::size_t thread, const event &e) {
            if (frame.too_late(e.at.seconds)) return;
            const membership mine = groups.of(at_hand[thread].number_of(said.on(e)));
            if (mine.is_in) of_threads[thread].look_at(e, mine.first);
        });
        first_times here;
        for (const first_times_met &each : of_threads)
            each.tell(here, [&](std::uint32_t group) {
                return by.by.empty() ? std::string{}
                                     : std::string{by.by.front().name_of(group, files.known())};
            });
        if (by.by.empty()) here.of_groups.clear();
        return of_all_ranks(here, *asked.among, [](auto a, const auto &b) { return a += b; });
    });
    if (asked.covers) all.of_all = std::min(all.of_all, asked.covers->from);
    if (all.of_all != first_times::none) asked.starts.day = day_of(all.of_all);
    for (const auto &[group, its] : all.of_groups)
        asked.first_days.emplace(group, day_of(its.counted_from()));
}

std::optional<std::int64_t> last_day(std::vector<source> log, const request &asked) {
    const auto last = on_all(*asked.among, [&] {
        const request for_dates = dates_of(asked);
        open_files files{std::move(log), for_dates};
        std::vector<std::optional<std::int64_t>> lasts(for_dates.threads);
        read_dates(files, for_dates.threads, [&](std::size_t thread, const event &e) {
            lasts[thread] = std::max(lasts[thread], std::optional{e.at.seconds});
        });
        auto here = *std::max_element(lasts.begin(), lasts.end()); // nothing is less than any
        return of_all_ranks(here, *asked.among, [](auto a, auto b) { return std::max(a, b); });
    });
    return last ? std::optional{start_of_day(*last)} : std::nullopt;
}

} // namespace report
