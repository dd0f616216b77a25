// SPDX-License-Identifier: MIT
#pragma once

/// Where in time a fact is put: in the whole, in a window or before it, or in one of several periods. A slot
/// lasts from its start to the next one's, and the last one until they all end.

#include "story/record.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace report {

class slots {
    static constexpr std::int64_t for_ever = std::numeric_limits<std::int64_t>::max();

public:
    /// The whole of time.
    slots() = default;
    /// The first slot begins with time itself, whatever its start is.
    explicit slots(std::vector<std::int64_t> starts, std::int64_t until = for_ever)
        : starts_{std::move(starts)}, until_{until} {
        if (starts_.empty()) starts_.resize(1);
        starts_.front() = never;
    }
    /// Two slots: everything before a window, and the window.
    [[nodiscard]] static slots of_window(std::int64_t from, std::int64_t until = for_ever) {
        return slots{{never, from}, until};
    }

    [[nodiscard]] std::size_t size() const { return starts_.size(); }
    [[nodiscard]] std::int64_t start(std::size_t slot) const {
        return slot < starts_.size() ? starts_[slot] : until_;
    }
    /// The first second after it.
    [[nodiscard]] std::int64_t end(std::size_t slot) const {
        return slot < starts_.size() ? start(slot + 1) : for_ever;
    }
    /// `size()` for times after all of them, such as a due date.
    [[nodiscard]] std::size_t of(std::int64_t at) const {
        if (starts_.size() == 1) return 0;
        if (at >= until_) return starts_.size();
        const auto next = std::upper_bound(starts_.begin() + 1, starts_.end(), at);
        return static_cast<std::size_t>(next - starts_.begin()) - 1;
    }

private:
    std::vector<std::int64_t> starts_{never};
    std::int64_t until_{for_ever};
};

} // namespace report
