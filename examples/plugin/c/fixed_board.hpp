// SPDX-License-Identifier: MIT
#pragma once

/// The board of an object that was built with -DKPI_METRICS=...: one of the library's own, laid out by the
/// compiler. Members that the metrics do not read are left out, so that it suits firmware.

#include "figures.hpp"
#include <kpi/sales/customers.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/lead_times.hpp>
#include <kpi/sales/leads.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/prospects.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/sales/surveys.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/sales/volume.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/snapshot/codec.hpp>

#include <new>
#include <span>

struct kpi_board {
    using type = kpi::scorecard<plugin::touch, KPI_METRICS>;
    static_assert(alignof(type) <= KPI_ALIGNMENT);

    static kpi_status size(const kpi_definition *definition, std::size_t &size) noexcept {
        if (definition != nullptr) return KPI_FIXED_BOARD;
        size = sizeof(kpi_board);
        return KPI_OK;
    }
    static kpi_status create(const kpi_definition *definition, void *memory, std::size_t size,
                             kpi_board *&board) noexcept {
        if (definition != nullptr) return KPI_FIXED_BOARD;
        if (size < sizeof(kpi_board)) return KPI_TOO_SMALL;
        board = new (memory) kpi_board{};
        return KPI_OK;
    }
    static std::uint32_t metrics() noexcept { return type::metrics::size; }
    static kpi_metric_info info(std::uint32_t number) noexcept {
        kpi_metric_info found{};
        type::metrics::for_each([&]<const auto & M>() {
            if (number-- == 0) found = plugin::info_of<kpi::scorecard<plugin::touch, M>, M>();
        });
        return found;
    }

    void reset() noexcept { counts_.reset(); }
    void record(const plugin::touch &e, std::uint32_t n) noexcept { counts_.record(e, n); }
    void record(const kpi_columns &columns) noexcept {
        for (std::size_t row = 0; row < columns.rows; ++row)
            counts_.record(plugin::to_touch(columns, row));
    }
    kpi_status retract(const plugin::touch &e) noexcept {
        if constexpr (type::retractable)
            return counts_.retract(e) ? KPI_OK : KPI_NOT_RECORDED;
        else
            return KPI_CANNOT_RETRACT;
    }
    kpi_status read(std::string_view metric, const std::uint64_t *given, std::size_t n,
                    const plugin::figure_sink &sink) const noexcept {
        kpi_status answer = KPI_NO_SUCH_METRIC;
        type::metrics::visit(
            metric, [&]<const auto & M>() {
                const auto walk = [&](const auto &...figures) {
                    counts_.template figures<M>(sink, figures...);
                };
                answer = plugin::read<M, type>(walk, given, n);
            });
        return answer;
    }

    bool of_same_words(const kpi_board &) const noexcept { return true; }
    void merge(const kpi_board &other) noexcept { counts_ += other.counts_; }
    bool equal(const kpi_board &other) const noexcept { return counts_ == other.counts_; }

    std::size_t encoded_bound() const noexcept { return kpi::snapshot::encoded_size_bound<type>; }
    std::size_t encode(std::span<std::byte> into) const noexcept {
        return kpi::snapshot::encode(counts_, into).size();
    }
    kpi::snapshot::status decode(std::span<const std::byte> from) noexcept {
        return kpi::snapshot::decode(from, counts_);
    }

private:
    type counts_{};
};
