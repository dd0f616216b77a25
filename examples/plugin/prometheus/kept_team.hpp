// SPDX-License-Identifier: MIT
#pragma once

/// The board of a team, counted by one thread, read by others, and kept in a folder: team.kpi is its
/// snapshot, reps.json names rep 0, 1, ... Whatever is told has been saved before, so that neither a crash
/// nor a power cut makes a figure smaller than anybody has seen it.

#include "../gauges.hpp"
#include "../kept_file.hpp"
#include "event_line.hpp"
#include <kpi/accumulator/by.hpp>
#include <kpi/export/open_metrics.hpp>
#include <kpi/sales/deals.hpp>
#include <kpi/sales/dimensions.hpp>
#include <kpi/sales/lead_times.hpp>
#include <kpi/sales/leads.hpp>
#include <kpi/sales/outreach.hpp>
#include <kpi/sales/revenue.hpp>
#include <kpi/sales/talk.hpp>
#include <kpi/sales/volume.hpp>
#include <kpi/scorecard/scorecard.hpp>

#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plugin::exporter {

/// Yours to choose: anything that the library counts of acts.
using board =
    kpi::scorecard<touch, kpi::sales::calls, kpi::sales::conversations, kpi::sales::pick_up_rate,
                   kpi::sales::conversation_rate, kpi::sales::dials_per_conversation, kpi::sales::talk_time,
                   kpi::sales::emails, kpi::sales::bounce_rate, kpi::sales::reply_rate,
                   kpi::sales::meetings_scheduled, kpi::sales::meetings_held, kpi::sales::show_rate,
                   kpi::sales::response_time, kpi::sales::opportunities_created, kpi::sales::win_rate,
                   kpi::sales::revenue_won, kpi::sales::average_deal_size>;
using board_by_rep = kpi::by<kpi::sales::rep, 256, board>;

class kept_team {
public:
    /// Reads a folder, which is made if it does not exist, and keeps others out of it. Returns what is wrong
    /// with it, or nothing.
    [[nodiscard]] std::string open(const std::string &folder) {
        if (mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) return folder + ": " + std::strerror(errno);
        folder_.emplace(folder, O_RDONLY | O_DIRECTORY);
        if ((*folder_)() < 0) return folder + ": " + std::strerror(errno);
        if (flock((*folder_)(), LOCK_EX | LOCK_NB) != 0) return folder + " is another exporter's";
        names_file_ = folder + "/reps.json";
        board_file_ = folder + "/team.kpi";

        if (!read_names()) return names_file_ + " is damaged: move the folder away";
        using kpi::snapshot::status;
        const status answer = load(board_file_, now_);
        if (answer != status::ok && answer != status::absent)
            return board_file_ + " is damaged (" + std::string{name_of(answer)} + "): move the folder away";
        bool all_named = true;
        now_.for_each([&](std::size_t rep, const board &) { all_named &= rep < names_.size(); });
        return all_named ? "" : names_file_ + " does not name all reps: move the folder away";
    }

    /// Records an event, on the one counting thread. The 257th rep and later ones are "other", as is nobody.
    void record(const event_line &line) {
        const std::lock_guard lock{counting_};
        touch e = line.event;
        e.rep = line.rep ? number_of(*line.rep) : nobody;
        now_.record(e);
        ++taken_, ++version_;
    }
    /// Counts a line that was no event.
    void refuse() {
        const std::lock_guard lock{counting_};
        ++refused_, ++version_;
    }

    /// Writes changes to the disk. False if the system refuses (errno says why); the next call tries again.
    /// Any thread may call this, and `open_metrics`.
    [[nodiscard]] bool settle() {
        const std::lock_guard lock{saving_};
        return settled();
    }
    /// All figures, or nothing if they could not be saved.
    [[nodiscard]] std::optional<std::string> open_metrics() {
        const std::lock_guard lock{saving_};
        if (!settled()) return std::nullopt;
        if (written_ != saved_.version) {
            const kpi::written needed = write({});
            text_.resize(needed.size);
            static_cast<void>(write(text_));
            written_ = saved_.version;
        }
        return text_;
    }

private:
    static constexpr std::uint16_t nobody = 0xffff;
    static constexpr std::uint64_t never = ~std::uint64_t{};

    [[nodiscard]] std::uint16_t number_of(const std::string &name) {
        const auto at = std::ranges::find(names_, name);
        const auto number = static_cast<std::size_t>(at - names_.begin());
        if (number == board_by_rep::groups) return nobody;
        if (at == names_.end()) names_.push_back(name);
        return static_cast<std::uint16_t>(number);
    }
    [[nodiscard]] bool read_names() {
        std::ifstream file{names_file_};
        if (!file) return true;
        const nlohmann::json names = nlohmann::json::parse(file, nullptr, false);
        if (!names.is_array() || names.size() > board_by_rep::groups) return false;
        for (const nlohmann::json &name : names) {
            if (!name.is_string() || std::ranges::count(names, name) != 1) return false;
            names_.push_back(name.get<std::string>());
        }
        saved_.names = names_;
        return true;
    }

    [[nodiscard]] bool settled() {
        std::vector<std::string> names;
        {
            const std::lock_guard lock{counting_};
            if (saved_.version == version_) return true;
            names = names_;
            copy_ = now_;
            copied_ = {version_, taken_, refused_};
        }
        // Every rep with figures has a name.
        if (names != saved_.names) {
            const std::string text = nlohmann::json(names).dump(1) + '\n';
            if (!replace_file(names_file_, std::as_bytes(std::span{text}), survives::power_cut)) return false;
            saved_.names = std::move(names);
        }
        if (!save(board_file_, copy_, survives::power_cut)) return false;
        saved_.version = copied_.version;
        return true;
    }

    [[nodiscard]] kpi::written write(std::span<char> into) const {
        kpi::text_writer out{into};
        put_gauge(out, "kpi_lines_taken", "Lines since the start that were events.", copied_.taken);
        put_gauge(out, "kpi_lines_refused", "Lines since the start that were none.", copied_.refused);
        put_rep_info(out, saved_.names);
        kpi::write_open_metrics(out, {}, copy_);
        return out.result();
    }

    std::optional<opened_file> folder_{}; ///< locked while it is open
    std::string names_file_{}, board_file_{};

    std::mutex counting_{}; ///< guards these
    std::vector<std::string> names_{};
    board_by_rep now_{};
    std::uint64_t taken_{}, refused_{}, version_{};

    struct counted {
        std::uint64_t version{}, taken{}, refused{};
    };
    struct on_disk {
        std::uint64_t version{never};
        std::vector<std::string> names{};
    };
    std::mutex saving_{}; ///< guards these, and is locked before the other
    board_by_rep copy_{};
    counted copied_{};
    on_disk saved_{};
    std::uint64_t written_{never}; ///< the version from which text_ was made
    std::string text_{};
};

} // namespace plugin::exporter
