// SPDX-License-Identifier: MIT
#pragma once

/// A board whose metrics are chosen at run time. The caller's memory holds a head, a row of parts (a word and
/// where it is kept), and the words' states, in the order of a C++ board of the same metrics; so its
/// snapshots are that board's. It counts (chosen_counts.hpp), is laid out (chosen_layout.hpp), read
/// (chosen_figures.hpp) and written (chosen_snapshot.hpp).

#include "chosen_words.hpp"
#include <kpi/snapshot/format.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace plugin {

struct part {
    const word *what{};
    std::uint64_t kinds{};
    std::size_t offset{}; ///< from the start of the board

    [[nodiscard]] std::size_t counters() const noexcept {
        return static_cast<std::size_t>(std::popcount(kinds)) + std::size_t{what->may_lack};
    }
    [[nodiscard]] std::size_t size() const noexcept {
        return what->counts ? counters() * sizeof(std::uint32_t) : what->size;
    }
    [[nodiscard]] bool counts_kind(std::size_t k) const noexcept { return k < 64 && (kinds >> k & 1u) != 0; }
    /// Which counter a kind has; for the one after the last kind, the number of all.
    [[nodiscard]] std::size_t place(std::size_t k) const noexcept {
        return static_cast<std::size_t>(std::popcount(kinds & ((std::uint64_t{1} << k) - 1)));
    }
};

inline constexpr const word &shared_counters = word_of<kpi::detail::counters_of_all<activity>>;

} // namespace plugin

struct kpi_board {
    static kpi_status size(const kpi_definition *definition, std::size_t &size) noexcept;
    static kpi_status create(const kpi_definition *definition, void *memory, std::size_t size,
                             kpi_board *&board) noexcept;
    static std::uint32_t metrics() noexcept { return plugin::catalogue::size; }
    static kpi_metric_info info(std::uint32_t number) noexcept;

    void reset() noexcept;
    void record(const plugin::touch &e, std::uint32_t n) noexcept;
    void record(const kpi_columns &columns) noexcept;
    kpi_status retract(const plugin::touch &e) noexcept;
    kpi_status read(std::string_view metric, const std::uint64_t *given, std::size_t n,
                    const plugin::figure_sink &sink) const noexcept;

    bool of_same_words(const kpi_board &other) const noexcept;
    void merge(const kpi_board &other) noexcept;
    bool equal(const kpi_board &other) const noexcept;

    std::size_t encoded_bound() const noexcept;
    std::size_t encode(std::span<std::byte> into) const noexcept; ///< 0 if it is too small
    kpi::snapshot::status decode(std::span<const std::byte> from) noexcept;

    /// Where a word of the catalogue is kept.
    const plugin::part &part_of(const plugin::word &what) const noexcept;
    std::uint32_t count(const plugin::part &p, std::uint64_t kinds) const noexcept;
    template <class T> const T &state(const plugin::part &p) const noexcept {
        return *static_cast<const T *>(at(p));
    }

private:
    struct layout;
    struct constants;

    kpi_board(const kpi_definition &d, std::size_t how_many) noexcept : definition_{&d}, size_{how_many} {}

    const plugin::part *begin() const noexcept {
        return static_cast<const plugin::part *>(static_cast<const void *>(this + 1));
    }
    const plugin::part *end() const noexcept { return begin() + size_; }
    void *at(const plugin::part &p) noexcept {
        return static_cast<std::byte *>(static_cast<void *>(this)) + p.offset;
    }
    const void *at(const plugin::part &p) const noexcept {
        return static_cast<const std::byte *>(static_cast<const void *>(this)) + p.offset;
    }
    std::uint32_t *counters(const plugin::part &p) noexcept { return static_cast<std::uint32_t *>(at(p)); }
    const std::uint32_t *counters(const plugin::part &p) const noexcept {
        return static_cast<const std::uint32_t *>(at(p));
    }
    std::uint32_t *counter_of(const plugin::part &p, const plugin::touch &e) noexcept;
    void record(const plugin::part &p, const plugin::touch &e, std::uint32_t n) noexcept;
    bool retract(const plugin::part &p, const plugin::touch &e) noexcept;
    kpi_status read_own(const kpi_own_metric &m, const plugin::figure_sink &sink) const noexcept;

    std::string_view vocabulary() const noexcept;
    std::string_view kind_name(std::size_t kind) const noexcept;
    void say_kinds(plugin::description &say, std::uint64_t kinds) const noexcept;
    std::uint64_t schema() const noexcept;
    void describe(constants &out) const noexcept;

    const kpi_definition *definition_;
    std::size_t size_;
    std::uint64_t schema_{};
};
