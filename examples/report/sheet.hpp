// SPDX-License-Identifier: MIT
#pragma once

/// From the ledger to what is printed: for every metric of the catalogue that the log feeds its figure, for
/// the whole and for each group, by chapter; and for the others what they lack.
///
/// A metric is left out where an event of it could not be told by this log: a phone log without conversations
/// has no conversation rate of 0 %, it has none.

#include "ledger.hpp"
#include "metric_list.hpp"
#include "plan.hpp"
#include "target.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// One metric: its figure of the whole log, and of each group in the order of sheet::groups; of none where it
/// can only be told of the whole.
struct line {
    telling how;
    figure total;
    std::vector<figure> groups;
    std::optional<fraction> target;

    /// The target of a count is the whole team's; every other one is anybody's.
    [[nodiscard]] bool target_is_of_groups() const { return target && how.kind != "count"; }
};

struct chapter {
    std::string title;
    std::vector<line> lines;
};

/// A metric that the log does not feed: it lacks events, or a figure that only the caller has.
struct missing_metric {
    const listed_metric *metric{};
    bool lacks_given{};
};

struct sheet {
    std::string source; ///< of the log, as the user knows it
    std::string profile;
    std::string by; ///< what the groups are; empty without
    std::vector<std::string> groups;
    std::vector<chapter> chapters;
    chapter stages; ///< no lines where the profile names no such column
    std::vector<missing_metric> missing;
    account rows;
    std::vector<std::string> notes; ///< what a careful reader must know
};

/// What the user asked for.
struct request {
    std::string by;
    targets wanted;
    givens given;
};

[[nodiscard]] sheet draw_up(const ledger &book, const mapper &mapped, const plan &by_plan,
                            const request &asked, std::string source);

} // namespace report
