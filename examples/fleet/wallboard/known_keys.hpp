// SPDX-License-Identifier: MIT
#pragma once

/// The keys of the last batches with the answer to each, so that a batch that is sent again gets its answer
/// again and is not counted again.

#include "../packed.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

namespace fleet::wallboard {

struct batch_answer {
    std::uint32_t body{}; ///< a checksum of what was sent
    std::uint64_t taken{}, refused{};
};

inline void pack(packer &p, const batch_answer &a) {
    p.number<4>(a.body).number<8>(a.taken).number<8>(a.refused);
}
[[nodiscard]] inline batch_answer unpack_answer(unpacker &u) {
    batch_answer a;
    a.body = static_cast<std::uint32_t>(u.number<4>());
    a.taken = u.number<8>(), a.refused = u.number<8>();
    return a;
}

class known_keys {
public:
    static constexpr std::size_t most = 16'384, longest = 64;

    [[nodiscard]] std::optional<batch_answer> find(const std::string &key) const {
        const auto at = answers_.find(key);
        return at == answers_.end() ? std::nullopt : std::optional{at->second};
    }
    /// The oldest is forgotten if there are too many. Without a key there is nothing to remember.
    void insert(const std::string &key, const batch_answer &answer) {
        if (key.empty() || !answers_.emplace(key, answer).second) return;
        order_.push_back(key);
        if (order_.size() <= most) return;
        answers_.erase(order_.front());
        order_.pop_front();
    }

    void pack(packer &p) const {
        p.number<4>(order_.size());
        for (const std::string &key : order_) {
            p.text(key);
            wallboard::pack(p, answers_.at(key));
        }
    }
    [[nodiscard]] bool unpack(unpacker &u) {
        for (std::uint64_t n = u.number<4>(); n > 0 && u.whole(); --n) {
            const std::string key = u.text();
            insert(key, unpack_answer(u));
        }
        return u.whole();
    }

private:
    std::deque<std::string> order_{};
    std::unordered_map<std::string, batch_answer> answers_{};
};

} // namespace fleet::wallboard
