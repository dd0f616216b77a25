// SPDX-License-Identifier: MIT
#pragma once

/// The facts of one case until it ends: what is told is held, what is taken back is held no more. Only then
/// is it known whose case it is, and the facts go on.

#include <algorithm>
#include <cstdint>
#include <vector>

namespace report {

template <class Fact> class held_facts {
public:
    struct held {
        Fact what;
        std::uint64_t n;
    };

    void tell(const Fact &f, std::uint64_t n = 1) { all_.push_back({f, n}); }
    /// The one told last, if several are equal.
    void take_back(const Fact &f) {
        const auto found =
            std::find_if(all_.rbegin(), all_.rend(), [&](const held &h) { return h.what == f; });
        if (found != all_.rend()) all_.erase(std::next(found).base());
    }
    [[nodiscard]] auto begin() const { return all_.begin(); }
    [[nodiscard]] auto end() const { return all_.end(); }
    [[nodiscard]] bool empty() const { return all_.empty(); }
    void clear() { all_.clear(); }

private:
    std::vector<held> all_;
};

} // namespace report
