// SPDX-License-Identifier: MIT
#pragma once

/// Counting on a board whose metrics are chosen at run time: record, take back, merge, compare.

#include "chosen_board.hpp"
#include <kpi/core/saturating.hpp>

#include <array>
#include <new>

inline void kpi_board::reset() noexcept {
    for (const plugin::part &p : *this)
        if (!p.what->counts)
            p.what->create(at(p));
        else
            for (std::size_t i = 0; i < p.counters(); ++i)
                new (static_cast<std::byte *>(at(p)) + i * sizeof(std::uint32_t)) std::uint32_t{};
}

/// The counter that an event belongs to; null if it counts nowhere.
inline std::uint32_t *kpi_board::counter_of(const plugin::part &p, const plugin::touch &e) noexcept {
    const auto k = static_cast<std::size_t>(e.kind);
    if (!p.counts_kind(k)) return nullptr;
    if (p.what->may_lack && !p.what->knows(e)) return counters(p) + p.counters() - 1;
    if (p.what->passes != nullptr && !p.what->passes(e)) return nullptr;
    return counters(p) + p.place(k);
}

inline void kpi_board::record(const plugin::part &p, const plugin::touch &e, std::uint32_t n) noexcept {
    if (!p.what->counts)
        p.what->record(at(p), e, n);
    else if (std::uint32_t *const c = counter_of(p, e))
        *c = kpi::saturating_add(*c, n);
}
inline void kpi_board::record(const plugin::touch &e, std::uint32_t n) noexcept {
    for (const plugin::part &p : *this)
        record(p, e, n);
}

/// If there are only kinds, they are first counted in a table.
inline void kpi_board::record(const kpi_columns &columns) noexcept {
    std::array<std::uint32_t, 256> of_kind{};
    constexpr std::size_t block = std::size_t{1} << 31;
    for (std::size_t from = 0; from < columns.rows; from += block) {
        of_kind.fill(0);
        for (std::size_t row = from; row < columns.rows && row - from < block; ++row)
            ++of_kind[columns.kind[row]];
        for (std::size_t k = 0; k < kpi::max_kinds; ++k)
            if (of_kind[k] != 0) record(*begin(), {.kind = static_cast<plugin::activity>(k)}, of_kind[k]);
    }
    if (size_ == 1) return;
    for (std::size_t row = 0; row < columns.rows; ++row) {
        const plugin::touch e = plugin::to_touch(columns, row);
        for (const plugin::part *p = begin() + 1; p != end(); ++p)
            record(*p, e, 1);
    }
}

inline bool kpi_board::retract(const plugin::part &p, const plugin::touch &e) noexcept {
    if (!p.what->counts) return p.what->retract(at(p), e);
    std::uint32_t *const c = counter_of(p, e);
    return c == nullptr || kpi::take_off(*c, std::uint32_t{1});
}
inline kpi_status kpi_board::retract(const plugin::touch &e) noexcept {
    for (const plugin::part &p : *this)
        if (!p.what->retractable) return KPI_CANNOT_RETRACT;
    for (const plugin::part *p = begin(); p != end(); ++p) {
        if (retract(*p, e)) continue;
        while (p != begin())
            record(*--p, e, 1);
        return KPI_NOT_RECORDED;
    }
    return KPI_OK;
}

inline const plugin::part &kpi_board::part_of(const plugin::word &what) const noexcept {
    const plugin::part *p = begin();
    while (p->what != &what) // a metric of the board, so it is there
        ++p;
    return *p;
}

/// The number of events of these kinds; for none, of events that lacked what the condition reads.
inline std::uint32_t kpi_board::count(const plugin::part &p, std::uint64_t kinds) const noexcept {
    const std::uint32_t *const all = counters(p);
    if (kinds == 0) return p.what->may_lack ? all[p.counters() - 1] : 0;
    std::uint32_t sum = 0;
    for (; kinds != 0; kinds &= kinds - 1)
        sum = kpi::saturating_add(sum, all[p.place(static_cast<std::size_t>(std::countr_zero(kinds)))]);
    return sum;
}

inline bool kpi_board::of_same_words(const kpi_board &other) const noexcept {
    if (size_ != other.size_ || schema_ != other.schema_) return false;
    for (const plugin::part *a = begin(), *b = other.begin(); a != end(); ++a, ++b)
        if (a->what != b->what || a->kinds != b->kinds) return false;
    return true;
}

inline void kpi_board::merge(const kpi_board &other) noexcept {
    for (const plugin::part &p : *this) {
        if (!p.what->counts) {
            p.what->merge(at(p), other.at(p));
            continue;
        }
        std::uint32_t *const into = counters(p);
        const std::uint32_t *const from = other.counters(p);
        for (std::size_t i = 0; i < p.counters(); ++i)
            into[i] = kpi::saturating_add(into[i], from[i]);
    }
}

inline bool kpi_board::equal(const kpi_board &other) const noexcept {
    for (const plugin::part &p : *this) {
        if (!p.what->counts) {
            if (!p.what->equal(at(p), other.at(p))) return false;
            continue;
        }
        for (std::size_t i = 0; i < p.counters(); ++i)
            if (counters(p)[i] != other.counters(p)[i]) return false;
    }
    return true;
}
