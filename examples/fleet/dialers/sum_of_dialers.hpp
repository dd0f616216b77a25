// SPDX-License-Identifier: MIT
#pragma once

/// The newest report of each epoch of each dialer, and the sum of them all. A dialer with an older firmware
/// tells fewer figures: each figure sums the dialers that tell it, and says how many they are.

#include "../../firmware/counters.hpp"
#include "report.hpp"
#include <kpi/export/json.hpp>
#include <kpi/snapshot/migrate.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fleet {

using counters = kpi::snapshot::migrated<firmware::counters>;

class sum_of_dialers {
public:
    enum class taken : std::uint8_t { newer, known, refused };

    /// Takes a report of a dialer. `known` if it is no newer than the one that is there; if it is refused,
    /// `why_refused` says why.
    taken take(const std::string &dialer, const report &r) {
        auto &epochs = dialers_[dialer];
        const auto at = epochs.find(r.key.epoch);
        if (at != epochs.end() && at->second.sequence >= r.key.sequence) return taken::known;
        if (at == epochs.end() && epochs.size() == most_epochs)
            return refuse(dialer, "more epochs than a dialer may have");
        auto read = std::make_unique<counters>();
        const kpi::snapshot::migration m = kpi::snapshot::migrate(r.snapshot, *read);
        if (m.answer != kpi::snapshot::status::ok) return refuse(dialer, kpi::snapshot::name_of(m.answer));
        epochs[r.key.epoch] = {r.key.sequence, {r.snapshot.begin(), r.snapshot.end()}, std::move(read)};
        refused_.erase(dialer);
        return taken::newer;
    }
    [[nodiscard]] std::string_view why_refused(const std::string &dialer) const {
        const auto at = refused_.find(dialer);
        return at == refused_.end() ? std::string_view{} : at->second;
    }
    /// The sequence of the kept report of an epoch; 0 if there is none.
    [[nodiscard]] std::uint32_t newest_of(const std::string &dialer, std::uint64_t epoch) const {
        const auto d = dialers_.find(dialer);
        if (d == dialers_.end()) return 0;
        const auto e = d->second.find(epoch);
        return e == d->second.end() ? 0 : e->second.sequence;
    }
    void online(const std::string &dialer, bool is) { online_[dialer] = is; }

    /// Calls f(dialer, report) for all kept reports.
    void for_each(auto &&f) const {
        for (const auto &[dialer, epochs] : dialers_)
            for (const auto &[epoch, held] : epochs)
                f(dialer, report{{epoch, held.sequence}, held.snapshot});
    }

    /// All figures as a JSON object: each with the number of dialers that tell it.
    [[nodiscard]] nlohmann::json json() const {
        nlohmann::json all{{"dialers", dialers_.size()}, {"refused", refused_}};
        all["online"] = std::ranges::count_if(online_, [](const auto &d) { return d.second; });
        auto &figures = all["figures"] = nlohmann::json::array();
        firmware::board::metrics::for_each([&]<const auto & M>() {
            const auto [sum, told_by] = sum_of<M>();
            std::string text(kpi::to_json({}, sum).size, '\0');
            static_cast<void>(kpi::to_json(text, sum));
            nlohmann::json told = nlohmann::json::parse(text);
            for (auto &figure : told["boards"][0]["figures"]) {
                if (figure["metric"].get_ref<const std::string &>() != M.name) continue;
                figure["told_by"] = told_by;
                figures.push_back(std::move(figure));
            }
        });
        return all;
    }

private:
    static constexpr std::size_t most_epochs = 1000;
    struct newest {
        std::uint32_t sequence{};
        std::vector<std::byte> snapshot{};
        std::unique_ptr<counters> counted{};
    };

    taken refuse(const std::string &dialer, std::string_view why) {
        refused_[dialer] = why;
        return taken::refused;
    }
    /// The boards of the dialers that tell a metric in all their epochs, and the number of these dialers.
    template <const auto &M> [[nodiscard]] std::pair<firmware::board, std::size_t> sum_of() const {
        std::pair<firmware::board, std::size_t> sum{};
        for (const auto &[dialer, epochs] : dialers_) {
            firmware::board of_dialer;
            bool tells = !epochs.empty();
            for (const auto &[epoch, held] : epochs) {
                tells = tells && !held.counted->template absent<M>();
                of_dialer += (**held.counted).template of<firmware::by_line>().total();
            }
            if (!tells) continue;
            sum.first += of_dialer;
            ++sum.second;
        }
        return sum;
    }

    std::map<std::string, std::map<std::uint64_t, newest>> dialers_{};
    std::map<std::string, bool> online_{};
    std::map<std::string, std::string> refused_{};
};

} // namespace fleet
