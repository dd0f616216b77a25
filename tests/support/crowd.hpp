// SPDX-License-Identifier: MIT
#pragma once

/// Many cases of one kind, each with its story. It does what a host does: it holds the facts of a case until
/// the case ends, and then puts them where they belong. The metrics of prospects, leads, deals and customers
/// are tested with it.

#include "sales_rows.hpp"
#include <kpi/core/proportion.hpp>
#include <kpi/sales/fact.hpp>
#include <kpi/sales/touch.hpp>
#include <kpi/scorecard/scorecard.hpp>
#include <kpi/time/civil.hpp>

#include <cstdint>
#include <limits>
#include <map>

namespace kpi::test {

template <class Story> class crowd {
    struct one {
        Story story{};
        told_log log{};
    };
    std::map<std::uint64_t, one> cases_;

public:
    using event = typename Story::event;

    void record(std::uint64_t id, const event &e) { cases_[id].story.record(e, cases_[id].log); }
    void end(instant now) {
        for (auto &[id, c] : cases_)
            c.story.end(now, c.log);
    }
    /// The facts, or acts, of all cases, with times in [from, to).
    template <class Board>
    [[nodiscard]] Board board(instant from = {(std::numeric_limits<std::int64_t>::min)()},
                              instant to = {(std::numeric_limits<std::int64_t>::max)()}) const {
        Board b{};
        for (const auto &[id, c] : cases_)
            for (const auto &told_one : c.log.template left<typename Board::event>())
                if (from.seconds <= told_one.at.seconds && to.seconds > told_one.at.seconds) {
                    if constexpr (requires { told_one.in(from, to); })
                        b.record(told_one.in(from, to));
                    else
                        b.record(told_one);
                }
        return b;
    }
};

/// Records n events for each of the ids first..last, including the last.
template <class Story>
void record_each(crowd<Story> &all, std::uint32_t first, std::uint32_t last, sales::touch e, int n = 1) {
    for (std::uint32_t id = first; id <= last; ++id) {
        e.prospect = e.lead = e.customer = e.deal = id;
        for (int i = 0; i < n; ++i)
            all.record(id, e);
    }
}

using share = proportion<std::uint32_t>;
using wide_share = proportion<std::uint64_t>;
template <const auto &...M> using of_facts = scorecard<sales::fact, M...>;

} // namespace kpi::test
