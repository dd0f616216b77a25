// SPDX-License-Identifier: MIT
#pragma once

/// Prospects, leads, deals and customers, each once, and reps: a board for each of them, in tables of fixed
/// size. Up to some 40,000 ids all are there; of more the table keeps a fair sample. With groups a second
/// table has a board for each id in each group, the group in the upper bits of its key.

#include "story/event_batch.hpp"
#include "story/id_table.hpp"
#include "story/needs.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/core/hash.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/dimensions.hpp>

#include <span>
#include <type_traits>

namespace report {

/// 48 bits of an id's hash, behind the group.
constexpr std::uint64_t in_group(std::uint64_t id, std::uint16_t number) {
    return kpi::mix(id) >> 16 | std::uint64_t{number} << 48;
}
constexpr std::size_t group_of_key(std::uint64_t key) { return static_cast<std::size_t>(key >> 48); }

inline constexpr kpi::dimension prospect_in_group{
    "prospect", [](const event &e) { return in_group(e.prospect, e.group); }};
inline constexpr kpi::dimension lead_in_group{"lead",
                                              [](const event &e) { return in_group(e.lead, e.group); }};
inline constexpr kpi::dimension deal_in_group{"deal",
                                              [](const event &e) { return in_group(e.deal, e.group); }};
inline constexpr kpi::dimension customer_in_group{
    "customer", [](const event &e) { return in_group(e.customer, e.group); }};

/// All that is known of the ids of one kind. Events without a date are not put where the time matters.
template <const auto &Id, const auto &IdInGroup, class Catalogue> class crowd {
    using timeless = with_needs<Catalogue, 0>;
    using timed = with_needs<Catalogue, time_told>;
    static_assert(timeless::size != 0 && timeless::size + timed::size == Catalogue::size);

public:
    void record(std::span<const event> batch, bool by_group, picked_events &picked) {
        const auto mine = picked.of(batch, [](const event &e) { return concerns(e); });
        ids_.record(mine);
        if (by_group) in_groups_.record(mine);
    }
    /// n events that are alike.
    void record(const event &e, std::uint64_t n, bool by_group) {
        if (!concerns(e)) return;
        ids_.record(e, n);
        if (by_group) in_groups_.record(e, n);
    }
    /// The boards that a metric is on; none where no event fed them.
    template <const auto &M> [[nodiscard]] auto all() const { return boards_of<M>(ids_); }
    template <const auto &M> [[nodiscard]] auto by_group() const { return boards_of<M>(in_groups_); }

    /// True while no id had to be left out.
    [[nodiscard]] bool complete() const {
        return ids_.timeless().complete() && in_groups_.timeless().complete();
    }
    /// How often an id was met in one group more.
    [[nodiscard]] std::size_t met_elsewhere() const {
        const auto groups = in_groups_.timeless();
        return groups ? groups.size() - ids_.timeless().size() : 0;
    }

private:
    static bool concerns(const event &e) { return Id(e) != 0 && wanted.contains(e.kind); }
    template <const auto &M> static auto boards_of(const auto &table) {
        if constexpr (timed::template contains<M>)
            return table.timed();
        else
            return table.timeless();
    }

    static inline const kinds wanted =
        kinds_wanted<Catalogue>() | kinds{activity::email_bounced, activity::deal_lost};

    id_table<Id, timeless, timed> ids_;
    id_table<IdInGroup, timeless, timed> in_groups_;
};

struct people {
    crowd<sales::prospect, prospect_in_group, std::remove_const_t<decltype(sales::prospects)>> prospects;
    crowd<sales::lead, lead_in_group, std::remove_const_t<decltype(sales::leads)>> leads;
    crowd<sales::deal, deal_in_group, std::remove_const_t<decltype(sales::pipeline)>> deals;
    crowd<sales::customer, customer_in_group, std::remove_const_t<decltype(sales::accounts)>> customers;
    kpi::by<sales::rep, most_groups, kpi::scorecard<event, sales::context_switches>> reps;
    picked_events picked;

    void record(std::span<const event> batch, bool by_group) {
        prospects.record(batch, by_group, picked);
        leads.record(batch, by_group, picked);
        deals.record(batch, by_group, picked);
        customers.record(batch, by_group, picked);
        for (const event &e : batch)
            if (e.dated) reps.record(e);
    }
    /// n events that are alike.
    void record(const event &e, std::uint64_t n, bool by_group) {
        prospects.record(e, n, by_group);
        leads.record(e, n, by_group);
        deals.record(e, n, by_group);
        customers.record(e, n, by_group);
        if (e.dated) reps.record(e);
    }
};

} // namespace report
