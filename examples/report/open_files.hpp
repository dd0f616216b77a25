// SPDX-License-Identifier: MIT
#pragma once

/// The files of a log, each bound to its profile, and their rows: mapped here, in several threads, or by
/// other runs, which have saved them. Of several ranks each maps its own slices first, and keeps these rows
/// until all have the same numbers for the names on them.

#include "at_once.hpp"
#include "failure.hpp"
#include "figures/sheet.hpp"
#include "profile/mapper.hpp"
#include "profile/saved_rows.hpp"
#include "ranks.hpp"
#include "read/csv_slices.hpp"
#include "read/decode.hpp"
#include "read/kept_blocks.hpp"
#include "read/merged_parts.hpp"
#include "read/part_file.hpp"
#include "read/passed.hpp"
#include "run.hpp"
#include "story/labels.hpp"
#include "story/shared_names.hpp"
#include <kpi/version.hpp>

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

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
    /// Those of a rank's own slices wait for those before them: the first one, which reads the first slice,
    /// is told all of them.
    void pass(auto &through) { through(waiting_); }
    void add_all(refused_rows &theirs) {
        for (auto &[slice, rows] : std::exchange(theirs.waiting_, {}))
            add(slice, std::move(rows));
    }

private:
    std::mutex busy_;
    row_account all_;
    std::map<std::uint64_t, list> waiting_; ///< for those of an earlier slice
    std::uint64_t next_{};
};

/// The bytes of a file as they are read: how many there were, and their checksum.
struct bytes_read {
    std::uint64_t count{};
    uLong checksum{};
};

/// The next block of saved rows (profile/saved_rows.hpp) of a file; nothing behind the last one.
using blocks = std::function<std::optional<std::string>(std::uint64_t file)>;

/// A file whose header is read, and bound to its plan.
class open_file {
public:
    /// `which` part of it this run reads, if it is not all.
    open_file(source from, const grouped_by &by, known_names &known, std::uint32_t number,
              std::size_t slice_size, const std::optional<part_of_run> &which)
        : name_{from.log.name}, plan_{std::move(from.by_plan)}, known_{known}, number_{number}, part_{which},
          bound_{plan_, by, known, number}, slices_{behind_header(metered(std::move(from.log.read))),
                                                    slice_size} {}

    [[nodiscard]] const std::string &name() const { return name_; }
    [[nodiscard]] const mapper &mapped() const { return bound_; }

    /// Reads every row in so many threads; f(thread, row that could be read). Answers those that could not.
    const row_account &read_rows(std::size_t threads, auto &&f) {
        map_slices(threads, [&](std::size_t thread, csv_slice slice, mapper &mapped) {
            const auto enter = [&](const mapped_row &made) { f(thread, made); };
            refused_.add(slice.number, read(std::move(slice.rows), mapped, enter));
        });
        return refused_.all();
    }
    /// The same of rows that were mapped before, by other runs or by this one; their names are `known`.
    const row_account &read_rows(const blocks &from, known_names &known, std::size_t threads, auto &&f) {
        at_once(
            threads,
            [&](std::size_t thread) {
                row_loader loader{known};
                const auto enter = [&](const mapped_row &made) { f(thread, made); };
                while (const std::optional<std::string> block = from(number_)) {
                    coded_reader coded{*block};
                    const slice_saved slice = row_loader::load_slice(coded);
                    refused_.add(slice.slice, loader.load(coded, enter));
                    const std::lock_guard alone{joining_};
                    bound_.has_met(slice.zoned, slice.unzoned);
                }
            },
            [] {});
        return refused_.all();
    }
    /// Maps the rows of this run's slices: keep(block) for each, f(thread, row that could be read) for each
    /// row. Answers what it has seen of the file.
    file_seen save_rows(std::size_t threads, auto &&keep, auto &&f) {
        map_slices(threads, [&](std::size_t thread, csv_slice slice, mapper &mapped) {
            row_saver saver{known_};
            const auto save = [&](const mapped_row &made) { saver.put(made), f(thread, made); };
            for (const auto &[line, why] : read(std::move(slice.rows), mapped, save))
                saver.refuse(line, why);
            keep(saver.block({number_, slice.number, mapped.zoned(), mapped.unzoned()}));
        });
        return {slices_.count(), read_->count, static_cast<std::uint32_t>(read_->checksum)};
    }
    /// The first rank learns which rows others could not read, and what they met of zones.
    void share(ranks &all) {
        bool zoned = bound_.zoned(), unzoned = bound_.unzoned();
        const std::vector<std::string> told =
            all.tell_first(all.is_first() ? std::string{} : passed(refused_, zoned, unzoned));
        for (std::size_t rank = 1; all.is_first() && rank < told.size(); ++rank) {
            refused_rows theirs;
            bytes_reader{told[rank]}(theirs, zoned, unzoned);
            refused_.add_all(theirs);
            bound_.has_met(zoned, unzoned);
        }
    }

private:
    /// Calls f(thread, slice, mapper) for each slice that is this run's.
    void map_slices(std::size_t threads, auto &&f) {
        part_of_run mine = part_.value_or(part_of_run{});
        if (!plan_.end_at.empty()) // what is behind the table's end has to come after it
            threads = mine.of = 1;
        const bool is_for_others = mine.which > mine.of;
        std::vector<mapper> mappers(threads, bound_);
        at_once(
            threads,
            [&](std::size_t thread) {
                while (std::optional<csv_slice> slice = slices_.next())
                    if (!is_for_others && slice->number % mine.of == mine.which - 1)
                        f(thread, std::move(*slice), mappers[thread]);
            },
            [&] { slices_.stop(); });
        for (const mapper &each : mappers)
            bound_.has_met(each.zoned(), each.unzoned());
    }
    /// Counted where other runs read the same.
    byte_source metered(byte_source read) {
        if (!part_) return read;
        return [read = std::move(read), seen = read_](char *into, std::size_t size) {
            const std::size_t got = read(into, size);
            seen->count += got;
            seen->checksum =
                crc32_z(seen->checksum, static_cast<const Bytef *>(static_cast<const void *>(into)), got);
            return got;
        };
    }
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
                if (known_.keeps_rows)
                    for (made_event &each : made.events)
                        each.what.row = std::uint64_t{number_} << 40 | row.line;
                enter(made);
            }
        }
        return refused;
    }

    std::string name_;
    plan plan_;
    known_names &known_;
    std::uint32_t number_;
    std::optional<part_of_run> part_;
    std::shared_ptr<bytes_read> read_{std::make_shared<bytes_read>()};
    mapper bound_;
    csv_slices slices_;
    refused_rows refused_;
    std::mutex joining_;
    bool ended_{}; ///< the table, of which the file may hold more than that
};

