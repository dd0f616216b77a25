// SPDX-License-Identifier: MIT
#pragma once

/// The metrics of the catalogue by their names, and the figures of a board whose metrics are chosen at run
/// time.

#include "chosen_board.hpp"
#include <kpi/core/count.hpp>
#include <kpi/core/ratio.hpp>
#include <kpi/core/score.hpp>

#include <array>

namespace plugin {

/// A board of one metric, as the library reads it, made from what is kept at run time.
struct one_metric {
    const kpi_board &board;

    template <auto Word> [[nodiscard]] decltype(auto) reading() const noexcept {
        constexpr auto kept = kpi::detail::kept_of<Word>();
        if constexpr (!is_fed<kept> || !word_of<kept>.counts)
            return kpi::detail::reading_of<Word>(kept_by<Word>());
        else
            return Word.of.empty() ? 0 : board.count(board.part_of(word_of<kept>), Word.of.bits);
    }
    template <auto Word> [[nodiscard]] decltype(auto) kept_by() const noexcept {
        constexpr auto kept = kpi::detail::kept_of<Word>();
        if constexpr (!is_fed<kept>)
            return (kpi::detail::never_fed);
        else if constexpr (!word_of<kept>.counts)
            return board.state<typename decltype(kept)::template state<touch>>(board.part_of(word_of<kept>));
        else if constexpr (word_of<kept>.may_lack)
            return lacking{board.count(board.part_of(word_of<kept>), 0)};
        else
            return counted{};
    }
    template <const auto &M> [[nodiscard]] std::uint32_t untold() const noexcept {
        return [&]<auto... W>(kpi::detail::words<W...>) { return kpi::detail::most_untold(kept_by<W>()...); }
        (kpi::detail::words_of<M>{});
    }

private:
    /// Whether some event has what a word looks at.
    template <auto Kept> static constexpr bool is_fed = !kpi::detail::is_never_fed<Kept, touch>();

    struct counted {};
    struct lacking {
        std::uint32_t untold;
    };
};

template <const auto &M>
kpi_status read_metric(const kpi_board &board, const std::uint64_t *given, std::size_t size,
                       const figure_sink &sink) noexcept {
    const auto walk = [&](const auto &...figures) {
        kpi::detail::each_figure<M>(one_metric{board}, sink, figures...);
    };
    return read<M, alone<M>>(walk, given, size);
}

inline constexpr auto entries = []<const auto &...M>(kpi::catalogue<M...>) {
    static_assert(kpi::catalogue<M...>::unique());
    return std::array<entry, sizeof...(M)>{
        entry{M.name, needs_of<M>, info_of<alone<M>, M>, read_metric<M>}...};
}
(catalogue{});

/// The most different words that a board can have.
inline constexpr std::size_t most_parts = [] {
    std::size_t n = 1;
    for (const entry &e : entries)
        n += e.needs.size();
    return n;
}();

[[nodiscard]] inline const entry *find(std::string_view name) noexcept {
    for (const entry &e : entries)
        if (e.name == name) return &e;
    return nullptr;
}

} // namespace plugin

inline kpi_metric_info kpi_board::info(std::uint32_t number) noexcept {
    return plugin::entries[number].info();
}

inline kpi_status kpi_board::read_own(const kpi_own_metric &m,
                                      const plugin::figure_sink &sink) const noexcept {
    const auto count_of = [this](std::uint64_t kinds) { return kinds == 0 ? 0 : count(*begin(), kinds); };
    const std::uint32_t of = count_of(m.of), among = count_of(m.among), without = count_of(m.without);
    kpi::figure_info info{.metric = m.name, .name = m.name, .nominal = m.nominal != 0};
    using kpi::sales::win_rate;
    switch (m.form) {
    case KPI_FORM_COUNT:
        sink(info, kpi::count<std::uint32_t>{of});
        break;
    case KPI_FORM_PROPORTION:
        info.unit = "%", info.scale = 100;
        sink(info, win_rate.value(of, among, without, std::uint32_t{}, std::uint32_t{}));
        break;
    case KPI_FORM_RATIO:
        info.unit = ": 1";
        sink(info, kpi::ratio<std::uint32_t>{of, among});
        break;
    default:
        info.unit = "points", info.scale = 100;
        sink(info, kpi::score<std::uint32_t>{of, without, among});
    }
    return KPI_OK;
}

inline kpi_status kpi_board::read(std::string_view metric, const std::uint64_t *given, std::size_t n,
                                  const plugin::figure_sink &sink) const noexcept {
    for (std::size_t i = 0; i < definition_->metrics_size; ++i)
        if (metric == definition_->metrics[i]) return plugin::find(metric)->read(*this, given, n, sink);
    for (std::size_t i = 0; i < definition_->own_size; ++i)
        if (metric == definition_->own[i].name)
            return n == 0 ? read_own(definition_->own[i], sink) : KPI_GIVEN;
    return KPI_NO_SUCH_METRIC;
}
