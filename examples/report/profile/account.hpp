// SPDX-License-Identifier: MIT
#pragma once

/// What became of every row of a file, or of all files. read = used + repeated + passed over + without an
/// event + out of the time looked at + refused: `closes()` says whether the sum is right, and the report
/// shows it.

#include "profile/mapper.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace report {

/// Rows refused for the same reason.
struct refusal {
    static constexpr std::size_t most_lines = 5;

    std::string reason;
    std::string text; ///< of the first of them, in place of what was wanted
    std::uint64_t rows{};
    std::vector<std::uint64_t> lines; ///< at which the first of them begin

    void pass(auto &through) { through(reason, text, rows, lines); }
};

struct row_account {
    /// How many reasons are kept apart; further ones are counted together.
    static constexpr std::size_t most_reasons = 32;

    std::string source;  ///< the file's name, as the user knows it; empty for all files together
    std::string profile; ///< that reads it

    std::uint64_t read{};
    std::uint64_t used{};
    std::uint64_t repeated{};      ///< all their events were known by their keys
    std::uint64_t passed_over{};   ///< left out by the profile's `only`
    std::uint64_t without_event{}; ///< the profile makes no event of them
    std::uint64_t out_of_frame{};  ///< nothing in them is of the time that is looked at
    std::uint64_t refused{};
    std::vector<refusal> refusals;

    /// Counts another refused row. Rows come in the order of their lines.
    void refuse(std::uint64_t line, fault why);
    /// Adds the rows of a file; its reasons stay with the file.
    row_account &operator+=(const row_account &file);

    [[nodiscard]] bool closes() const {
        return read == used + repeated + passed_over + without_event + out_of_frame + refused;
    }
    void pass(auto &through) {
        through(source, profile, read, used, repeated, passed_over, without_event, out_of_frame, refused);
        through(refusals);
    }
};

/// The rows, and what they told.
struct account : row_account {
    std::vector<row_account> files;

    std::array<std::uint64_t, 64> events{}, undated{};                       ///< by kind; without a date
    std::array<std::uint64_t, 64> known{};                                   ///< with those before a window
    std::array<std::array<std::uint64_t, 64>, stage_part + 1> told{};        ///< known events with that part
    std::array<std::array<std::uint64_t, 64>, id_parts.size()> without_id{}; ///< events that lack the id
    unsigned ids{}; ///< that any known event has: the bits of their places
    /// Of other times than the one looked at, and in no figure.
    std::uint64_t events_after{}, events_before{}, events_without_date{};
    std::optional<std::int64_t> first, last; ///< times of events
    std::optional<std::int64_t> first_known; ///< including events before a window
    std::uint64_t replies_without_channel{};
    std::array<std::uint64_t, 7 * 24>
        touches_by_hour{}; ///< of the week from Monday; touches with a time of day

    /// Adds what another thread or rank has read from the same files; one of them keeps the reasons.
    void join(const account &other);
    void pass(auto &through) {
        row_account::pass(through);
        through(files, events, undated, known, told, without_id, ids, events_after, events_before);
        through(events_without_date, first, last, first_known, replies_without_channel, touches_by_hour);
    }
    [[nodiscard]] std::uint64_t all_events() const;
    [[nodiscard]] std::uint64_t all_undated() const;
    [[nodiscard]] std::uint64_t count(activity kind) const { return events[static_cast<std::size_t>(kind)]; }
};

} // namespace report