/// All files of a log, in an order that does not depend on that of the command line.
class open_files {
public:
    open_files(std::vector<source> log, const request &asked) : among_{*asked.among} {
        std::sort(log.begin(), log.end(), [](const source &a, const source &b) {
            return a.by_plan.name != b.by_plan.name ? a.by_plan.name < b.by_plan.name
                                                    : a.log.name < b.log.name;
        });
        set_up(known_, log, asked);
        const grouped_by by = asked.groups(known_);
        if (among_.are_several()) set_up(agreed_.emplace(), log, asked);
        for (source &from : log)
            all_.emplace_back(std::move(from), by, known_, static_cast<std::uint32_t>(all_.size()),
                              asked.slice, part_of(asked));
        want_told("--by " + asked.by,
                  [&](const mapper &file) { return !by.is_period() || file.tells_dates(); });
        for (const dimension &each : by.by)
            want_told("--by " + each.name, [&](const mapper &file) { return file.tells(each); });
        for (const looked_at &each : by.where)
            want_told("--where " + each.of.name, [&](const mapper &file) { return file.tells(each.of); });
        describe_run(asked);
        if (!asked.merged.empty()) {
            parts_.emplace(asked.merged, run_);
            blocks_ = [this](std::uint64_t file) { return parts_->next(file); };
        }
    }
    open_files(const open_files &) = delete;
    open_files &operator=(const open_files &) = delete;

    /// Of several ranks: maps this one's slices, and learns what the rows of all name.
    void share_names(std::size_t threads) {
        if (!among_.are_several()) return;
        labels mine{known_};
        std::vector<labels_at_hand> at_hand(threads, labels_at_hand{mine});
        const auto label = [&](std::size_t thread, const event &e) {
            static_cast<void>(at_hand[thread].number_of(mine.on(e)));
        };
        std::vector<file_seen> seen;
        for (open_file &file : all_)
            seen.push_back(file.save_rows(
                threads, [this](const std::string &block) { mapped_.add(block); },
                [&](std::size_t thread, const mapped_row &row) {
                    for (const made_event &each : row.events)
                        label(thread, each.what);
                    if (row.stage) label(thread, row.names);
                }));
        blocks_ = [this](std::uint64_t file) { return mapped_.next(file); };
        want_same_files(seen);
        shared_.emplace(among_, known_, mine).introduce_to(*agreed_);
    }
    /// ... and gives numbers to all labels.
    void introduce_to(labels &said) const {
        if (shared_) shared_->introduce_to(said);
    }

    /// Reads every row of a file, or what other runs have saved of it; f(thread, row that could be read).
    /// Answers those that could not. Files come in their order.
    const row_account &read_rows(open_file &file, std::size_t threads, auto &&f) {
        if (!blocks_) return file.read_rows(threads, f);
        const row_account &refused = file.read_rows(blocks_, named(), threads, f);
        if (among_.are_several()) file.share(among_);
        return refused;
    }
    /// After the last file.
    void finish() {
        if (parts_) parts_->finish();
    }
    /// Saves what this run reads of them.
    void save(const request &asked, const std::string &path, std::size_t threads) {
        part_writer to{path, {asked.part->which, asked.part->of, run_}};
        std::vector<file_seen> seen;
        for (open_file &file : all_)
            seen.push_back(file.save_rows(
                threads, [&](const std::string &block) { to.add(block); },
                [](std::size_t, const mapped_row &) {}));
        to.finish(coded(seen));
    }

