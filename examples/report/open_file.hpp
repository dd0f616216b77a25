// SPDX-License-Identifier: MIT
#pragma once

/// One file of a log, bound to its profile, and its rows. They are mapped here, in several threads, or read
/// again as they were saved when they were mapped.

#include "at_once.hpp"
#include "figures/sheet.hpp"
#include "profile/mapper.hpp"
#include "profile/saved_rows.hpp"
#include "ranks.hpp"
#include "read/csv_slices.hpp"
#include "read/decode.hpp"
#include "read/merged_parts.hpp"
#include "read/passed.hpp"
#include "run.hpp"

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace report {

/// The refused rows of a file in the order of their lines, whichever thread met them first.
class refused_rows {
public:
    using list = std::vector<std::pair<std::uint64_t, fault>>; ///< by line

    /// Adds the refused rows of a slice.
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
    /// The refused rows of a rank's own slices wait for those of earlier slices. The first rank, which reads
    /// the first slice, is told all of them.
    void pass(auto &through) { through(waiting_); }
    void add_all(refused_rows &theirs) {
        for (auto &[slice, rows] : std::exchange(theirs.waiting_, {}))
            add(slice, std::move(rows));
    }

private:
    std::mutex busy_;
    row_account all_;
    std::map<std::uint64_t, list> waiting_; ///< until those of an earlier slice are there
    std::uint64_t next_{};
};

/// The bytes of a file read so far: their number and their checksum.
struct bytes_read {
    std::uint64_t count{};
    uLong checksum{};
};

/// The next block of saved rows (profile/saved_rows.hpp) of a file; nothing after the last one.
using blocks = std::function<std::optional<std::string>(std::uint64_t file)>;

/// A file whose header has been read and bound to its plan.
class open_file {
public:
    /// `which` is the part of the file that this run reads, if it does not read all of it.
    open_file(source from, const grouped_by &by, known_names &known, std::uint32_t number,
              std::size_t slice_size, const std::optional<part_of_run> &which)
        : name_{from.log.name}, plan_{std::move(from.by_plan)}, known_{known}, number_{number}, part_{which},
          bound_{plan_, by, known, number}, slices_{behind_header(metered(std::move(from.log.read))),
                                                    slice_size} {}

    [[nodiscard]] const std::string &name() const { return name_; }
    [[nodiscard]] const mapper &mapped() const { return bound_; }

    /// Reads every row in so many threads: f(thread, row that could be read). Returns those that could not.
    const row_account &read_rows(std::size_t threads, auto &&f) {
        map_slices(threads, [&](std::size_t thread, csv_slice slice, mapper &mapped) {
            const auto enter = [&](const mapped_row &made) { f(thread, made); };
            refused_.add(slice.number, read(std::move(slice.rows), mapped, enter));
        });
        return refused_.all();
    }
    /// The same for rows that this run or others mapped before; their names are `known`.
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
    /// Maps the rows of this run's slices: keep(block) for each slice, f(thread, row that could be read) for
    /// each row. Returns what it has seen of the file.
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
    /// Tells the first rank which rows the others could not read, and which zones they met.
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
    /// Calls f(thread, slice, mapper) for each slice of this run.
    void map_slices(std::size_t threads, auto &&f) {
        part_of_run mine = part_.value_or(part_of_run{});
        if (!plan_.end_at.empty()) // the table's end must be found before what follows it
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
    /// Counts the bytes if other runs read the same file.
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
    bool ended_{}; ///< the table has ended, although the file may go on
};

} // namespace report
