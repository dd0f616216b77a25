// SPDX-License-Identifier: MIT
#pragma once

/// The wall's state: boards, names of reps, and the keys of batches, kept in a journal. A batch is answered
/// once it is on the disk, together with all others that came meanwhile (group commit), and shown only then:
/// neither `kill -9` nor a power cut takes back what was answered or seen. A batch with a known key is not
/// counted again; it gets its first answer. From time to time a snapshot replaces the journal.

#include "../journal.hpp"
#include "wall_state.hpp"
#include <kpi/concurrency/published.hpp>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <unordered_map>
#include <utility>
#include <vector>

namespace fleet::wallboard {

class kept_wall {
public:
    using outcome = std::optional<batch_answer>; ///< nothing if it could not be kept

    explicit kept_wall(std::uint64_t longest_journal) : longest_journal_{longest_journal} {}
    kept_wall(const kept_wall &) = delete;
    kept_wall &operator=(const kept_wall &) = delete;
    ~kept_wall() {
        if (!committer_.joinable()) return;
        {
            const std::lock_guard lock{waiting_};
            ends_ = true;
        }
        something_waits_.notify_all();
        committer_.join();
    }

    /// Reads a folder and begins to keep. Returns what is wrong, or nothing.
    [[nodiscard]] std::string open(const std::string &folder) {
        std::string wrong =
            journal_.open(folder, [&](bytes group) { return read_group(group, state_, keys_); });
        if (!wrong.empty()) return wrong;
        names_ = state_.names;
        for (std::size_t i = 0; i < names_.size(); ++i)
            number_[names_[i]] = static_cast<std::uint16_t>(i);
        show();
        committer_ = std::thread{[this] { commit_until_end(); }};
        return {};
    }

    /// Takes a batch, and returns when it is kept. A key is empty, or names the batch: with another body it
    /// is refused.
    [[nodiscard]] outcome take(const std::string &key, std::uint32_t body, rows_read &&read) {
        std::shared_future<outcome> answer;
        {
            const std::lock_guard lock{waiting_};
            if (const auto known = keys_.find(key)) return *known;
            const auto on_its_way = under_way_.find(key);
            if (!key.empty() && on_its_way != under_way_.end()) {
                answer = on_its_way->second;
            } else {
                batch b{{key, {body, read.rows.size(), read.refused}, {}}, {}};
                b.rows.reserve(read.rows.size());
                for (read_row &r : read.rows) {
                    r.counted.what.rep = number_of(r.rep);
                    b.rows.push_back(r.counted);
                }
                answer = b.done.get_future().share();
                if (!key.empty()) under_way_[key] = answer;
                batches_.push_back(std::move(b));
            }
        }
        something_waits_.notify_one();
        return answer.get();
    }

    /// How often what is shown has changed.
    [[nodiscard]] std::uint32_t version() const noexcept { return shown_.version(); }
    /// Everything that is kept, as of a single moment.
    [[nodiscard]] wall_state read() const {
        wall_state s;
        for (;;) {
            const std::uint32_t version = shown_.version();
            *s.by_rep = shown_.read();
            const std::lock_guard lock{telling_};
            if (shown_.version() != version) continue; // the boards are older than the rest
            *s.response = *shown_rest_.response, s.names = shown_rest_.names;
            s.taken = shown_rest_.taken, s.refused = shown_rest_.refused, s.latest = shown_rest_.latest;
            return s;
        }
    }

private:
    using clock = std::chrono::steady_clock;
    static constexpr std::uint16_t nobody = 0xffff;

    struct batch : batch_of_rows {
        std::promise<outcome> done{};
    };

    [[nodiscard]] std::uint16_t number_of(const std::string &name) {
        if (name.empty()) return nobody;
        const auto known = number_.find(name);
        if (known != number_.end()) return known->second;
        if (names_.size() == most_reps) return nobody;
        names_.push_back(name);
        return number_[name] = static_cast<std::uint16_t>(names_.size() - 1);
    }

    void commit_until_end() {
        for (;;) {
            std::vector<batch> group;
            std::vector<std::string> names;
            bool ends = false;
            {
                std::unique_lock lock{waiting_};
                const auto something = [&] { return ends_ || !batches_.empty(); };
                if (stale_)
                    something_waits_.wait_until(lock, show_at_, something);
                else
                    something_waits_.wait(lock, something);
                group.swap(batches_);
                names = names_;
                ends = ends_;
            }
            if (!group.empty()) commit(group, names);
            if (stale_ && (ends || clock::now() >= show_at_)) show();
            if (group.empty() && ends) return;
        }
    }
    void commit(std::vector<batch> &group, const std::vector<std::string> &names) {
        packer p;
        pack_batches(p, std::span{names}.subspan(state_.names.size()), group);
        const bool kept = journal_.append(p.packed());
        if (kept) {
            state_.names = names;
            for (const batch &b : group)
                state_.count(b.rows, b.answer);
            stale_ = true;
        }
        {
            const std::lock_guard lock{waiting_};
            for (const batch &b : group) {
                if (kept) keys_.insert(b.key, b.answer);
                under_way_.erase(b.key);
            }
        }
        for (batch &b : group)
            b.done.set_value(kept ? outcome{b.answer} : std::nullopt);
        if (journal_.size() > longest_journal_) replace_by_snapshot();
    }

    /// If that fails, the journal is as it was, and the next commit tries again.
    void replace_by_snapshot() {
        packer p;
        {
            const std::lock_guard lock{waiting_};
            pack_everything(p, state_, keys_);
        }
        static_cast<void>(journal_.replace(p.packed()));
    }
    /// At most twenty times a second.
    void show() {
        {
            const std::lock_guard lock{telling_};
            *shown_rest_.response = *state_.response, shown_rest_.names = state_.names;
            shown_rest_.taken = state_.taken, shown_rest_.refused = state_.refused;
            shown_rest_.latest = state_.latest;
            shown_.publish(*state_.by_rep);
        }
        stale_ = false;
        show_at_ = clock::now() + std::chrono::milliseconds{50};
    }

    // Only the committer uses these.
    journal journal_{};
    std::uint64_t longest_journal_;
    wall_state state_{};
    bool stale_{}; ///< what is shown is older than what is kept
    clock::time_point show_at_{};

    std::mutex waiting_{}; ///< guards these
    std::condition_variable something_waits_{};
    std::vector<batch> batches_{};
    std::unordered_map<std::string, std::shared_future<outcome>> under_way_{};
    known_keys keys_{};
    std::vector<std::string> names_{};
    std::unordered_map<std::string, std::uint16_t> number_{};
    bool ends_{};

    kpi::published<reps> shown_{};
    mutable std::mutex telling_{};
    wall_state shown_rest_{}; ///< everything but the boards by rep, guarded by telling_

    std::thread committer_{};
};

} // namespace fleet::wallboard
