// SPDX-License-Identifier: MIT
#pragma once

/// The metrics of a run, by name: those of the library (metric_list.hpp), followed by the shares, ratios and
/// counts that its profiles define, which are told from the number of acts of each kind.

#include "figures/metric_list.hpp"
#include "profile/own_metric.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace report {

/// A metric by the name that options accept.
struct named_metric {
    const listed_metric *metric{}; ///< null: nothing has that name
    bool in_hours{};               ///< its line with times in business hours
};

/// The metrics of a run: those of the library, followed by those that its profiles define. A copy is the same
/// list.
class metrics_known {
public:
    metrics_known() : metrics_known{std::vector<own_metric>{}} {}
    /// Throws a failure if two profiles, or a profile and the library, use one name for different things.
    explicit metrics_known(std::vector<own_metric> own);

    [[nodiscard]] const std::vector<listed_metric> &all() const { return *all_; }
    [[nodiscard]] bool has_own() const { return all_->size() != all_metrics().size(); }
    [[nodiscard]] named_metric find(std::string_view name) const;
    /// "is no metric, did you mean ...?", or that it needs business hours; empty if the metric can be
    /// told.
    [[nodiscard]] std::string why_untold(std::string_view name, bool hours_are_known) const;
    [[nodiscard]] std::vector<std::string_view> names() const;
    /// The metrics that are counts or sums, and can have a quota.
    [[nodiscard]] std::vector<std::string_view> counted_names() const;

private:
    std::shared_ptr<const std::vector<listed_metric>> all_;
    std::shared_ptr<const std::vector<own_metric>> own_; ///< that the list refers to
};

/// The metrics of these files, each of which has a plan.
[[nodiscard]] metrics_known metrics_of(const auto &files) {
    std::vector<own_metric> own;
    for (const auto &file : files)
        own.insert(own.end(), file.by_plan.metrics.begin(), file.by_plan.metrics.end());
    return metrics_known{std::move(own)};
}

} // namespace report
