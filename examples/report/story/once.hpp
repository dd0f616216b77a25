// SPDX-License-Identifier: MIT
#pragma once

/// Rows that share a key and are one happening: the legs of one call. Of all events of a key one counts,
/// whichever came first: the highest outcome of a call (METRICS of the library: conversation, operator,
/// hang-up, abandoned, picked up, voicemail, busy, no answer, unknown); of equals the earliest, then the
/// longest; of those the one whose row has the smaller hash, so that the order of the rows never matters. It
/// counts once it is settled: when its key leaves the window, or at the end, in the order of time.
///
/// Keys are kept as 64-bit hashes, the last `window` different ones: of two million keys two have the same
/// hash once in ten million files. A key that comes back after `window` others is counted again;
/// `forgotten()` says that it could have.

#include "profile/event.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

namespace report {

class once {
public:
    static constexpr std::size_t window = std::size_t{1} << 18;

    struct decision {
        bool fresh{};                 ///< the key was not known
        std::optional<event> settled; ///< of the key that had to make room
    };

    [[nodiscard]] decision enter(std::uint64_t key, const event &e, std::uint64_t fingerprint);

    /// Hands out what is still kept.
    void settle_all(const std::function<void(const event &)> &settle);

    /// How many keys have left the window.
    [[nodiscard]] std::uint64_t forgotten() const { return forgotten_; }

private:
    struct kept {
        event what;
        std::uint64_t fingerprint;
    };

    std::unordered_map<std::uint64_t, kept> kept_;
    std::vector<std::uint64_t> order_; ///< a ring of the keys, the oldest at next_
    std::size_t next_{};
    std::uint64_t forgotten_{};
};

} // namespace report
