// SPDX-License-Identifier: MIT
#pragma once

/// The words of the catalogue, each with the functions that a board needs whose metrics are chosen at run
/// time, and the metrics, each with its words. All of it is constant.

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
#include <kpi/snapshot/detail/field.hpp>
#include <kpi/snapshot/schema.hpp>

#include <array>
#include <new>
#include <span>
#include <type_traits>

namespace plugin {

using kinds = kpi::event_set<activity>;
using kpi::snapshot::description;
namespace encoding = kpi::snapshot::detail;

/// The metrics of acts: metrics of facts need stories, which a board is not.
inline constexpr auto acts =
    kpi::joined(kpi::sales::volume, kpi::sales::outreach, kpi::sales::talk, kpi::sales::prospects,
                kpi::sales::leads, kpi::sales::lead_times, kpi::sales::deals, kpi::sales::revenue,
                kpi::sales::customers, kpi::sales::surveys)
        .speaking<activity>();
using catalogue = std::remove_const_t<decltype(acts)>;

/// A board of this metric alone.
template <const auto &M> using alone = kpi::scorecard<touch, M>;

struct word {
    /// Counters, one for each kind that the board's metrics name, with their condition, if they have one.
    bool counts{};
    bool may_lack{}; ///< events may lack what the condition reads, and are counted after the others
    std::uint64_t condition{};
    bool (*passes)(const touch &) noexcept {};
    bool (*knows)(const touch &) noexcept {};

    /// For a state.
    std::uint32_t id{};
    bool retractable{true};
    std::size_t size{};
    const encoding::field_runs *runs{};
    void (*create)(void *) noexcept {};
    void (*record)(void *, const touch &, std::uint32_t) noexcept {};
    bool (*retract)(void *, const touch &) noexcept {};
    void (*merge)(void *, const void *) noexcept {};
    bool (*equal)(const void *, const void *) noexcept {};
    void (*write)(const void *, encoding::writer &) noexcept {};
    void (*read)(void *, encoding::reader &) noexcept {};

    void (*describe)(description &) noexcept {};
};

template <auto Kept>
inline constexpr word word_of = [] {
    // For counters, one kind stands for the kinds that are known at run time.
    using place = kpi::detail::kept_state<std::remove_const_t<decltype(Kept)>, Kept, touch, std::uint32_t,
                                          kinds{activity::conversation}>;
    word w;
    if constexpr (encoding::counter_place<place>) {
        w.counts = true;
        w.may_lack = encoding::counts_untold<place>;
        w.condition = encoding::condition_hash<place>;
        if constexpr (!std::is_same_v<decltype(Kept.where), kpi::always>) {
            w.passes = [](const touch &e) noexcept { return Kept.where(e); };
            w.describe = [](description &say) noexcept { kpi::detail::describe_condition(Kept.where, say); };
        }
        if constexpr (encoding::counts_untold<place>)
            w.knows = [](const touch &e) noexcept { return Kept.where.knows(e); };
    } else {
        using state = typename place::type;
        static_assert(alignof(state) <= KPI_ALIGNMENT);
        w.id = encoding::own_id<place>;
        w.retractable = place::retractable;
        w.size = sizeof(state);
        w.runs = &encoding::runs_of<state>;
        w.create = [](void *at) noexcept { new (at) state{}; };
        w.record = [](void *at, const touch &e, std::uint32_t n) noexcept {
            Kept.record(*static_cast<state *>(at), e, n);
        };
        w.retract = [](void *at, const touch &e) noexcept {
            if constexpr (place::retractable)
                return Kept.retract(*static_cast<state *>(at), e);
            else
                return false;
        };
        w.merge = [](void *into, const void *from) noexcept {
            *static_cast<state *>(into) += *static_cast<const state *>(from);
        };
        w.equal = [](const void *a, const void *b) noexcept {
            return *static_cast<const state *>(a) == *static_cast<const state *>(b);
        };
        w.write = [](const void *at, encoding::writer &to) noexcept {
            kpi::visit_fields(*static_cast<const state *>(at), to);
        };
        w.read = [](void *at, encoding::reader &from) noexcept {
            kpi::visit_fields(*static_cast<state *>(at), from);
        };
        w.describe = [](description &say) noexcept { place::describe(say); };
    }
    return w;
}();

/// A word and, for counters, the kinds that a metric counts.
struct need {
    const word *what{};
    std::uint64_t kinds{};
};
template <const auto &M>
inline constexpr auto needs_of = [] {
    constexpr std::size_t size = [] {
        std::size_t n = 0;
        alone<M>::each_word([&](auto) { ++n; });
        return n;
    }();
    std::array<need, size> all{};
    std::size_t n = 0;
    alone<M>::each_word([&]<class Place>(std::type_identity<Place>) {
        all[n].what = &word_of<Place::kept>;
        if constexpr (encoding::counter_place<Place>) all[n].kinds = Place::counts::kinds.bits;
        ++n;
    });
    return all;
}();

/// A metric of the catalogue.
struct entry {
    std::string_view name{};
    std::span<const need> needs{};
    kpi_metric_info (*info)() noexcept {};
    kpi_status (*read)(const kpi_board &, const std::uint64_t *given, std::size_t size,
                       const figure_sink &) noexcept {};
};

} // namespace plugin
