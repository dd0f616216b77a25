// SPDX-License-Identifier: MIT
#pragma once

/// What has really happened to a simulated dialer, counted without the library, to check the collector's
/// sums. It knows each state that may be the newest one that the collector has.

#include "../../firmware/counters.hpp"
#include "report.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>

namespace fleet {

struct plain_counts {
    std::uint64_t calls{}, picked_up{}, conversations{}, abandoned{}, talked{};

    void record(const firmware::call &c) {
        using kpi::sales::activity;
        const bool spoke = c.kind == activity::conversation;
        ++calls;
        picked_up += c.kind != activity::no_answer && c.kind != activity::busy;
        conversations += spoke;
        abandoned += c.kind == activity::abandoned;
        talked += spoke ? c.elapsed : 0;
    }
};

class truth {
public:
    /// These counts were saved, and may be reported.
    void saved(report_key key, const plain_counts &counts) {
        epochs_[key.epoch].saved[key.sequence] = counts;
    }
    /// The collector has said that it keeps this. Nothing older can be its newest.
    void kept(report_key key) {
        auto &[old, any_kept, saved] = epochs_[key.epoch];
        any_kept = true;
        saved.erase(saved.begin(), saved.lower_bound(key.sequence));
    }
    /// Some of this epoch was counted by old firmware.
    void old_firmware(std::uint64_t epoch) { epochs_[epoch].old = true; }

    [[nodiscard]] nlohmann::json json() const {
        auto all = nlohmann::json::array();
        for (const auto &[epoch, e] : epochs_) {
            nlohmann::json saved;
            for (const auto &[sequence, c] : e.saved)
                saved[std::to_string(sequence)] = {{"calls", c.calls},
                                                   {"picked_up", c.picked_up},
                                                   {"conversations", c.conversations},
                                                   {"abandoned", c.abandoned},
                                                   {"talked", c.talked}};
            all.push_back(
                {{"epoch", std::to_string(epoch)}, {"old", e.old}, {"kept", e.kept}, {"saved", saved}});
        }
        return all;
    }

private:
    struct life {
        bool old{}, kept{};
        std::map<std::uint32_t, plain_counts> saved{};
    };
    std::map<std::uint64_t, life> epochs_{};
};

} // namespace fleet