    [[nodiscard]] std::deque<open_file> &all() { return all_; }
    [[nodiscard]] const known_names &known() const { return shared_ ? *agreed_ : known_; }
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
    [[nodiscard]] known_names &named() { return shared_ ? *agreed_ : known_; }
    /// Of several ranks each reads one.
    [[nodiscard]] std::optional<part_of_run> part_of(const request &asked) const {
        if (!among_.are_several()) return asked.part;
        return part_of_run{static_cast<std::uint32_t>(among_.rank() + 1),
                           static_cast<std::uint32_t>(among_.count())};
    }
    /// What has numbers before any row.
    void set_up(known_names &known, const std::vector<source> &log, const request &asked) {
        known.keeps_rows = !asked.explain.empty();
        known.keeps_ids = known.keeps_rows || asked.to_act_on;
        if (asked.team) asked.team->introduce_to(known);
        std::set<std::string> dimensions;
        for (const source &from : log) {
            known.least_decimals = std::max(known.least_decimals, from.by_plan.decimals_of_amounts());
            dimensions.merge(from.by_plan.dimensions());
            take_order(known, from, log);
        }
        known.set_dimensions(dimensions);
        asked.groups(known).introduce_to(known);
    }
    /// ... as the first rank.
    void want_same_files(const std::vector<file_seen> &seen) {
        const std::vector<std::string> told = among_.tell_all(coded(seen));
        for (std::size_t rank = 1; rank < told.size(); ++rank)
            if (told[rank] != told.front())
                throw failure{"rank " + std::to_string(rank) + " has read other files than rank 0: a file " +
                              "is not the same on all machines, or was changed meanwhile"};
    }
    /// Whatever decides what is made of a row: of runs that share it one report can be made.
    void describe_run(const request &asked) {
        run_ = "kpi-report " + std::to_string(kpi::version_major) + '.' + std::to_string(kpi::version_minor) +
               '.' + std::to_string(kpi::version_patch) + '\n';
        const auto add = [&](std::string_view what, std::string_view text) {
            run_ += std::string{what} + ' ' + std::string{text} + '\n';
        };
        if (!asked.zone.empty()) add("the zone", asked.zone);
        if (asked.team) add("the roster", asked.team->source); // it knows reps by several names
        if (known_.keeps_ids) add("the option", known_.keeps_rows ? "--explain" : "--to-act-on");
        for (const std::string &each : known_.dimensions)
            add("the dimension", each);
        const bool tells_stages = std::any_of(all_.begin(), all_.end(), [](const open_file &file) {
            return file.mapped().by_plan().stage.has_value();
        });
        if (tells_stages) { // whose rows are mapped with the names that are asked for
            add("--by", asked.by);
            for (const std::string &each : asked.where)
                add("--where", each);
        }
        for (const open_file &file : all_)
            add("the profile " + file.mapped().by_plan().name + ' ' +
                    std::to_string(file.mapped().by_plan().text_hash) + " of",
                file.name());
    }
    /// The stages of deals have one order.
    static void take_order(known_names &known, const source &from, const std::vector<source> &log) {
        const std::vector<std::string> &order = from.by_plan.stage_order();
        if (order.empty() || order == known.stage_order) return;
        const auto listed = [](const std::vector<std::string> &stages) {
            std::string text;
            for (const std::string &each : stages)
                text += (text.empty() ? "" : ", ") + each;
            return text;
        };
        if (!known.stage_order.empty()) {
            const auto first = std::find_if(log.begin(), log.end(), [&](const source &other) {
                return other.by_plan.stage_order() == known.stage_order;
            });
            throw failure{from.log.name + ": its profile has the stages " + listed(order) + ", and that of " +
                          first->log.name + " has " + listed(known.stage_order) +
                          ": one report has one order; name the stages alike, or report on each file alone"};
        }
        known.stage_order = order;
    }
    /// Of some file.
    void want_told(const std::string &option, auto &&tells) const {
        if (std::none_of(all_.begin(), all_.end(), [&](const open_file &f) { return tells(f.mapped()); }))
            throw failure{option + ": no column of " + names() +
                          " says it: the profile would have to name one"};
    }

    ranks &among_;
    known_names known_;
    std::optional<shared_names> shared_;
    std::optional<known_names> agreed_; ///< ... by all ranks
    std::deque<open_file> all_;         ///< which stay where they are
    std::string run_;
    std::optional<merged_parts> parts_;
    kept_blocks mapped_; ///< by this rank
    report::blocks blocks_;
};

} // namespace report
