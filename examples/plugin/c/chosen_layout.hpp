// SPDX-License-Identifier: MIT
#pragma once

/// Where the words of a board lie whose metrics are chosen at run time, and what is wrong with a definition.

#include "chosen_figures.hpp"
#include <kpi/core/enumerators.hpp>

#include <array>
#include <new>

/// The parts of a board with this definition, and its size.
struct kpi_board::layout {
    kpi_status answer{KPI_OK};
    std::size_t size{}, bytes{};
    std::array<plugin::part, plugin::most_parts> parts{};

    explicit layout(const kpi_definition *d) noexcept {
        answer = d == nullptr ? KPI_NO_DEFINITION : check(*d);
        if (answer != KPI_OK) return;
        add({&plugin::shared_counters, 0}); // in front, as on a board of C++
        for (std::size_t i = 0; i < d->metrics_size; ++i)
            for (const plugin::need &n : plugin::find(d->metrics[i])->needs)
                add(n);
        for (std::size_t i = 0; i < d->own_size; ++i)
            add({&plugin::shared_counters, kinds_of(d->own[i])});
        place();
    }

private:
    static std::uint64_t kinds_of(const kpi_own_metric &m) noexcept { return m.of | m.among | m.without; }

    static kpi_status check(const kpi_definition &d) noexcept {
        if (d.metrics_size + d.own_size == 0) return KPI_BAD_ARGUMENT;
        if (d.metrics_size > 0 && d.metrics == nullptr) return KPI_BAD_ARGUMENT;
        if (d.own_size > 0 && d.own == nullptr) return KPI_BAD_ARGUMENT;
        if (d.vocabulary != nullptr && !is_sound(*d.vocabulary)) return KPI_BAD_ARGUMENT;
        const std::size_t all = d.metrics_size + d.own_size;
        for (std::size_t i = 0; i < all; ++i) {
            const char *const name = name_of(d, i);
            if (name == nullptr) return KPI_BAD_ARGUMENT;
            for (std::size_t j = 0; j < i; ++j)
                if (std::string_view{name} == name_of(d, j)) return KPI_NAMED_TWICE;
        }
        for (std::size_t i = 0; i < d.metrics_size; ++i) {
            if (d.vocabulary != nullptr) return KPI_NOT_OF_SALES;
            if (plugin::find(d.metrics[i]) == nullptr) return KPI_NO_SUCH_METRIC;
        }
        for (std::size_t i = 0; i < d.own_size; ++i)
            if (!is_sound(d.own[i], d.vocabulary)) return KPI_BAD_ARGUMENT;
        return KPI_OK;
    }
    static const char *name_of(const kpi_definition &d, std::size_t i) noexcept {
        return i < d.metrics_size ? d.metrics[i] : d.own[i - d.metrics_size].name;
    }
    static bool is_sound(const kpi_vocabulary &v) noexcept {
        if (v.name == nullptr || v.kinds == nullptr || v.size == 0 || v.size > kpi::max_kinds) return false;
        for (std::size_t k = 0; k < v.size; ++k)
            if (v.kinds[k] == nullptr) return false;
        return true;
    }
    static bool is_sound(const kpi_own_metric &m, const kpi_vocabulary *v) noexcept {
        const std::uint64_t known = v == nullptr ? kpi::enumerator_bits<plugin::activity>()
                                                 : ~std::uint64_t{} >> (kpi::max_kinds - v->size);
        return m.form <= KPI_FORM_SCORE && m.of != 0 && (m.form == KPI_FORM_COUNT) == (m.among == 0) &&
               (kinds_of(m) & ~known) == 0;
    }
    void add(const plugin::need &n) noexcept {
        for (std::size_t i = 0; i < size; ++i)
            if (parts[i].what == n.what) {
                parts[i].kinds |= n.kinds;
                return;
            }
        parts[size++] = {n.what, n.kinds};
    }
    void place() noexcept {
        bytes = sizeof(kpi_board) + size * sizeof(plugin::part);
        for (plugin::part &p : std::span{parts}.first(size)) {
            p.offset = bytes;
            bytes += (p.size() + KPI_ALIGNMENT - 1) / KPI_ALIGNMENT * KPI_ALIGNMENT;
        }
    }
};

inline kpi_status kpi_board::size(const kpi_definition *definition, std::size_t &size) noexcept {
    const layout of{definition};
    if (of.answer == KPI_OK) size = of.bytes;
    return of.answer;
}

inline kpi_status kpi_board::create(const kpi_definition *definition, void *memory, std::size_t size,
                                    kpi_board *&board) noexcept {
    const layout of{definition};
    if (of.answer != KPI_OK) return of.answer;
    if (size < of.bytes) return KPI_TOO_SMALL;
    board = new (memory) kpi_board{*definition, of.size};
    for (std::size_t i = 0; i < of.size; ++i)
        new (static_cast<std::byte *>(memory) + sizeof(kpi_board) + i * sizeof(plugin::part))
            plugin::part{of.parts[i]};
    board->schema_ = board->schema();
    board->reset();
    return KPI_OK;
}
