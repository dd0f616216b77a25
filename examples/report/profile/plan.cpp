// SPDX-License-Identifier: MIT
#include "profile/plan.hpp"

#include "profile/fold.hpp"
#include <kpi/core/enumerators.hpp>

#include <algorithm>
#include <optional>

namespace report {

std::uint8_t stage_rule::number_of(std::string_view name) const {
    const auto found = std::find_if(order.begin(), order.end(), [&](const std::string &each) {
        return any_case ? in_lower_case(each) == in_lower_case(name) : each == name;
    });
    return found != order.end() ? static_cast<std::uint8_t>(found - order.begin() + 1) : std::uint8_t{};
}

kpi::event_set<activity> plan::possible() const {
    kpi::event_set<activity> found;
    const auto add = [&](const std::optional<activity> &kind) {
        if (kind) static_cast<void>(found.insert(*kind));
    };
    for (const event_rule &rule : events) {
        add(rule.kind.fixed);
        add(rule.kind.otherwise);
        for (const auto &[word, kind] : rule.kind.words)
            add(kind);
        if (!rule.kind.fixed && !rule.kind.translated) found.bits |= kpi::enumerator_bits<activity>();
    }
    return found;
}

bool plan::open_ended() const {
    return std::any_of(events.begin(), events.end(),
                       [](const event_rule &rule) { return !rule.kind.fixed && !rule.kind.translated; });
}

bool plan::tells_channels() const {
    return std::any_of(events.begin(), events.end(),
                       [](const event_rule &rule) { return rule.channel.has_value(); });
}

std::set<std::string> plan::dimensions() const {
    std::set<std::string> all;
    for (const event_rule &rule : events)
        for (const auto &each : rule.own)
            all.insert(each.first);
    return all;
}

const std::vector<std::string> &plan::stage_order() const {
    static const std::vector<std::string> none;
    const auto has_order = [](const event_rule &rule) { return rule.stage && !rule.stage->order.empty(); };
    const auto found = std::find_if(events.begin(), events.end(), has_order);
    return found != events.end() ? found->stage->order : none;
}

unsigned plan::decimals_of_amounts() const {
    static_assert(number_parts[0].name == "value");
    unsigned most = 0;
    for (const event_rule &rule : events)
        if (rule.numbers[0]) most = std::max(most, rule.numbers[0]->decimals);
    return most;
}

} // namespace report
