// SPDX-License-Identifier: MIT
#pragma once

/// The files of a log. Their rows are mapped here, or were mapped and saved by other runs. If there are
/// several ranks, each maps its own slices first, and keeps these rows until all ranks have the same numbers
/// for the names on them.

#include "failure.hpp"
#include "figures/sheet.hpp"
#include "open_file.hpp"
#include "ranks.hpp"
#include "read/kept_blocks.hpp"
#include "read/merged_parts.hpp"
#include "read/part_file.hpp"
#include "run.hpp"
#include "story/labels.hpp"
#include "story/shared_names.hpp"
#include <kpi/version.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// All files of a log, in an order that does not depend on the order of the command line.
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

    /// If there are several ranks: maps this rank's slices, and learns the names on the rows of all ranks.
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

    /// Reads every row of a file, or what other runs have saved of it: f(thread, row that could be read).
    /// Returns the rows that could not be read. Files come in their order.
    const row_account &read_rows(open_file &file, std::size_t threads, auto &&f) {
        if (!blocks_) return file.read_rows(threads, f);
        const row_account &refused = file.read_rows(blocks_, named(), threads, f);
        if (among_.are_several()) file.share(among_);
        return refused;
    }
    /// Call this after the last file.
    void finish() {
        if (parts_) parts_->finish();
    }
    /// Saves the rows that this run reads from the files.
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
    /// Complete after the last row.
    [[nodiscard]] log_shape shape() const {
        log_shape told;
        for (const open_file &f : all_)
            told.add(f.mapped());
        return told;
    }

private:
    [[nodiscard]] known_names &named() { return shared_ ? *agreed_ : known_; }
    /// If there are several ranks, each reads one part.
    [[nodiscard]] std::optional<part_of_run> part_of(const request &asked) const {
        if (!among_.are_several()) return asked.part;
        return part_of_run{static_cast<std::uint32_t>(among_.rank() + 1),
                           static_cast<std::uint32_t>(among_.count())};
    }
    /// Sets up what has numbers before any row is read.
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
    /// ... as the first rank has.
    void want_same_files(const std::vector<file_seen> &seen) {
        const std::vector<std::string> told = among_.tell_all(coded(seen));
        for (std::size_t rank = 1; rank < told.size(); ++rank)
            if (told[rank] != told.front())
                throw failure{"rank " + std::to_string(rank) + " has read other files than rank 0: a file " +
                              "is not the same on all machines, or was changed meanwhile"};
    }
    /// Lists whatever decides how a row is mapped. Runs that agree in all of it can make one report.
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
        if (tells_stages) { // their rows are mapped with the names that are asked for
            add("--by", asked.by);
            for (const std::string &each : asked.where)
                add("--where", each);
        }
        for (const open_file &file : all_)
            add("the profile " + file.mapped().by_plan().name + ' ' +
                    std::to_string(file.mapped().by_plan().text_hash) + " of",
                file.name());
    }
    /// All stages of deals must have the same order.
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
    /// Wants some file to tell this.
    void want_told(const std::string &option, auto &&tells) const {
        if (std::none_of(all_.begin(), all_.end(), [&](const open_file &f) { return tells(f.mapped()); }))
            throw failure{option + ": no column of " + names() +
                          " says it: the profile would have to name one"};
    }

    ranks &among_;
    known_names known_;
    std::optional<shared_names> shared_;
    std::optional<known_names> agreed_; ///< ... that all ranks agree on
    std::deque<open_file> all_;         ///< a deque, so that they never move
    std::string run_;
    std::optional<merged_parts> parts_;
    kept_blocks mapped_; ///< by this rank
    report::blocks blocks_;
};

} // namespace report
