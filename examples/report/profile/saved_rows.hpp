// SPDX-License-Identifier: MIT
#pragma once

/// Mapped rows of one slice of a file, as bytes: another run reads them as if it had mapped them itself.
/// Names are stored as texts, each once, so a block needs nothing else.

#include "profile/known_names.hpp"
#include "profile/mapper.hpp"
#include "read/coded.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace report {

/// Which slice of which file, and what holds for all of it.
struct slice_saved {
    std::uint64_t file{}, slice{};
    bool zoned{}, unzoned{}; ///< some dates had a zone; some had none
};

/// Saves the rows of one slice.
class row_saver {
public:
    explicit row_saver(const known_names &known);

    void put(const mapped_row &row);
    /// A row that could not be mapped.
    void refuse(std::uint64_t line, const fault &why);
    /// The block of these rows.
    [[nodiscard]] std::string block(const slice_saved &which) const;

private:
    /// The names of one kind, by the numbers that they have in the block.
    using numbers = std::unordered_map<std::uint32_t, std::uint32_t>;

    void put(const event &e);
    void put_name(numbers &met, std::uint32_t name, const names &texts);
    void put_further(std::uint32_t number);
    void put_ids(const event &e);

    const known_names &known_;
    std::array<numbers, named_parts.size()> parts_;
    std::vector<numbers> dimensions_;
    numbers further_, stages_;
    std::uint64_t rows_{}, refused_{};
    coded_writer made_, wrong_;
};

/// Reads blocks, and gives their names the numbers of this run. Each thread has its own.
class row_loader {
public:
    explicit row_loader(known_names &known);

    using refused = std::vector<std::pair<std::uint64_t, fault>>; ///< by line

    /// Calls f(row) for each row. Throws a failure if the block was not written by a row_saver.
    refused load(coded_reader from, const std::function<void(const mapped_row &)> &f);
    /// The beginning of a block.
    [[nodiscard]] static slice_saved load_slice(coded_reader &from);

private:
    void load(coded_reader &from, mapped_row &row);
    [[nodiscard]] event load_event(coded_reader &from);
    [[nodiscard]] std::uint32_t load_name(coded_reader &from, std::vector<std::uint32_t> &met,
                                          names_at_hand &known);
    [[nodiscard]] std::uint32_t load_further(coded_reader &from);
    void load_ids(coded_reader &from, event &into);

    known_names &known_;
    std::array<names_at_hand, named_parts.size()> parts_;
    std::vector<names_at_hand> dimensions_;
    combinations::at_hand further_;
    names_at_hand stages_;
    std::array<std::vector<std::uint32_t>, named_parts.size()> met_in_parts_;
    std::vector<std::vector<std::uint32_t>> met_in_dimensions_;
    std::vector<std::uint32_t> met_further_, met_stages_;
};

} // namespace report
