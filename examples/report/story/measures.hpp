// SPDX-License-Identifier: MIT
#pragma once

/// Amounts and times, for each group: a board for each number that events carry, and pairs of events where
/// the time between two of them is to be found out. A table is made when the first event needs it.

#include "story/event_batch.hpp"
#include "story/lazily.hpp"
#include "story/needs.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/sales/amounts.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/pairs.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/story/between.hpp>

#include <span>

namespace report {

using measured_catalogue = decltype(sales::amounts | sales::times);
template <class Catalogue>
using grouped = kpi::by<group, most_groups, typename Catalogue::template on<kpi::scorecard, event>>;

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

/// The metrics of the time from one of these kinds to one of those.
template <const auto &Starts, const auto &Stops> struct measured_from {
    template <const auto &M>
    static constexpr bool holds = [] {
        if constexpr (needs_of<kpi::definition<M>> == elapsed_told)
            return M.since == Starts && (M.of & Stops) == M.of;
        return false;
    }();
};
template <const auto &Starts, const auto &Stops>
using times_from = decltype(kept<measured_from<Starts, Stops>>(sales::times));

/// Starts that can be open at a time.
inline constexpr std::size_t most_open = 65536;
template <const auto &Starts, const auto &Stops, const auto &Id>
using pairs_of =
    kpi::between<Starts, Stops, Id, most_open, grouped<times_from<Starts, Stops>>, kpi::around_the_clock, 64>;

/// Times between two events of one lead, deal or customer, where both have a date.
class pairs {
    template <class Pairs> static auto made_by(const lazily<Pairs> &table) {
        return table.get() != nullptr && table.get()->account().paired != 0 ? &table.get()->pairs() : nullptr;
    }

public:
    void record(std::span<const event> batch) {
        const auto pairing =
            pairing_.of(batch, [](const event &e) { return e.dated && any_table.contains(e.kind); });
        for_each_table([&](auto &table, const auto &how) {
            const kinds wanted = how.starts | how.stops;
            const auto mine = picked_.of(
                pairing, [&](const event &e) { return e.*how.id != 0 && wanted.contains(e.kind); });
            if (!mine.empty()) (*table).record(mine);
        });
    }
    /// Calls f(what, id, starts, stops, pairs) for each table in which anything has stopped: a log
    /// without a stop cannot tell one.
    void for_each(auto &&f) const {
        for_each_table([&](const auto &table, const auto &how) {
            if (table.get() == nullptr) return;
            const kpi::pairing &seen = table.get()->account();
            if (seen.paired != 0 || seen.unstarted != 0 || seen.backwards != 0)
                f(how.what, how.id_name, how.starts, how.stops, *table.get());
        });
    }
    /// The groups of a metric of times; nullptr where none was found out.
    template <const auto &M> [[nodiscard]] const auto *table() const {
        if constexpr (times_from<sales::lead_arrived, sales::first_response>::template contains<M>)
            return made_by(responses_);
        else if constexpr (times_from<sales::lead_handed_over, sales::first_response>::template contains<M>)
            return made_by(handovers_);
        else if constexpr (times_from<sales::deal_opened, sales::deal_closed>::template contains<M>)
            return made_by(cycles_);
        else if constexpr (times_from<sales::lead_arrived, sales::became_customer>::template contains<M>)
            return made_by(conversions_);
        else if constexpr (times_from<sales::became_customer, sales::churn>::template contains<M>)
            return made_by(lifespans_);
        else
            return made_by(upsells_);
    }
    /// Metrics of times; of these a row that tells the seconds need not be asked for the other event.
    template <const auto &M>
    static constexpr bool finds_out =
        needs_of<kpi::definition<M>> == elapsed_told &&decltype(sales::times)::template contains<M>;
    /// The seconds that a first response tells are those since the lead's arrival.
    template <const auto &M>
    static constexpr bool from_both_events = kpi::same_metric<M, sales::handover_response_time>;

private:
    struct pair {
        const char *what;
        const char *id_name;
        std::uint64_t event::*id;
        kinds starts, stops;
    };
    static constexpr kinds any_table = sales::lead_arrived | sales::lead_handed_over | sales::first_response |
                                       sales::deal_opened | sales::deal_closed | sales::became_customer |
                                       sales::churn | sales::upsold;
    void for_each_table(auto &&f) { visit(*this, f); }
    void for_each_table(auto &&f) const { visit(*this, f); }
    static void visit(auto &self, auto &&f) {
        using namespace sales;
        f(self.responses_, pair{"response time", "lead", &event::lead, lead_arrived, first_response});
        f(self.handovers_, pair{"handover", "lead", &event::lead, lead_handed_over, first_response});
        f(self.cycles_, pair{"sales cycle", "deal", &event::deal, deal_opened, deal_closed});
        f(self.conversions_, pair{"lead to customer", "lead", &event::lead, lead_arrived, became_customer});
        f(self.lifespans_, pair{"customer lifespan", "customer", &event::customer, became_customer, churn});
        f(self.upsells_, pair{"time to upsell", "customer", &event::customer, became_customer, upsold});
    }

    lazily<pairs_of<sales::lead_arrived, sales::first_response, sales::lead>> responses_;
    lazily<pairs_of<sales::lead_handed_over, sales::first_response, sales::lead>> handovers_;
    lazily<pairs_of<sales::deal_opened, sales::deal_closed, sales::deal>> cycles_;
    lazily<pairs_of<sales::lead_arrived, sales::became_customer, sales::lead>> conversions_;
    lazily<pairs_of<sales::became_customer, sales::churn, sales::customer>> lifespans_;
    lazily<pairs_of<sales::became_customer, sales::upsold, sales::customer>> upsells_;
    picked_events pairing_, picked_;
};

} // namespace report
