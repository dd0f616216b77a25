// SPDX-License-Identifier: MIT
#pragma once

/// Prospects, leads, deals and customers, each once, and reps: a board for each of them, in tables of fixed
/// size. Up to some 40,000 ids all are there; of more the table keeps a fair sample. With groups a second
/// table has a board for each id in each group, the group in the upper bits of its key.

#include "measures.hpp"
#include "needs.hpp"
#include <kpi/accumulator/by_key.hpp>
#include <kpi/core/hash.hpp>
#include <kpi/sales/catalog.hpp>
#include <kpi/sales/dimensions.hpp>

#include <type_traits>

namespace report {

inline constexpr std::size_t most_ids = 65536;

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

template <kpi::event Event, const auto &...Metrics>
using small_scorecard = kpi::basic_scorecard<Event, std::uint16_t, Metrics...>;

template <const auto &Id, class Catalogue> struct table_of_ids {
    using state = kpi::by_key<Id, most_ids, typename Catalogue::template on<small_scorecard, event>, 64>;
    lazily<state> ids;

    void record(const event &e, std::uint64_t n) { (*ids).record(e, kpi::to_count<std::uint16_t>(n)); }
};
template <const auto &Id> struct table_of_ids<Id, kpi::catalogue<>> {
    void record(const event &, std::uint64_t) {}
};

/// All that is known of the ids of one kind. Events without a date are not put where the time matters.
template <const auto &Id, const auto &IdInGroup, class Catalogue> class crowd {
    using timeless = with_needs<Catalogue, 0>;
    using timed = with_needs<Catalogue, time_told>;
    static_assert(timeless::size + timed::size + with_needs<Catalogue, value_told>::size == Catalogue::size);

public:
    void record(const event &e, std::uint64_t n, bool by_group) {
        static const kinds wanted =
            kinds_wanted<Catalogue>() | kinds{activity::email_bounced, activity::deal_lost};
        if (!wanted.contains(e.kind)) return;
        timeless_.record(e, n);
        if (by_group) timeless_by_group_.record(e, n);
        if (!e.dated) return;
        timed_.record(e, n);
        if (by_group) timed_by_group_.record(e, n);
    }
    template <const auto &M> [[nodiscard]] const auto *all() const {
        if constexpr (timed::template contains<M>)
            return timed_.ids.get();
        else
            return timeless_.ids.get();
    }
    template <const auto &M> [[nodiscard]] const auto *by_group() const {
        if constexpr (timed::template contains<M>)
            return timed_by_group_.ids.get();
        else
            return timeless_by_group_.ids.get();
    }

    /// True while no id had to be left out.
    [[nodiscard]] bool complete() const {
        const auto whole = [](const auto *table) { return table == nullptr || table->complete(); };
        if constexpr (timeless::size != 0)
            return whole(timeless_.ids.get()) && whole(timeless_by_group_.ids.get());
        else
            return whole(timed_.ids.get()) && whole(timed_by_group_.ids.get());
    }
    /// How often an id was met in one group more.
    [[nodiscard]] std::size_t met_elsewhere() const {
        const auto more = [](const auto *in_groups, const auto *ids) {
            return in_groups == nullptr ? 0 : in_groups->size() - ids->size();
        };
        if constexpr (timeless::size != 0)
            return more(timeless_by_group_.ids.get(), timeless_.ids.get());
        else
            return more(timed_by_group_.ids.get(), timed_.ids.get());
    }

private:
    table_of_ids<Id, timeless> timeless_;
    table_of_ids<Id, timed> timed_;
    table_of_ids<IdInGroup, timeless> timeless_by_group_;
    table_of_ids<IdInGroup, timed> timed_by_group_;
};

struct people {
    crowd<sales::prospect, prospect_in_group, std::remove_const_t<decltype(sales::prospects)>> prospects;
    crowd<sales::lead, lead_in_group, std::remove_const_t<decltype(sales::leads)>> leads;
    crowd<sales::deal, deal_in_group, std::remove_const_t<decltype(sales::pipeline)>> deals;
    crowd<sales::customer, customer_in_group, std::remove_const_t<decltype(sales::accounts)>> customers;
    kpi::by<sales::rep, most_groups, kpi::scorecard<event, sales::context_switches>> reps;

    void record(const event &e, std::uint64_t n, bool by_group) {
        if (e.prospect != 0) prospects.record(e, n, by_group);
        if (e.lead != 0) leads.record(e, n, by_group);
        if (e.deal != 0) deals.record(e, n, by_group);
        if (e.customer != 0) customers.record(e, n, by_group);
        if (e.dated) reps.record(e);
    }
};

} // namespace report
