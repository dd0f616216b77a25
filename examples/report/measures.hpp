// SPDX-License-Identifier: MIT
#pragma once

/// Amounts and times, for each group: a board for each number that events carry, and pairs of events where
/// the time between two of them is to be found out. A table is made when the first event needs it.

#include "needs.hpp"
#include <kpi/accumulator/between.hpp>
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/amounts.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/pairs.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <memory>

namespace report {

using measured_catalogue = decltype(sales::amounts | sales::times);
template <class Catalogue>
using grouped = kpi::by<group, most_groups, typename Catalogue::template on<kpi::scorecard, event>>;

/// A state of fixed size that is not there before it is needed.
template <class State> class lazily {
public:
    State &operator*() {
        if (!state_) state_ = std::make_unique<State>();
        return *state_;
    }
    [[nodiscard]] const State *get() const { return state_.get(); }

private:
    std::unique_ptr<State> state_;
};

/// Boards by what they read of an event.
class measures {
public:
    void record(const event &e, std::uint64_t n) {
        const auto times = kpi::to_count<std::uint32_t>(n);
        if (about<value_told>.contains(e.kind)) (*values_).record(e, times); // an empty value is a value of 0
        if (e.dated && about<time_told>.contains(e.kind)) (*ages_).record(e, times);
        if (told<units_told>(e)) (*pieces_).record(e, times);
        if (told<value_told | units_told>(e)) (*prices_).record(e, times);
        if (told<elapsed_told>(e)) (*spans_).record(e, times);
        if (told<score_told>(e)) (*scores_).record(e, times);
    }
    /// The groups of the metrics that need this; nullptr where no event had it.
    template <unsigned Needs> [[nodiscard]] const auto *table() const {
        if constexpr (Needs == value_told) return values_.get();
        if constexpr (Needs == units_told) return pieces_.get();
        if constexpr (Needs == (value_told | units_told)) return prices_.get();
        if constexpr (Needs == elapsed_told) return spans_.get();
        if constexpr (Needs == score_told) return scores_.get();
        if constexpr (Needs == time_told) return ages_.get();
    }

private:
    template <unsigned Needs> using table_of = lazily<grouped<with_needs<measured_catalogue, Needs>>>;
    template <unsigned Needs>
    static inline const kinds about = kinds_wanted<with_needs<measured_catalogue, Needs>>();
    template <unsigned Needs> static bool told(const event &e) {
        return (e.told & Needs) == Needs && about<Needs>.contains(e.kind);
    }

    table_of<value_told> values_;
    table_of<units_told> pieces_;
    table_of<value_told | units_told> prices_;
    table_of<elapsed_told> spans_;
    table_of<score_told> scores_;
    table_of<time_told> ages_;
};

/// The metrics of times that end with one of these kinds.
template <const auto &Stops> struct stopped_by {
    template <const auto &M>
    static constexpr bool holds = needs_of<kpi::definition<M>> == elapsed_told && (M.of & Stops) == M.of;
};
template <const auto &Stops> using stopped = decltype(kept<stopped_by<Stops>>(sales::times));

/// Starts that can be open at a time.
inline constexpr std::size_t most_open = 65536;
template <const auto &Starts, const auto &Stops, const auto &Id>
using pairs_of =
    kpi::between<Starts, Stops, Id, most_open, grouped<stopped<Stops>>, kpi::around_the_clock, 64>;

/// Times between two events of one lead, deal or customer, where both have a date.
class pairs {
    template <class Pairs> static auto made_by(const lazily<Pairs> &table) {
        return table.get() != nullptr && table.get()->account().paired != 0 ? &table.get()->pairs() : nullptr;
    }

public:
    using responses = pairs_of<sales::lead_arrived, sales::first_response, sales::lead>;
    using cycles = pairs_of<sales::deal_opened, sales::deal_closed, sales::deal>;
    using lifecycles = pairs_of<sales::first_heard_of, sales::became_customer, sales::lead>;
    using upsells = pairs_of<sales::became_customer, sales::upsold, sales::customer>;

    void record(const event &e) {
        if (!e.dated) return;
        if (e.lead != 0 && (sales::lead_arrived | sales::first_response).contains(e.kind))
            (*responses_).record(e);
        if (e.lead != 0 && (sales::first_heard_of | sales::became_customer).contains(e.kind))
            (*lifecycles_).record(e);
        if (e.deal != 0 && (sales::deal_opened | sales::deal_closed).contains(e.kind)) (*cycles_).record(e);
        if (e.customer != 0 && (sales::became_customer | sales::upsold).contains(e.kind))
            (*upsells_).record(e);
    }
    /// Calls f(what, id, starts, stops, pairs) for each table that there is.
    void for_each(auto &&f) const {
        const auto visit = [&](auto &table, const char *what, const char *id, kinds starts, kinds stops) {
            if (table.get() != nullptr) f(what, id, starts, stops, *table.get());
        };
        visit(responses_, "response time", "lead", sales::lead_arrived, sales::first_response);
        visit(cycles_, "sales cycle", "deal", sales::deal_opened, sales::deal_closed);
        visit(lifecycles_, "customer lifecycle", "lead", sales::first_heard_of, sales::became_customer);
        visit(upsells_, "time to upsell", "customer", sales::became_customer, sales::upsold);
    }
    /// The groups of a metric of times; nullptr where none was found out.
    template <const auto &M> [[nodiscard]] const auto *table() const {
        if constexpr (stopped<sales::first_response>::template contains<M>)
            return made_by(responses_);
        else if constexpr (stopped<sales::deal_closed>::template contains<M>)
            return made_by(cycles_);
        else if constexpr (stopped<sales::became_customer>::template contains<M>)
            return made_by(lifecycles_);
        else if constexpr (stopped<sales::upsold>::template contains<M>)
            return made_by(upsells_);
    }
    template <const auto &M>
    static constexpr bool finds_out =
        stopped<sales::first_response>::contains<M> || stopped<sales::deal_closed>::contains<M> ||
        stopped<sales::became_customer>::contains<M> || stopped<sales::upsold>::contains<M>;

private:
    lazily<responses> responses_;
    lazily<cycles> cycles_;
    lazily<lifecycles> lifecycles_;
    lazily<upsells> upsells_;
};

} // namespace report
