// SPDX-License-Identifier: MIT
#pragma once

/// The calls of all accounts, in a folder: `accounts` has one name a line, `0.kpi` is the board of the first
/// as a snapshot, and metrics.prom holds all of them for Prometheus. A board is saved whenever one of its
/// calls begins or ends, so that a crash loses nothing. Once a second, changes are also written to `0.kpi~`
/// and to the disk, so that a power cut loses at most a second.

#include "../kept_file.hpp"
#include "phone_calls.hpp"
#include <kpi/export/escape.hpp>
#include <kpi/export/open_metrics.hpp>

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <deque>
#include <fstream>
#include <string>
#include <string_view>

namespace plugin::phone {

class accounts {
public:
    struct account {
        std::string name;
        std::string file;
        calls made{};
        bool unsettled{}; ///< changed since `settle`
    };

    /// Reads a folder, which is made if it does not exist. Returns what is wrong with it, or nothing.
    [[nodiscard]] std::string open(const std::string &folder) {
        folder_ = folder + "/";
        if (mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) return folder + ": " + std::strerror(errno);
        std::ifstream names{folder_ + "accounts"};
        for (std::string name; std::getline(names, name);) {
            account &a = append(name);
            board before{};
            auto answer = load(a.file, before);
            // The power may have failed while it was on its way to the disk.
            if (answer != status::ok) answer = load(a.file + "~", before);
            if (answer != status::ok && answer != status::absent)
                return a.file + " is damaged (" + std::string{name_of(answer)} + "): move the folder away";
            a.made = calls{before};
        }
        return {};
    }

    /// The account of this name, from now on.
    [[nodiscard]] account &of(std::string_view name) {
        for (account &a : all_)
            if (a.name == name) return a;
        account &a = append(std::string{name});
        named_ = save_names();
        return a;
    }

    /// Call this after a call began or ended. If it could not be saved, `settle` tries again.
    void changed(account &a) {
        a.unsettled = true;
        static_cast<void>(save(a.file, a.made.now(), survives::crash));
    }
    /// Call this now and then: changes go to the disk, and are published. False if anything could not be
    /// written; the next call tries again.
    [[nodiscard]] bool settle() {
        named_ = named_ || save_names();
        bool all_saved = named_;
        for (account &a : all_) {
            if (!a.unsettled) continue;
            const board now = a.made.now();
            a.unsettled =
                !save(a.file, now, survives::crash) || !save(a.file + "~", now, survives::power_cut);
            all_saved = all_saved && !a.unsettled;
            unpublished_ = true;
        }
        if (unpublished_)
            unpublished_ = !replace_file(folder_ + "metrics.prom", bytes_of(open_metrics()), survives::crash);
        return all_saved && !unpublished_;
    }

    /// A table for people.
    [[nodiscard]] std::string table() const {
        std::string text = "account                          calls  conversations  abandoned  talk time\n";
        for (const account &a : all_) {
            const board b = a.made.now();
            char line[160];
            std::snprintf(line, sizeof line, "%-30.80s %7u %14u %10u %8llu s\n", a.name.c_str(),
                          unsigned{b.get<kpi::sales::calls>().n},
                          unsigned{b.get<kpi::sales::conversations>().n},
                          unsigned{b.get<abandoned_calls>().n},
                          static_cast<unsigned long long>(b.get<kpi::sales::talk_time>().sum));
            text += line;
        }
        return text;
    }
    /// All figures, by the account's number, and the name of each number.
    [[nodiscard]] std::string open_metrics() const {
        std::string text(write_open_metrics({}).size, '\0');
        static_cast<void>(write_open_metrics(text));
        return text;
    }

    /// For exporters: a board for each account.
    void walk(auto &&visit, const auto &...labels) const {
        std::int64_t number = 0;
        for (const account &a : all_)
            a.made.now().walk(visit, labels..., kpi::label{"account", number++, false});
    }

private:
    using status = kpi::snapshot::status;

    account &append(std::string name) {
        std::string file = folder_ + std::to_string(all_.size()) + ".kpi";
        return all_.emplace_back(account{std::move(name), std::move(file)});
    }
    static std::span<const std::byte> bytes_of(std::string_view text) noexcept {
        return std::as_bytes(std::span{text});
    }
    [[nodiscard]] bool save_names() const {
        std::string names;
        for (const account &each : all_)
            names += each.name + '\n';
        return replace_file(folder_ + "accounts", bytes_of(names), survives::power_cut);
    }
    [[nodiscard]] kpi::written write_open_metrics(std::span<char> into) const {
        kpi::text_writer out{into};
        out.put("# HELP kpi_account_info Whose number an account is.\n# TYPE kpi_account_info gauge\n");
        for (std::size_t number = 0; number < all_.size(); ++number) {
            out.put("kpi_account_info{account=\""), out.put_number(number), out.put("\",aor=\"");
            kpi::put_open_metrics_escaped(out, all_[number].name), out.put("\"} 1\n");
        }
        kpi::write_open_metrics(out, {}, *this);
        return out.result();
    }

    std::string folder_{};
    std::deque<account> all_{}; ///< a deque, so that they never move
    bool named_{true};          ///< the file of names is up to date
    bool unpublished_{true};
};

} // namespace plugin::phone
