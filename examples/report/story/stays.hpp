// SPDX-License-Identifier: MIT
#pragma once

/// When somebody was a customer, as their story told: from each time that they came to the next time that
/// they left. The story itself remembers only the last of these times; a period needs those before its start.

#include <kpi/sales/customers.hpp>
#include <kpi/sales/fact.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace report {

class stays {
public:
    /// The facts of one customer, in order.
    void of(const auto &facts) {
        changes_.clear();
        for (const auto &told : facts) {
            const bool comes = sales::customers_in.contains(told.what.kind);
            if (comes || sales::customers_out.contains(told.what.kind))
                changes_.emplace_back(told.what.at.seconds, comes);
        }
    }
    void clear() { changes_.clear(); }
    /// Whether they were a customer until then.
    [[nodiscard]] bool before(std::int64_t time) const {
        const auto next = std::partition_point(changes_.begin(), changes_.end(),
                                               [&](const auto &change) { return change.first < time; });
        return next != changes_.begin() && std::prev(next)->second;
    }
    [[nodiscard]] bool empty() const { return changes_.empty(); }

private:
    std::vector<std::pair<std::int64_t, bool>> changes_; ///< when, and whether they came
};

} // namespace report
